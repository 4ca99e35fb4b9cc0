#include "server/actors/ask.hpp"
#include "server/actors/gates.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"

namespace palang::actors {

namespace {

using self_ptr = gate_actor::stateful_pointer<gate_state>;
using protocol::command_state;

const protocol::gate_command* command_of(self_ptr self, const uuid& id) {
  const auto found = self->state.open.find(id);
  return found == self->state.open.end() ? nullptr : &found->second.command;
}

void write_outcome(self_ptr self, const uuid& id) {
  const auto found = self->state.open.find(id);
  if (found == self->state.open.end() || !found->second.outcome)
    return;
  const settle_command what{id, found->second.outcome->state, found->second.outcome->detail};
  ask<void>(self, self->state.env->writer, defaults::write_timeout, what,
            [self, what](const done& written) {
              if (!written && is_retryable(written.error().code))
                return self->delayed_send(self, defaults::settle_retry, settle_due{what.command});
              if (written)
                log::info("opening-settled", {{log::key::command, what.command},
                                              {log::key::outcome, to_string(what.outcome)}});
              else
                log::error("opening-not-written", {{log::key::command, what.command},
                                                   {log::key::reason, written.error().message}});
              self->state.open.erase(what.command);
            });
}

void settle(self_ptr self, const uuid& id, command_state state, std::string detail) {
  const auto found = self->state.open.find(id);
  if (found == self->state.open.end())
    return;
  found->second.outcome = opening_outcome{state, std::move(detail)};
  write_outcome(self, id);
}

bool settle_if_late(self_ptr self, const protocol::gate_command& command) {
  if (command.expires_at > self->state.env->time.now())
    return false;
  settle(self, command.id, command_state::expired,
         "tidak terlaksana tepat waktu (not carried out in time)");
  return true;
}

void hand_to_lock(self_ptr self, const protocol::gate_command& command, const std::string& lock) {
  ask<opening_outcome>(
      self, self->state.env->locks, defaults::opening_timeout, open_lock{lock, command},
      [self, id = command.id](const opening_result& outcome) {
        if (outcome)
          return settle(self, id, outcome->state, outcome->detail);
        const bool is_refused = !is_retryable(outcome.error().code);
        settle(self, id, is_refused ? command_state::failed : command_state::unknown,
               outcome.error().message);
      });
}

/// Written before it is sent: whoever finds it after a restart knows that it may have been.
void note_sent(self_ptr self, const protocol::gate_command& command, const std::string& lock) {
  ask<void>(self, self->state.env->writer, defaults::write_timeout,
            settle_command{command.id, command_state::sent, ""},
            [self, id = command.id, lock](const done& written) {
              const auto* open = command_of(self, id);
              if (!open || settle_if_late(self, *open))
                return;
              if (written)
                return hand_to_lock(self, *open, lock);
              self->delayed_send(self, defaults::settle_retry, settle_due{id});
            });
}

void carry_out_at(self_ptr self, const protocol::gate_command& command,
                  const protocol::config& config) {
  if (settle_if_late(self, command))
    return;
  const auto* gate = config.find_gate(command.gate_id);
  if (!gate || !gate->lock_id)
    return settle(self, command.id, command_state::failed,
                  "pintu ini belum punya kunci (no lock bound to this gate)");
  if (!self->state.env->locks)
    return settle(self, command.id, command_state::failed,
                  "server ini tidak tersambung ke TTLock (no connection to TTLock)");
  note_sent(self, command, *gate->lock_id);
}

void begin(self_ptr self, const uuid& id) {
  const auto* command = command_of(self, id);
  if (!command)
    return;
  if (command->state == command_state::sent)
    return settle(self, id, command_state::unknown,
                  "server sempat dimulai ulang (the server was restarted meanwhile)");
  ask<ledger::config_snapshot>(self, self->state.env->readers, defaults::read_timeout,
                               read_configuration{},
                               [self, id](const configuration_result& config) {
                                 const auto* open = command_of(self, id);
                                 if (!open)
                                   return;
                                 if (config)
                                   return carry_out_at(self, *open, config->document);
                                 if (!settle_if_late(self, *open))
                                   self->delayed_send(self, defaults::settle_retry, settle_due{id});
                               });
}

} // namespace

gate_actor::behavior_type gate(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  return {
      [self](const carry_out& what) {
        const auto id = what.command.id;
        if (self->state.open.try_emplace(id, gate_state::opening{what.command, std::nullopt})
                .second)
          begin(self, id);
      },
      [self](const settle_due& due) {
        const auto found = self->state.open.find(due.command);
        if (found != self->state.open.end() && found->second.outcome)
          return write_outcome(self, due.command);
        begin(self, due.command);
      },
  };
}

} // namespace palang::actors
