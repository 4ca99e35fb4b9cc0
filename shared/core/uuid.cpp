#include "shared/core/uuid.hpp"

#include "shared/core/crypto.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <span>

namespace palang {

namespace {

void set_version(uuid& id, std::uint8_t version) {
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | (version << 4));
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
}

} // namespace

std::string to_string(const uuid& id) {
  auto text = crypto::to_hex(id.bytes);
  for (std::size_t at : {8U, 13U, 18U, 23U})
    text.insert(at, 1, '-');
  return text;
}

std::optional<uuid> parse_uuid(std::string_view text) noexcept {
  if (text.size() != 36)
    return std::nullopt;
  uuid out;
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i == 8 || i == 13 || i == 18 || i == 23) {
      if (c != '-')
        return std::nullopt;
      continue;
    }
    int value = 0;
    if (c >= '0' && c <= '9')
      value = c - '0';
    else if (c >= 'a' && c <= 'f')
      value = c - 'a' + 10;
    else if (c >= 'A' && c <= 'F')
      value = c - 'A' + 10;
    else
      return std::nullopt;
    auto& byte = out.bytes[nibble / 2];
    byte = static_cast<std::uint8_t>(byte << 4 | value);
    ++nibble;
  }
  return out;
}

uuid make_uuid_v7(instant at) {
  uuid id;
  crypto::random_fill(id.bytes);
  const auto ms = static_cast<std::uint64_t>(to_ms(at));
  for (std::size_t i = 0; i < 6; ++i)
    id.bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
  set_version(id, 7);
  return id;
}

uuid make_uuid_v5(const uuid& name_space, std::string_view name) {
  std::string input(name_space.bytes.begin(), name_space.bytes.end());
  input += name;
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned int length = 0;
  EVP_Digest(input.data(), input.size(), hash.data(), &length, EVP_sha1(), nullptr);
  uuid id;
  std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
  set_version(id, 5);
  return id;
}

} // namespace palang
