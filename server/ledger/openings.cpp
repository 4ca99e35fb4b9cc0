#include "server/ledger/openings.hpp"

#include "server/ledger/context.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::ledger {

namespace {

using protocol::command_state;

bool is_waiting(command_state s) {
  return s == command_state::requested || s == command_state::sent;
}

bool may_become(command_state before, command_state after) {
  if (before == command_state::unknown)
    return after == command_state::confirmed || after == command_state::failed;
  return is_waiting(before);
}

/// The gate remembers it and everybody hears of it.
result<void> tell_outcome(const voice& v, const protocol::gate_command& command) {
  PALANG_TRY(stored, v.db.gates.find(command.gate_id));
  stored.last_open = protocol::gate_last_open{v.now, std::string{to_string(command.state)},
                                              command.session_id ? "session" : command.reason};
  PALANG_CHECK(v.db.gates.put(stored));
  v.state.facts.gates.insert_or_assign(command.gate_id, stored);
  const auto* gate = v.config().find_gate(command.gate_id);
  const auto view =
      gate_view(gate ? *gate : protocol::gate_config{command.gate_id, command.gate_id, {}, {}, {}},
                v.config(), v.state.facts.occupancy, &stored);
  return v.emit(
      protocol::topic::gate,
      command.state == command_state::confirmed ? "gate.opened" : "gate.open_failed",
      protocol::object({{"gate", protocol::encode(view)}, {"command", protocol::encode(command)}}));
}

} // namespace

result<void> settle_command(const voice& v, const command_outcome& outcome) {
  PALANG_TRY(found, v.db.gates.find_command(outcome.command));
  if (!found)
    return fail(errc::not_found, "there is no such opening");
  auto& command = found->shown;
  if (!may_become(command.state, outcome.state))
    return {};
  command.state = outcome.state;
  command.detail = outcome.detail;
  if (!is_waiting(outcome.state))
    found->settled_at = v.now;
  PALANG_CHECK(v.db.gates.settle_command(*found));
  return found->settled_at ? tell_outcome(v, command) : result<void>{};
}

} // namespace palang::ledger
