#include "shared/core/crypto.hpp"

#include <sodium.h>

#include <cstdlib>

namespace palang::crypto {

namespace {

/// libsodium must be initialised before any other call; without its random source nothing may go on.
void ready() {
  static const bool ok = sodium_init() >= 0;
  if (!ok)
    std::abort();
}

const unsigned char* as_uchar(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

void random_fill(std::span<std::uint8_t> out) {
  ready();
  randombytes_buf(out.data(), out.size());
}

sha256 sha256_of(std::span<const std::uint8_t> data) {
  ready();
  sha256 out{};
  crypto_hash_sha256(out.data(), data.data(), data.size());
  return out;
}

sha256 sha256_of(std::string_view data) {
  ready();
  sha256 out{};
  crypto_hash_sha256(out.data(), as_uchar(data), data.size());
  return out;
}

std::string to_hex(std::span<const std::uint8_t> data) {
  std::string out(data.size() * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), data.data(), data.size());
  out.pop_back();
  return out;
}

std::optional<bytes> from_hex(std::string_view text) {
  if (text.size() % 2 != 0)
    return std::nullopt;
  bytes out(text.size() / 2);
  std::size_t written = 0;
  const char* end = nullptr;
  if (sodium_hex2bin(out.data(), out.size(), text.data(), text.size(), nullptr, &written, &end) != 0
      || end != text.data() + text.size() || written != out.size())
    return std::nullopt;
  return out;
}

std::string to_base64(std::span<const std::uint8_t> data) {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
  std::string out(sodium_base64_encoded_len(data.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), data.data(), data.size(), variant);
  out.pop_back(); // its terminating zero
  return out;
}

std::optional<bytes> from_base64(std::string_view text) {
  bytes out(text.size() / 4 * 3 + 3);
  std::size_t written = 0;
  const char* end = nullptr;
  if (sodium_base642bin(out.data(), out.size(), text.data(), text.size(), nullptr, &written, &end,
                        sodium_base64_VARIANT_ORIGINAL) != 0
      || end != text.data() + text.size())
    return std::nullopt;
  out.resize(written);
  return out;
}

key_pair make_key_pair() {
  ready();
  key_pair out;
  crypto_sign_keypair(out.pub.data(), out.sec.data());
  return out;
}

key_pair key_pair_from_seed(std::span<const std::uint8_t, 32> seed) {
  ready();
  key_pair out;
  crypto_sign_seed_keypair(out.pub.data(), out.sec.data(), seed.data());
  return out;
}

signature sign(std::span<const std::uint8_t> message, const secret_key& key) {
  ready();
  signature out{};
  crypto_sign_detached(out.data(), nullptr, message.data(), message.size(), key.data());
  return out;
}

bool verify(std::span<const std::uint8_t> message, const signature& sig, const public_key& key) {
  ready();
  return crypto_sign_verify_detached(sig.data(), message.data(), message.size(), key.data()) == 0;
}

bool equal_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace palang::crypto
