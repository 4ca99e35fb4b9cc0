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

/// Encrypted to the holder of `to`'s secret half; it does not tell who did (libsodium's sealed box).
/// Empty when `to` is no key.
[[nodiscard]] bytes seal(std::span<const std::uint8_t> message, const public_key& to);
/// nullopt when it is damaged or sealed to somebody else.
[[nodiscard]] std::optional<bytes> open_sealed(std::span<const std::uint8_t> sealed, const key_pair& mine);

using shared_key = std::array<std::uint8_t, 32>;
/// What the two holders of a pair each come to from their own secret and the other's public half.
/// nullopt when `theirs` is no key.
[[nodiscard]] std::optional<shared_key> agree(const secret_key& mine, const public_key& theirs);
/// A keyed hash: nobody without the key can make it.
[[nodiscard]] sha256 keyed_hash(std::string_view message, const shared_key& key);

/// Argon2id with its salt, libsodium's form: for short secrets that must be slow to guess. Empty when
/// there is no memory for it.
[[nodiscard]] std::string slow_hash(std::string_view secret);
[[nodiscard]] bool is_slow_hash_of(std::string_view secret, const std::string& hash);

/// Comparison whose time does not depend on the content (lengths may be seen).
[[nodiscard]] bool equal_constant_time(std::string_view a, std::string_view b);

} // namespace palang::crypto
