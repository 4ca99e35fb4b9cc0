#include "tests/support/ws_client.hpp"

#include <algorithm>
#include <stdexcept>

namespace palang::testing {

namespace {

constexpr char final_bit = '\x80';
constexpr char mask_bit = '\x80';

void append_big_endian(std::string& to, std::uint64_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
    to += static_cast<char>((value >> shift) & 0xFFU);
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes)
    value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

std::string masked(const ws_frame& frame) {
  std::string bytes{
      static_cast<char>((frame.is_final ? final_bit : 0) | static_cast<char>(frame.opcode))};
  const auto size = frame.payload.size();
  if (size < 126) {
    bytes += static_cast<char>(mask_bit | static_cast<char>(size));
  } else if (size <= 0xFFFF) {
    bytes += static_cast<char>(mask_bit | 126);
    append_big_endian(bytes, size, 2);
  } else {
    bytes += static_cast<char>(mask_bit | 127);
    append_big_endian(bytes, size, 8);
  }
  constexpr std::string_view key = "\x37\xfa\x21\x3d";
  bytes += key;
  for (std::size_t i = 0; i < size; ++i)
    bytes += static_cast<char>(frame.payload[i] ^ key[i % key.size()]);
  return bytes;
}

} // namespace

std::uint16_t ws_frame::close_code() const {
  return payload.size() < 2 ? std::uint16_t{1005}
                            : static_cast<std::uint16_t>(big_endian(payload.substr(0, 2)));
}

ws_client::ws_client(std::uint16_t port, const options& o) : stream_(port, o.stream) {
  std::string request =
      "GET " + o.path
      + " HTTP/1.1\r\nHost: test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
  if (!o.subprotocol.empty())
    request += "Sec-WebSocket-Protocol: " + o.subprotocol + "\r\n";
  stream_.send(request + "\r\n");
  std::size_t end = 0;
  while ((end = received_.find("\r\n\r\n")) == std::string::npos)
    if (!fill(received_.size() + 1))
      break;
  if (!received_.starts_with("HTTP/1.1 101 ") || end == std::string::npos)
    throw std::runtime_error("no upgrade: " + received_.substr(0, received_.find("\r\n")));
  received_.erase(0, end + 4);
}

void ws_client::send_frame(const ws_frame& frame) {
  stream_.send(masked(frame));
}

void ws_client::send_close(std::uint16_t code) {
  ws_frame frame{ws_frame::close, {}};
  append_big_endian(frame.payload, code, 2);
  send_frame(frame);
}

bool ws_client::fill(std::size_t wanted) {
  while (received_.size() < wanted) {
    const auto more = stream_.receive();
    if (more.empty())
      return false;
    received_ += more;
  }
  return true;
}

std::optional<ws_frame> ws_client::read_frame() {
  if (!fill(2))
    return std::nullopt;
  ws_frame frame;
  frame.is_final = (received_[0] & final_bit) != 0;
  frame.opcode = static_cast<ws_frame::kind>(received_[0] & 0x0F);
  if ((received_[1] & mask_bit) != 0)
    throw std::runtime_error("a server's frame is masked");
  const auto shown = static_cast<std::size_t>(received_[1] & 0x7F);
  const std::size_t length_bytes = shown == 126 ? 2 : shown == 127 ? 8 : 0;
  if (!fill(2 + length_bytes))
    return std::nullopt;
  const auto size = length_bytes == 0 ? shown : big_endian(received_.substr(2, length_bytes));
  if (!fill(2 + length_bytes + size))
    return std::nullopt;
  frame.payload = received_.substr(2 + length_bytes, size);
  received_.erase(0, 2 + length_bytes + size);
  return frame;
}

std::string ws_client::read() {
  while (auto frame = read_frame()) {
    if (frame->opcode == ws_frame::text)
      return std::move(frame->payload);
    if (frame->opcode == ws_frame::ping)
      send_frame({ws_frame::pong, frame->payload});
    if (frame->opcode == ws_frame::close)
      throw std::runtime_error("closed with " + std::to_string(frame->close_code()));
  }
  throw std::runtime_error("the link ended");
}

std::uint16_t ws_client::read_close() {
  while (const auto frame = read_frame()) {
    if (frame->opcode != ws_frame::close)
      continue;
    if (!has_sent_close_)
      send_frame(*frame);
    return frame->close_code();
  }
  return 1006;
}

} // namespace palang::testing
