#pragma once

#include "server/ledger/voice.hpp"

#include <optional>

/// Records that mean that a gate opened, or that somebody forced it.
namespace palang::ledger {

/// The opening that a record begins, not yet stored: an alarm at any lock, an unlock at a gate's.
/// A type that nobody knows counts as an unlock when it succeeded. Nullopt: no opening.
[[nodiscard]] std::optional<storage::stored_opening>
opening_of(const voice& v, const protocol::lock_record& record);

/// Stores what opening_of() made: alarms raise forced_opening, the others look for their cause.
[[nodiscard]] result<void> note_unlock(const voice& v, storage::stored_opening opening,
                                       const protocol::lock_record& record);

} // namespace palang::ledger
