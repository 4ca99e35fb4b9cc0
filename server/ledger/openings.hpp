#pragma once

#include "server/ledger/voice.hpp"

namespace palang::ledger {

struct command_outcome {
  uuid command;
  protocol::command_state state = protocol::command_state::unknown;
  std::string detail;
};

/// Notes what became of an opening that was asked for, with gate.opened or gate.open_failed; `sent`
/// without an event. Once settled it stays as it is, without an event; only what was unknown may
/// still turn out confirmed or failed. Errors: not_found for an unknown command.
[[nodiscard]] result<void> settle_command(const voice& v, const command_outcome& outcome);

} // namespace palang::ledger
