#pragma once

#include "shared/core/crypto.hpp"
#include "shared/core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the taking device shows as one QR code when both are in one network (PROTOCOL 6.2): where
/// it listens, and a secret that nobody has who did not see the code.
namespace palang::protocol {

using handover_secret = crypto::shared_key;

/// More than a phone has: its Wi-Fi, its hotspot, its mobile data.
inline constexpr std::size_t max_handover_addresses = 4;

struct handover_invitation {
  std::uint16_t site_no = 0;
  std::uint16_t device_no = 0; ///< Who takes.
  std::uint16_t port = 0;
  handover_secret secret{};
  std::vector<std::uint32_t> addresses; ///< IPv4, 127.0.0.1 is 0x7f000001; one at the least.
  friend bool operator==(const handover_invitation&, const handover_invitation&) = default;
};

/// The code's text. Addresses beyond max_handover_addresses are left out.
[[nodiscard]] std::string encode(const handover_invitation& invitation);
/// Errors: invalid (another code), corrupt (a damaged one).
[[nodiscard]] result<handover_invitation> read_handover_invitation(std::string_view text);

} // namespace palang::protocol
