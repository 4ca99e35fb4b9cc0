#include "server/actors/session_steps.hpp"

#include "server/actors/ask.hpp"
#include "server/config/defaults.hpp"

namespace palang::actors {

namespace {

result<void> may_ask(const session_state& state, const protocol::query& q) {
  if (!protocol::includes(state.who.user_role, protocol::role_needed(q.data)))
    return fail(errc::forbidden, "this query needs a higher role", "kind");
  if (!state.db.is_up)
    return fail(errc::db_unavailable, "the database is down");
  if (state.open_queries >= defaults::max_open_queries)
    return fail(errc::busy, "too many queries at once");
  return {};
}

void answer(session_ptr self, const std::string& id, query_answer what) {
  auto& state = self->state;
  if (what)
    state.env->out.send(state.connection, protocol::query_result{id, std::move(*what)});
  else
    state.env->out.send(state.connection, protocol::error_message{id, what.error(), {}});
}

} // namespace

void take_query(session_ptr self, protocol::query q) {
  auto& state = self->state;
  if (const auto allowed = may_ask(state, q); !allowed)
    return answer(self, q.id, fail(allowed.error()));
  ++state.open_queries;
  ask<std::string>(self, state.env->readers, defaults::query_timeout,
                   run_query{std::move(q.data), state.who}, [self, id = q.id](query_answer what) {
                     --self->state.open_queries;
                     answer(self, id, std::move(what));
                   });
}

} // namespace palang::actors
