#include "server/gateway/frame.hpp"

namespace palang::gateway {

namespace {

constexpr char final_text = '\x81';
constexpr char final_close = '\x88';
constexpr char final_ping = '\x89';
constexpr std::size_t max_control_payload = 125;

void append_big_endian(std::string& to, std::uint64_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
    to += static_cast<char>((value >> shift) & 0xFFU);
}

/// The longest start of `text` that has at most `room` bytes and ends between two UTF-8 characters.
std::string_view cut_between_characters(std::string_view text, std::size_t room) {
  if (text.size() <= room)
    return text;
  while (room > 0 && (static_cast<unsigned char>(text[room]) & 0xC0U) == 0x80U)
    --room;
  return text.substr(0, room);
}

} // namespace

void append_text_header(std::string& to, std::size_t payload_bytes) {
  to += final_text;
  if (payload_bytes < 126) {
    to += static_cast<char>(payload_bytes);
  } else if (payload_bytes <= 0xFFFF) {
    to += static_cast<char>(126);
    append_big_endian(to, payload_bytes, 2);
  } else {
    to += static_cast<char>(127);
    append_big_endian(to, payload_bytes, 8);
  }
}

void append_text_frame(std::string& to, std::string_view text) {
  append_text_header(to, text.size());
  to += text;
}

std::string text_frame(std::string_view text) {
  std::string frame;
  frame.reserve(text.size() + 10);
  append_text_frame(frame, text);
  return frame;
}

std::string close_frame(std::uint16_t code, std::string_view reason) {
  const auto shown = cut_between_characters(reason, max_control_payload - sizeof code);
  std::string frame{final_close, static_cast<char>(sizeof code + shown.size())};
  append_big_endian(frame, code, sizeof code);
  frame += shown;
  return frame;
}

std::string ping_frame() {
  return {final_ping, '\0'};
}

} // namespace palang::gateway
