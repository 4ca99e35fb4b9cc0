#pragma once

#include "server/ledger/voice.hpp"

#include <string>

/// Steps that records, readings and discovery share: a lock's row and what changes on it tell.
namespace palang::ledger {

/// The lock's row, or a fresh one for a lock that was never seen.
[[nodiscard]] result<storage::stored_lock> lock_row(const voice& v, const std::string& id);

/// Sets the battery; raises battery_low once with lock.battery_low, and resolves it when the charge
/// is fine again. Does not store the row.
[[nodiscard]] result<void> note_battery(const voice& v, storage::stored_lock& lock,
                                        std::int32_t percent);

/// Sets the state with lock.state when it changes. Does not store the row.
[[nodiscard]] result<void> note_state(const voice& v, storage::stored_lock& lock,
                                      protocol::lock_state state);

} // namespace palang::ledger
