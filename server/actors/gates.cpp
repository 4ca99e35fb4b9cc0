#include "server/actors/gates.hpp"

#include "server/actors/ask.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"

namespace palang::actors {

namespace {

using self_ptr = gates_actor::stateful_pointer<gates_state>;

void hand_out(self_ptr self, const carry_out& what) {
  auto& child = self->state.by_id[what.command.gate_id];
  if (!child)
    child = self->spawn<caf::linked>(gate, self->state.env);
  self->send(child, what);
}

void load(self_ptr self) {
  using commands = std::vector<protocol::gate_command>;
  ask<commands>(self, self->state.env->readers, defaults::read_timeout, read_unsettled{},
                [self](const commands_result& found) {
                  if (!found)
                    return self->delayed_send(self, defaults::settle_retry, rebuild{});
                  for (const auto& command : *found)
                    hand_out(self, carry_out{command});
                });
}

/// A gate that fails leaves its openings unsettled in the store: a new one takes them up from
/// there.
void gate_ended(self_ptr self, const caf::exit_msg& gone) {
  log::error("gate-failed", {{log::key::reason, self->system().render(gone.reason)}});
  self->delayed_send(self, defaults::settle_retry, rebuild{});
}

} // namespace

gates_actor::behavior_type gates(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  self->set_exit_handler([self](caf::exit_msg& gone) {
    const auto ended = std::erase_if(self->state.by_id, [&](const auto& entry) {
      return entry.second.address() == gone.source;
    });
    if (ended > 0)
      gate_ended(self, gone);
    else
      self->quit(std::move(gone.reason));
  });
  load(self);
  return {
      [self](const carry_out& what) { hand_out(self, what); },
      [self](rebuild) { load(self); },
  };
}

} // namespace palang::actors
