#include "shared/domain/base45.hpp"

#include <algorithm>
#include <cstddef>

namespace palang::domain {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::uint32_t base = 45;
static_assert(alphabet.size() == base);

/// Least significant character first, as the RFC wants it.
void put_group(std::string& out, std::uint32_t value, std::size_t characters) {
  for (std::size_t i = 0; i < characters; ++i, value /= base)
    out.push_back(alphabet[value % base]);
}

std::optional<std::uint32_t> value_of(std::string_view group) {
  std::uint32_t value = 0;
  for (std::size_t i = group.size(); i-- > 0;) {
    const auto digit = alphabet.find(group[i]);
    if (digit == std::string_view::npos)
      return std::nullopt;
    value = value * base + static_cast<std::uint32_t>(digit);
  }
  return value;
}

} // namespace

bool is_base45_character(char c) noexcept {
  return alphabet.find(c) != std::string_view::npos;
}

std::string to_base45(std::span<const std::uint8_t> data) {
  std::string out;
  out.reserve((data.size() + 1) / 2 * 3);
  for (; data.size() >= 2; data = data.subspan(2))
    put_group(out, data[0] * 256U + data[1], 3);
  if (!data.empty())
    put_group(out, data[0], 2);
  return out;
}

std::optional<crypto::bytes> from_base45(std::string_view text) {
  if (text.size() % 3 == 1)
    return std::nullopt;
  crypto::bytes out;
  for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(3, text.size()))) {
    const bool is_pair = text.size() >= 3;
    const auto value = value_of(text.substr(0, 3));
    if (!value || *value > (is_pair ? 0xFFFFU : 0xFFU))
      return std::nullopt;
    if (is_pair)
      out.push_back(static_cast<std::uint8_t>(*value >> 8));
    out.push_back(static_cast<std::uint8_t>(*value & 0xFFU));
  }
  return out;
}

} // namespace palang::domain
