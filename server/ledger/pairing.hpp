#pragma once

#include "server/ledger/voice.hpp"

#include <string>

namespace palang::ledger {

/// Begins an opening with its one half, and pairs the lock's openings around it anew (pair_up() of
/// server/domain): whatever came first and however late, the same halves end the same way. What
/// pairs is explained, its alert resolved with the story in its note, and a command that was waited
/// for is confirmed; what lost its cause waits again. An alarmed opening may be what a cause waits
/// for (a car let in with the mechanical key), and stays alarmed.
[[nodiscard]] result<void> begin_opening(const voice& v, const storage::stored_opening& half);

/// The same after a row's cause or time changed.
[[nodiscard]] result<void> pair_openings(const voice& v, const std::string& lock_id,
                                         instant around);

/// An entry, an exit or a command is behind it, not a person.
[[nodiscard]] bool has_cause(const protocol::opening& o);

/// Resolves what was raised about the opening, if anything is open.
[[nodiscard]] result<void> resolve_alert(const voice& v, const storage::stored_opening& row,
                                         const std::string& note);

} // namespace palang::ledger
