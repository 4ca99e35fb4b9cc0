#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// The two digests that libsodium's wrapper in shared/core has not. Internal. Thread: any.
namespace palang::ttlock {

/// 32 lower-case hex digits: how TTLock wants passwords. Empty when the system forbids MD5.
[[nodiscard]] std::string md5_hex(std::string_view text);

/// 64 lower-case hex digits.
[[nodiscard]] std::string hmac_sha256_hex(std::span<const std::uint8_t> key, std::string_view text);

} // namespace palang::ttlock
