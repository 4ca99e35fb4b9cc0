#include "shared/core/crypto.hpp"

#include <sodium.h>

#include <cstdlib>

namespace palang::crypto {

namespace {

/// libsodium must be initialised before any other call; without its random source nothing may go
/// on.
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
                        sodium_base64_VARIANT_ORIGINAL)
          != 0
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

bytes seal(std::span<const std::uint8_t> message, const public_key& to) {
  ready();
  std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES> box{};
  if (crypto_sign_ed25519_pk_to_curve25519(box.data(), to.data()) != 0)
    return {};
  bytes out(message.size() + crypto_box_SEALBYTES);
  if (crypto_box_seal(out.data(), message.data(), message.size(), box.data()) != 0)
    return {};
  return out;
}

std::optional<bytes> open_sealed(std::span<const std::uint8_t> sealed, const key_pair& mine) {
  ready();
  std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES> pub{};
  std::array<std::uint8_t, crypto_box_SECRETKEYBYTES> sec{};
  if (sealed.size() < crypto_box_SEALBYTES
      || crypto_sign_ed25519_pk_to_curve25519(pub.data(), mine.pub.data()) != 0
      || crypto_sign_ed25519_sk_to_curve25519(sec.data(), mine.sec.data()) != 0)
    return std::nullopt;
  bytes out(sealed.size() - crypto_box_SEALBYTES);
  if (crypto_box_seal_open(out.data(), sealed.data(), sealed.size(), pub.data(), sec.data()) != 0)
    return std::nullopt;
  return out;
}

std::optional<shared_key> agree(const secret_key& mine, const public_key& theirs) {
  ready();
  std::array<std::uint8_t, crypto_scalarmult_BYTES> pub{};
  std::array<std::uint8_t, crypto_scalarmult_SCALARBYTES> sec{};
  std::array<std::uint8_t, crypto_scalarmult_BYTES> point{};
  if (crypto_sign_ed25519_pk_to_curve25519(pub.data(), theirs.data()) != 0
      || crypto_sign_ed25519_sk_to_curve25519(sec.data(), mine.data()) != 0
      || crypto_scalarmult(point.data(), sec.data(), pub.data()) != 0)
    return std::nullopt;
  return sha256_of(point);
}

sha256 keyed_hash(std::string_view message, const shared_key& key) {
  ready();
  sha256 out{};
  crypto_generichash(out.data(), out.size(), as_uchar(message), message.size(), key.data(),
                     key.size());
  return out;
}

std::string slow_hash(std::string_view secret) {
  ready();
  std::string out(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(out.data(), secret.data(), secret.size(),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)
      != 0)
    return {};
  out.resize(out.find('\0'));
  return out;
}

bool is_slow_hash_of(std::string_view secret, const std::string& hash) {
  ready();
  return crypto_pwhash_str_verify(hash.c_str(), secret.data(), secret.size()) == 0;
}

bool equal_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace palang::crypto
