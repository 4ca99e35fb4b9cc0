#include "server/actors/db_health.hpp"

#include "server/actors/ask.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"

namespace palang::actors {

namespace {

using self_ptr = db_health_actor::stateful_pointer<db_health_state>;

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
  self->send(env.sessions, *known);
  if (env.locks)
    self->send(env.locks, *known);
  env.out.broadcast({is_up, known->since, known->since, detail});
  if (is_up)
    self->send(env.journal, catch_up{});
}

void probe(self_ptr self) {
  ask<void>(self, self->state.env->writer, defaults::probe_timeout, probe_store{},
            [self](const done& answer) {
              change_to(self, answer.has_value(), answer ? std::string{} : answer.error().message);
              const milliseconds next =
                  answer ? defaults::probe_when_up : milliseconds{defaults::probe_when_down};
              self->delayed_send(self, next, probe_due{});
            });
}

} // namespace

db_health_actor::behavior_type db_health(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  self->send(self, probe_due{});
  return {
      [self](const store_failed& what) { change_to(self, false, what.reason); },
      [self](probe_due) { probe(self); },
  };
}

} // namespace palang::actors
