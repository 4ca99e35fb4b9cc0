#pragma once

#include "shared/core/crypto.hpp"
#include "shared/core/result.hpp"
#include "shared/protocol/messages.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The second copy of what a device has not sent: signed by the device, sealed to the site's key,
/// so that anybody may carry it and nobody on the way reads or changes it. Whatever arrives twice,
/// in the file and from the device, counts once: the submissions keep their ids and numbers.
namespace palang::protocol {

struct copied_submission {
  std::string username; ///< Who made it.
  submit content;
  friend bool operator==(const copied_submission&, const copied_submission&) = default;
};

struct outbox_copy {
  std::uint16_t device_no = 0;
  instant made_at{};
  std::vector<copied_submission> rows; ///< In the order they were made.
  std::vector<std::string> photos{};   ///< SHA-256 hex of those that wait on the device.
  friend bool operator==(const outbox_copy&, const outbox_copy&) = default;
};

/// What a server takes over HTTP (PROTOCOL 4.1): some twenty thousand records.
inline constexpr std::size_t max_sealed_bytes = 5 * 1024 * 1024;

/// Errors: invalid when `site` is no key.
[[nodiscard]] result<crypto::bytes> seal_outbox(const outbox_copy& copy,
                                                const crypto::secret_key& device,
                                                const crypto::public_key& site);

using find_device_key = std::function<std::optional<crypto::public_key>(std::uint16_t device_no)>;
/// Errors: invalid (damaged, or sealed to another site), unknown_device, forbidden (the device did
/// not sign it).
[[nodiscard]] result<outbox_copy> open_outbox(std::span<const std::uint8_t> sealed,
                                              const crypto::key_pair& site,
                                              const find_device_key& find_key);

} // namespace palang::protocol
