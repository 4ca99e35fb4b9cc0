#pragma once

#include "server/ledger/context.hpp"
#include "server/storage/sessions.hpp"

/// What transactions and commands leave behind for the locks' records to meet: openings that should
/// show. Only gates whose lock TTLock knows take part.
namespace palang::ledger {

/// An entry or exit passed the gate at the submission's corrected time. Nothing where the gate is
/// held open or closed (no single opening is expected), or where the device's clock is at fault (no
/// record could be found by its time).
[[nodiscard]] result<void> expect_opening(context& c, protocol::opening_cause cause,
                                          const uuid& session, const std::string& gate_id);

/// Somebody asked for the gate: joins the opening of the command's session that still waits for its
/// record; else it is an opening of its own, `manual`, or `test` when the reason says so.
[[nodiscard]] result<void> expect_opening(context& c, const protocol::gate_command& command,
                                          const protocol::gate_config& gate);

/// The session did not happen: what it waits for is dropped (a command of it stays as manual), what
/// it explained stays with a note.
[[nodiscard]] result<void> void_openings(context& c, const uuid& session);

/// The openings of `from` are now those of `to`. The car passed once each way: of two openings for
/// its entry, or for its exit, one that waits for its record is dropped.
[[nodiscard]] result<void> move_openings(context& c, const uuid& from, const uuid& to);

} // namespace palang::ledger
