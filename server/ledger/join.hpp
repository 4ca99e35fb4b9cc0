#pragma once

#include "server/ledger/kinds.hpp"
#include "server/storage/sessions.hpp"

/// An entry that arrives after its exit (two devices were offline): the two become one closed stay,
/// priced again, and the exit_without_entry alert is resolved.
namespace palang::ledger {

/// The exit named the session by id. Errors: invalid when the session of this id is no orphan.
[[nodiscard]] result<effect> join_same_session(context& c, storage::stored_session entry);

/// The exit read the ticket: `orphan` is merged into the entry's session.
[[nodiscard]] result<effect> join_orphan(context& c, storage::stored_session entry,
                                         const uuid& orphan);

} // namespace palang::ledger
