#pragma once

#include "shared/core/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palang::ttlock_sim {

using lock_id = std::int64_t;
using gateway_id = std::int64_t;

/// One line in a lock's memory.
struct lock_record {
  std::uint64_t number = 0; ///< The truth's own, over all locks, from 1; TTLock never shows it.
  lock_id lock = 0;
  instant happened{};  ///< True time.
  instant lock_date{}; ///< What the lock's clock said; whole seconds.
  int type_from_lock = 0;
  int type = 0; ///< The cloud's name for it.
  bool is_success = true;
  std::string username;
  std::string passcode; ///< Digits, card or fingerprint number; empty for app records.
  int battery = 100;    ///< Per cent.
  bool is_late = false; ///< Made while no gateway could take it.
};

/// What became of a record.
struct record_fate {
  lock_record record;
  std::optional<instant> squeezed; ///< Pushed out of the lock's memory by a newer one.
  std::optional<instant> uploaded;
  std::optional<std::int64_t> record_id; ///< None when the cloud filtered it out.
  int pushed = 0; ///< Callbacks that carried it; a duplicate is one more, a retry is not.

  /// Never reached the cloud and never will.
  [[nodiscard]] bool is_lost() const noexcept { return squeezed && !uploaded; }
};

/// A record as the cloud keeps it.
struct cloud_record {
  std::int64_t record_id = 0;
  instant server_date{};
  instant listed_from{};
  lock_record record;
};

/// Types of an everyday event.
struct record_kind {
  int type_from_lock = 0;
  int type = 0;
  bool is_success = true;
  bool opens = false;
};

/// By word: app, passcode, card, fingerprint, wristband, key, button, gateway, lock_app,
/// lock_gateway, auto_lock, door_closed, door_opened, forced, tamper, system_locked, fob, qr, face;
/// passcode_failed, card_failed, fingerprint_failed.
[[nodiscard]] std::optional<record_kind> kind_of(std::string_view word);

} // namespace palang::ttlock_sim
