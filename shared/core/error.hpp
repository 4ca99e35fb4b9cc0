#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace palang {

/// Every refusal that leaves a program of ours has one of these codes; the wire word is to_string(code).
/// The codes and their meaning on the wire are PROTOCOL's (sections 1, 2, 3.5 and 3.7).
enum class errc : std::uint8_t {
  bad_message,          ///< A frame or body that cannot be read. Report it; sending it again cannot help.
  invalid,              ///< A field is missing, mistyped or out of range; `field` names it.
  unauthorized,         ///< Token missing, wrong or expired: log in again.
  forbidden,            ///< Role too low.
  bad_credentials,      ///< Wrong name or password, told apart by nobody.
  too_many_attempts,    ///< Log-in lock-out; wait for Retry-After.
  device_pending,       ///< A new device that no admin has approved yet.
  device_revoked,       ///< The device may not work any more.
  unknown_gate,
  unknown_session,
  unknown_shift,
  unknown_alert,
  unknown_device,
  unknown_user,
  already_exited,
  already_inside,
  bad_plate,
  bad_vehicle_type,
  bad_ticket,
  sequence_conflict,    ///< The same device_seq with another id.
  id_reused,            ///< The same id with other content.
  expired,              ///< A gate opening that came too late or was stored: never replayed.
  version_conflict,     ///< Somebody changed the document since base_version.
  db_unavailable,       ///< Retryable: the database is down.
  busy,                 ///< Retryable: too much at once.
  shutting_down,        ///< Retryable: the server is stopping.
  not_found,
  method_not_allowed,
  upgrade_required,
  unsupported_media_type,
  too_large,
  hash_mismatch,        ///< A photo whose content has another SHA-256.
  not_supported,        ///< The kind exists but this server has no part that does it (TTLock side off).
  corrupt,              ///< A stored file or row that cannot be read; a person must look.
  internal,             ///< A defect of ours; logged with its cause.
  last = internal
};

[[nodiscard]] std::string_view to_string(errc code) noexcept;
[[nodiscard]] std::optional<errc> errc_from_string(std::string_view word) noexcept;

/// True for exactly db_unavailable, busy and shutting_down (PROTOCOL 3.5): the same submission may be sent again.
[[nodiscard]] bool is_retryable(errc code) noexcept;

/// Why something was refused. `message` is English for people; `field` is a JSON path such as "data.plate", or empty.
struct error {
  errc code = errc::internal;
  std::string message;
  std::string field;

  friend bool operator==(const error&, const error&) = default;
};

} // namespace palang
