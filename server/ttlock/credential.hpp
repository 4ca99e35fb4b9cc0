#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Passcodes, card and fingerprint numbers open doors: they are known by a keyed digest only.
/// Thread: any.
namespace palang::ttlock {

/// Made once per site and kept secret: whoever has it can try all passcodes against the digests.
/// With another key the same passcode is another credential.
struct credential_key {
  std::array<std::uint8_t, 32> bytes{};
};

struct credential {
  std::string digest; ///< HMAC-SHA-256, 64 hex digits.
  std::string tail;   ///< The last two characters; empty when there are fewer than four in all.
};

/// nullopt for an empty text: there was no credential. Spaces around it do not count.
[[nodiscard]] std::optional<credential> credential_of(std::string_view digits,
                                                      const credential_key& key);

} // namespace palang::ttlock
