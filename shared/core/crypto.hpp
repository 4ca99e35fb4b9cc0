#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The few cryptographic operations that both ends need, on libsodium. Thread: any.
namespace palang::crypto {

using bytes = std::vector<std::uint8_t>;
using public_key = std::array<std::uint8_t, 32>;  ///< Ed25519
using secret_key = std::array<std::uint8_t, 64>;  ///< Ed25519 as libsodium keeps it (seed + public key)
using signature = std::array<std::uint8_t, 64>;
using sha256 = std::array<std::uint8_t, 32>;

void random_fill(std::span<std::uint8_t> out);

[[nodiscard]] sha256 sha256_of(std::span<const std::uint8_t> data);
[[nodiscard]] sha256 sha256_of(std::string_view data);

/// Lower-case hex.
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> data);
/// nullopt for an odd length or a character that is no hex digit.
[[nodiscard]] std::optional<bytes> from_hex(std::string_view text);
/// Standard alphabet with padding (RFC 4648 section 4).
[[nodiscard]] std::string to_base64(std::span<const std::uint8_t> data);
[[nodiscard]] std::optional<bytes> from_base64(std::string_view text);

struct key_pair {
  public_key pub{};
  secret_key sec{};
};
[[nodiscard]] key_pair make_key_pair();
[[nodiscard]] key_pair key_pair_from_seed(std::span<const std::uint8_t, 32> seed);
[[nodiscard]] signature sign(std::span<const std::uint8_t> message, const secret_key& key);
[[nodiscard]] bool verify(std::span<const std::uint8_t> message, const signature& sig, const public_key& key);

/// Comparison whose time does not depend on the content (lengths may be seen).
[[nodiscard]] bool equal_constant_time(std::string_view a, std::string_view b);

} // namespace palang::crypto
