#include "shared/domain/ticket_number.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <system_error>

namespace palang::domain {

namespace {

constexpr std::size_t site_width = 2;
constexpr std::size_t device_width = 3;
constexpr std::size_t seq_width = 6;

std::string padded(std::string_view digits, std::size_t width) {
  const auto zeros = digits.size() < width ? width - digits.size() : 0;
  return std::string(zeros, '0').append(digits);
}

/// Luhn: from the right every second digit counts double, its own digits added up.
char check_digit(std::string_view digits) {
  int sum = 0;
  bool is_doubled = true;
  for (std::size_t i = digits.size(); i-- > 0; is_doubled = !is_doubled) {
    const int value = (digits[i] - '0') * (is_doubled ? 2 : 1);
    sum += value / 10 + value % 10;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(' ');
  if (from == std::string_view::npos)
    return {};
  return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::optional<std::array<std::string_view, 4>> split_at_dashes(std::string_view text) {
  std::array<std::string_view, 4> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto dash = text.find('-');
    const bool is_last = i + 1 == parts.size();
    if ((dash == std::string_view::npos) != is_last)
      return std::nullopt;
    parts[i] = trimmed(text.substr(0, dash));
    text.remove_prefix(is_last ? text.size() : dash + 1);
  }
  return parts;
}

template <class Number>
bool read_number(std::string_view digits, Number& out) {
  const auto* end = digits.data() + digits.size();
  const auto [stop, problem] = std::from_chars(digits.data(), end, out);
  return problem == std::errc{} && stop == end;
}

} // namespace

std::string ticket_number(std::uint16_t site_no, std::uint16_t device_no,
                          std::uint32_t device_seq) {
  const auto site = padded(std::to_string(site_no), site_width);
  const auto device = padded(std::to_string(device_no), device_width);
  const auto seq = padded(std::to_string(device_seq), seq_width);
  return site + '-' + device + '-' + seq + '-' + check_digit(site + device + seq);
}

std::optional<ticket_number_parts> parse_ticket_number(std::string_view text) {
  const auto parts = split_at_dashes(text);
  if (!parts)
    return std::nullopt;
  const auto [site, device, seq, check] = *parts;
  ticket_number_parts out;
  if (!read_number(site, out.site_no) || !read_number(device, out.device_no)
      || !read_number(seq, out.device_seq) || check.size() != 1)
    return std::nullopt;
  // Over the digits as typed: after a wrong leading digit the number itself may be shorter.
  const auto digits =
      padded(site, site_width) + padded(device, device_width) + padded(seq, seq_width);
  return check.front() == check_digit(digits) ? std::optional{out} : std::nullopt;
}

} // namespace palang::domain
