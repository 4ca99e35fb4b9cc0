#include "server/actors/hasher.hpp"

#include <sodium.h>

#include <array>

namespace palang::actors {

namespace {

constexpr auto cost = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto memory_bytes = crypto_pwhash_MEMLIMIT_INTERACTIVE;
constexpr std::size_t tag_bytes = 32;

std::string base64(const unsigned char* data, std::size_t size) {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
  std::string text(sodium_base64_ENCODED_LEN(size, variant), '\0');
  sodium_bin2base64(text.data(), text.size(), data, size, variant);
  text.pop_back(); // the terminating zero
  return text;
}

} // namespace

result<std::string> hash_of(const std::string& password, const uuid& salt) {
  static_assert(sizeof(salt.bytes) == crypto_pwhash_SALTBYTES);
  std::array<unsigned char, tag_bytes> tag{};
  if (crypto_pwhash(tag.data(), tag.size(), password.data(), password.size(), salt.bytes.data(),
                    cost, memory_bytes, crypto_pwhash_ALG_ARGON2ID13)
      != 0)
    return fail(errc::internal, "no memory to hash a password");
  return "$argon2id$v=19$m=" + std::to_string(memory_bytes / 1024) + ",t=" + std::to_string(cost)
         + ",p=1$" + base64(salt.bytes.data(), salt.bytes.size()) + "$"
         + base64(tag.data(), tag.size());
}

bool is_password(const std::string& password, const std::string& hash) {
  if (!hash.empty())
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
  (void)hash_of(password, uuid{});
  return false;
}

hasher_actor::behavior_type hasher(hasher_actor::pointer) {
  return {
      [](const verify_password& asked) { return is_password(asked.password, asked.hash); },
      [](const hash_password& asked) { return hash_of(asked.password, asked.submission); },
  };
}

} // namespace palang::actors
