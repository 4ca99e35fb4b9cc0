#include "server/ttlock/text.hpp"

#include <algorithm>
#include <cstdint>

namespace palang::ttlock {

namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Bytes of the character that `lead` begins; 0: it begins none.
std::size_t length_of(unsigned char lead) {
  if (lead < 0x80)
    return 1;
  if (lead >= 0xC2 && lead < 0xE0)
    return 2;
  if (lead >= 0xE0 && lead < 0xF0)
    return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

/// Overlong forms, surrogates and what lies beyond Unicode show in the second byte.
bool is_second_byte_fine(unsigned char lead, unsigned char second) {
  switch (lead) {
  case 0xE0:
    return second >= 0xA0;
  case 0xED:
    return second < 0xA0;
  case 0xF0:
    return second >= 0x90;
  case 0xF4:
    return second < 0x90;
  default:
    return true;
  }
}

/// Length of the well-formed character in front, or 0.
std::size_t character_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const auto length = length_of(lead);
  if (length == 0 || length > text.size())
    return 0;
  if (!std::ranges::all_of(text.substr(1, length - 1), is_continuation))
    return 0;
  return length == 1 || is_second_byte_fine(lead, static_cast<unsigned char>(text[1])) ? length : 0;
}

} // namespace

std::string cleaned(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto length = character_length(text);
    if (length == 0)
      result += '?';
    else if (static_cast<unsigned char>(text.front()) < 0x20 || text.front() == 0x7F)
      result += ' ';
    else
      result += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return result;
}

std::string cut(std::string text, std::size_t most) {
  if (text.size() <= most)
    return text;
  while (most > 0 && is_continuation(text[most]))
    --most;
  text.resize(most);
  return text;
}

std::string_view trimmed(std::string_view text) {
  constexpr auto spaces = " \t\r\n";
  const auto first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

bool is_all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string without_digit_runs(std::string_view text, std::size_t shown) {
  std::string out;
  while (!text.empty()) {
    const bool is_run = is_digit(text.front());
    const auto end = std::ranges::find_if(text, [&](char c) { return is_digit(c) != is_run; });
    const auto part = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    if (is_run && part.size() >= shortest_credential)
      (out += hidden) += part.substr(part.size() - shown);
    else
      out += part;
    text.remove_prefix(part.size());
  }
  return out;
}

std::string lower_case(std::string_view text) {
  std::string result{text};
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

} // namespace palang::ttlock
