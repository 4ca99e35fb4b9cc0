#pragma once

#include "server/ttlock/record.hpp"

#include <cstdint>
#include <string_view>

/// What a record means for a gate. Thread: any.
namespace palang::ttlock {

enum class record_kind : std::uint8_t {
  needs_cause, ///< App, gateway, button, fob: somebody's command or session must explain it.
  by_person,   ///< Passcode, card, finger, face …: needs a named person and a reason.
  alarm,       ///< Forced, tampered, mechanical key, from inside: a person must look.
  waiting_second_person, ///< First step of a double check: the door is still closed.
  failed_attempt,        ///< Somebody tried and did not get in.
  evidence,              ///< Closing, door sensor, double lock: pairs with openings.
  device_incident, ///< The device itself: power, lock-out, door left open, changed credentials.
  unknown          ///< A type that nobody has described yet. Shown, never dropped.
};

/// By type_from_lock, or by type when that is not given. What did not succeed is never an opening:
/// a failed opening of any means is a failed_attempt.
[[nodiscard]] record_kind kind_of(const lock_record& record);

/// The bolt was drawn, whoever did it: successful needs_cause and by_person, and those alarms and
/// incidents that open (forced, mechanical key, from inside, high temperature). A door sensor's
/// "opened" is evidence, not an unlock; a tamper alert opens nothing.
[[nodiscard]] bool is_unlock(const lock_record& record);

/// An unlock by a command through a gateway: what confirms our own.
[[nodiscard]] bool is_remote_unlock(const lock_record& record);

struct record_words {
  std::string_view text_id;
  std::string_view text_en;
};

/// For people. A failed attempt by a means that has one word for both is told by `is_success`.
[[nodiscard]] record_words describe(const lock_record& record);

/// `recordType` that the cloud gives for a lock's own type; the type itself where both lists agree.
[[nodiscard]] int cloud_type_of(int type_from_lock);

/// Types of a lock's own list that say by themselves that an attempt failed.
[[nodiscard]] bool is_failure_type(int type_from_lock);

} // namespace palang::ttlock
