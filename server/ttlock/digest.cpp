#include "server/ttlock/digest.hpp"

#include "shared/core/crypto.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace palang::ttlock {

std::string md5_hex(std::string_view text) {
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> out{};
  std::size_t length = 0;
  if (EVP_Q_digest(nullptr, "MD5", nullptr, text.data(), text.size(), out.data(), &length) != 1)
    return {};
  return crypto::to_hex(std::span{out}.first(length));
}

std::string hmac_sha256_hex(std::span<const std::uint8_t> key, std::string_view text) {
  crypto::sha256 out{};
  unsigned length = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(), out.data(), &length);
  return crypto::to_hex(out);
}

} // namespace palang::ttlock
