#include "server/ledger/openings.hpp"

#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::ledger {

namespace {

using protocol::command_state;

bool is_settled(command_state s) {
  return s != command_state::requested && s != command_state::sent;
}

} // namespace

result<void> settle_opening(storage::repositories& db, working_state& state,
                            const opening_outcome& outcome) {
  PALANG_TRY(found, db.gates.find_command(outcome.command));
  if (!found)
    return fail(errc::not_found, "there is no such opening");
  auto& command = found->shown;
  if (is_settled(command.state))
    return {};
  command.state = outcome.state;
  command.detail = outcome.detail;
  if (is_settled(outcome.state))
    found->settled_at = outcome.at;
  PALANG_CHECK(db.gates.settle_command(*found));
  if (!found->settled_at)
    return {};
  PALANG_TRY(stored, db.gates.find(command.gate_id));
  stored.last_open = protocol::gate_last_open{outcome.at, std::string{to_string(outcome.state)},
                                              command.session_id ? "session" : command.reason};
  PALANG_CHECK(db.gates.put(stored));
  state.facts.gates.insert_or_assign(command.gate_id, stored);
  const auto& config = state.facts.config->document;
  const auto* gate = config.find_gate(command.gate_id);
  const auto view =
      gate_view(gate ? *gate : protocol::gate_config{command.gate_id, command.gate_id, {}, {}, {}},
                config, state.facts.occupancy, &stored);
  protocol::event e{
      ++state.facts.newest_seq, outcome.at, protocol::topic::gate,
      outcome.state == command_state::confirmed ? "gate.opened" : "gate.open_failed",
      protocol::object({{"gate", protocol::encode(view)}, {"command", protocol::encode(command)}})};
  PALANG_CHECK(db.journal.append(e));
  state.done.events.push_back(std::move(e));
  return {};
}

} // namespace palang::ledger
