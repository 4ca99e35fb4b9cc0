#pragma once

#include "shared/core/crypto.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// RFC 9285: bytes as text for a QR code's alphanumeric mode; two bytes take three characters, a
/// last single one two.
namespace palang::domain {

[[nodiscard]] bool is_base45_character(char c) noexcept;

[[nodiscard]] std::string to_base45(std::span<const std::uint8_t> data);
/// nullopt for a character outside the alphabet (lower case too), an impossible length or a group
/// that is too large.
[[nodiscard]] std::optional<crypto::bytes> from_base45(std::string_view text);

} // namespace palang::domain
