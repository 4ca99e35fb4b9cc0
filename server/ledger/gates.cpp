#include "server/ledger/causes.hpp"
#include "server/ledger/kinds.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <algorithm>

namespace palang::ledger {

namespace {

result<const protocol::gate_config*> need_gate(const context& c, const std::string& gate_id) {
  if (const auto* gate = c.config().find_gate(gate_id))
    return gate;
  return fail(errc::unknown_gate, "there is no gate " + gate_id, "data.gate_id");
}

result<storage::gate_state*> state_of(context& c, const std::string& gate_id) {
  auto& gates = c.state.facts.gates;
  if (auto known = gates.find(gate_id); known != gates.end())
    return &known->second;
  PALANG_TRY(stored, c.db.gates.find(gate_id));
  return &gates.emplace(gate_id, std::move(stored)).first->second;
}

/// When an opening is worth nothing any more. Errors: expired; invalid when it would wait too long.
result<instant> deadline_of(const context& c, const protocol::gate_open_data& d) {
  const auto latest = c.now() + protocol::limits::gate_open_horizon;
  const auto deadline = d.expires_at.value_or(latest);
  const bool is_late =
      !c.clock.is_fault && c.clock.corrected_at + protocol::limits::gate_open_horizon < c.now();
  if (c.is_offline() || deadline <= c.now() || is_late)
    return fail(errc::expired, "an opening is never carried out late");
  if (deadline > latest)
    return fail(errc::invalid, "an opening waits at most 30 s", "data.expires_at");
  return deadline;
}

result<void> check_cause(context& c, const protocol::gate_open_data& d) {
  if (!d.session_id && (!d.reason || d.reason->empty()))
    return fail(errc::invalid, "an opening needs a session or a reason", "data.reason");
  if (!d.session_id)
    return {};
  PALANG_TRY(found, c.db.sessions.find(*d.session_id));
  if (!found)
    return fail(errc::unknown_session, "this session is not known", "data.session_id");
  return {};
}

} // namespace

result<effect> apply(context& c, const protocol::gate_open_data& d) {
  PALANG_TRY(gate, need_gate(c, d.gate_id));
  PALANG_TRY(deadline, deadline_of(c, d));
  PALANG_CHECK(check_cause(c, d));
  PALANG_TRY(state, state_of(c, gate->id));
  protocol::gate_command command;
  command.id = make_uuid_v7(c.now());
  command.gate_id = gate->id;
  command.session_id = d.session_id;
  command.reason = d.session_id ? "" : *d.reason;
  command.requested_at = c.now();
  command.expires_at = deadline;
  PALANG_CHECK(c.db.gates.insert_command({command, c.from.by.username, std::nullopt}));
  PALANG_CHECK(c.note("gate/" + gate->id, "", protocol::encode(command), d.reason.value_or("")));
  const auto view = gate_view(*gate, c.config(), c.state.facts.occupancy, state);
  auto told =
      protocol::object({{"gate", protocol::encode(view)}, {"command", protocol::encode(command)}});
  PALANG_CHECK(c.emit(protocol::topic::gate, "gate.opening", std::move(told)));
  PALANG_CHECK(expect_opening(c, command, *gate));
  c.state.done.commands.push_back(command);
  return effect{protocol::object({{"command", protocol::encode(command)}}), d.session_id};
}

result<effect> apply(context& c, const protocol::gate_mode_data& d) {
  PALANG_TRY(gate, need_gate(c, d.gate_id));
  PALANG_TRY(state, state_of(c, gate->id));
  const auto before = std::string{to_string(state->mode)};
  state->mode = d.mode;
  PALANG_CHECK(c.db.gates.put(*state));
  PALANG_CHECK(
      c.note("gate/" + gate->id, protocol::text(before), protocol::text(to_string(d.mode)), ""));
  const auto view = gate_view(*gate, c.config(), c.state.facts.occupancy, state);
  auto data = protocol::object({{"gate", protocol::encode(view)}});
  PALANG_CHECK(c.emit(protocol::topic::gate, "gate.mode_changed", data));
  return effect{std::move(data), std::nullopt};
}

} // namespace palang::ledger
