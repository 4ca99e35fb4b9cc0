#pragma once

#include "server/ledger/context.hpp"

namespace palang::ledger {

struct opening_outcome {
  uuid command;
  protocol::command_state state = protocol::command_state::unknown;
  std::string detail;
  instant at{};
};

/// Notes what became of an opening, with gate.opened or gate.open_failed. A settled one stays as it
/// is, without an event. `sent` is noted without an event. Errors: not_found for an unknown
/// command.
[[nodiscard]] result<void> settle_opening(storage::repositories& db, working_state& state,
                                          const opening_outcome& outcome);

} // namespace palang::ledger
