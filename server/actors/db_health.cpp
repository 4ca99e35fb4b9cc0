#include "server/actors/db_health.hpp"

#include "server/actors/ask.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"

namespace palang::actors {

namespace {

using self_ptr = db_health_actor::stateful_pointer<db_health_state>;

/// Those that keep it.
void tell(self_ptr self) {
  const auto& env = *self->state.env;
  const auto& known = self->state.known;
  if (!known)
    return;
  self->send(env.sessions, *known);
  if (env.locks)
    self->send(env.locks, *known);
}

void change_to(self_ptr self, bool is_up, const std::string& detail) {
  auto& known = self->state.known;
  if (known && known->is_up == is_up)
    return;
  const auto& env = *self->state.env;
  known = db_status{is_up, env.time.now(), detail};
  if (is_up)
    log::info("db-up");
  else
    log::error("db-down", {{log::key::reason, detail}});
  env.meters.database_is(is_up);
  tell(self);
  env.out.broadcast({is_up, known->since, known->since, detail});
  if (is_up)
    self->send(env.journal, catch_up{});
}

void conclude(self_ptr self, bool is_up, const std::string& detail) {
  change_to(self, is_up, detail);
  const milliseconds next =
      is_up ? defaults::probe_when_up : milliseconds{defaults::probe_when_down};
  self->delayed_send(self, next, probe_due{});
}

/// The probe waits its turn: a writer that carried out something meanwhile is busy, not down.
void probe(self_ptr self) {
  self->state.has_worked = false;
  self->request(self->state.env->writer, defaults::probe_timeout, probe_store{})
      .then(
          [self](const done& answer) {
            conclude(self, answer.has_value(), answer ? std::string{} : answer.error().message);
          },
          [self](const caf::error& why) {
            conclude(self, self->state.has_worked, no_answer(why).message);
          });
}

} // namespace

db_health_actor::behavior_type db_health(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  self->send(self, probe_due{});
  return {
      [self](const store_failed& what) { change_to(self, false, what.reason); },
      [self](store_worked) { self->state.has_worked = true; },
      [self](tell_status) { tell(self); },
      [self](probe_due) { probe(self); },
  };
}

} // namespace palang::actors
