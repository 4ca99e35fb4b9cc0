#include "server/actors/ask.hpp"
#include "server/actors/gates.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"

namespace palang::actors {

namespace {

using self_ptr = gate_actor::stateful_pointer<gate_state>;

settle_command outcome_of(const protocol::gate_command& command, instant now) {
  if (command.expires_at <= now)
    return {command.id, protocol::command_state::expired, "not carried out in time"};
  return {command.id, protocol::command_state::failed, "no lock bound to this gate"};
}

void settle(self_ptr self, const uuid& id) {
  auto& state = self->state;
  const auto found = state.open.find(id);
  if (found == state.open.end())
    return;
  const auto outcome = outcome_of(found->second, state.env->time.now());
  ask<void>(self, state.env->writer, defaults::write_timeout, outcome,
            [self, outcome](const done& written) {
              if (!written && is_retryable(written.error().code))
                return self->delayed_send(self, defaults::settle_retry,
                                          settle_due{outcome.command});
              if (written)
                log::info("opening-settled", {{log::key::command, outcome.command},
                                              {log::key::outcome, to_string(outcome.outcome)}});
              else
                log::error("opening-not-written", {{log::key::command, outcome.command},
                                                   {log::key::reason, written.error().message}});
              self->state.open.erase(outcome.command);
            });
}

} // namespace

gate_actor::behavior_type gate(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  return {
      [self](const carry_out& what) {
        const auto id = what.command.id;
        if (self->state.open.try_emplace(id, what.command).second)
          settle(self, id);
      },
      [self](const settle_due& due) { settle(self, due.command); },
  };
}

} // namespace palang::actors
