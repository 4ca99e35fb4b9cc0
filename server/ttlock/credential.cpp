#include "server/ttlock/credential.hpp"

#include "server/ttlock/digest.hpp"
#include "server/ttlock/text.hpp"

namespace palang::ttlock {

std::optional<credential> credential_of(std::string_view digits, const credential_key& key) {
  constexpr std::size_t shown = 2;
  constexpr std::size_t shortest_with_tail = 4;
  digits = trimmed(digits);
  if (digits.empty())
    return std::nullopt;
  const auto tail = digits.size() < shortest_with_tail ? std::string_view{}
                                                       : digits.substr(digits.size() - shown);
  return credential{hmac_sha256_hex(key.bytes, digits), std::string{tail}};
}

} // namespace palang::ttlock
