#include "server/actors/session.hpp"

#include "server/actors/session_steps.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"
#include "shared/protocol/limits.hpp"

#include <utility>

namespace palang::actors {

namespace limits = protocol::limits;
namespace close_code = protocol::close_code;

namespace {

using stage = session_state::stage;

void refuse_frame(session_ptr self, const error& why) {
  auto& state = self->state;
  const auto now = state.env->time.monotonic();
  auto& bad = state.bad_messages;
  bad.push_back(now);
  while (bad.front() + std::chrono::minutes{1} <= now)
    bad.pop_front();
  state.env->out.send(state.connection, protocol::error_message{{}, why, {}});
  if (std::ssize(bad) >= limits::bad_messages_per_minute)
    close(self, close_code::bad_message, "too many bad messages");
}

void take_unreadable(session_ptr self, const protocol::decode_failure& frame) {
  if (frame.submit_id && self->state.now == stage::greeted)
    return refuse_submission(self, *frame.submit_id, frame.why);
  if (frame.query_id && self->state.now == stage::greeted)
    return self->state.env->out.send(self->state.connection,
                                     protocol::error_message{frame.query_id, frame.why, {}});
  refuse_frame(self, frame.why);
}

void answer_ping(const session_state& state, const protocol::ping& p) {
  const auto& env = *state.env;
  env.out.send(state.connection, protocol::pong{p.n, state.db.is_up, env.time.now(),
                                                env.out.published_seq().value_or(0)});
}

struct frame_taker {
  session_ptr self;

  void operator()(const protocol::hello& h) const {
    if (self->state.now != stage::silent)
      return refuse_frame(self, {errc::bad_message, "hello was said already", "type"});
    check_hello(self, h);
  }
  void operator()(const protocol::ping& p) const { answer_ping(self->state, p); }
  void operator()(protocol::submit& s) const {
    if (self->state.now != stage::greeted)
      return refuse_frame(self, {errc::bad_message, "say hello first", "type"});
    take_submission(self, std::move(s));
  }
  void operator()(protocol::query& q) const {
    if (self->state.now != stage::greeted)
      return refuse_frame(self, {errc::bad_message, "say hello first", "type"});
    take_query(self, std::move(q));
  }
};

bool is_ping(const frame_received& frame) {
  return frame.content && std::holds_alternative<protocol::ping>(*frame.content);
}

void take_frame(session_ptr self, frame_received& frame) {
  auto& state = self->state;
  if (state.now == stage::closing)
    return;
  if (state.now == stage::checking && !is_ping(frame)) {
    if (state.early.size() >= defaults::max_early)
      return close(self, close_code::too_many, "too much before the welcome");
    return state.early.push_back(std::move(frame));
  }
  if (frame.content)
    std::visit(frame_taker{self}, *frame.content);
  else
    take_unreadable(self, frame.content.error());
}

/// Everybody who was greeted hears of it from elsewhere. What changed before the greeting, and is
/// known here only after it, this client was told wrong.
void take_status(session_ptr self, const db_status& status) {
  auto& state = self->state;
  const bool was_told_wrong = state.now == stage::greeted && status.is_up != state.db.is_up
                              && status.since <= state.greeted_at;
  state.db = status;
  if (was_told_wrong)
    state.env->out.send(state.connection,
                        protocol::status{status.is_up, status.since, status.since, status.detail});
}

void tell_when_drained(session_ptr self) {
  if (self->state.is_draining && self->state.in_flight == 0)
    self->send(self->state.parent, session_drained{self->state.connection});
}

} // namespace

void close(session_ptr self, std::uint16_t code, const std::string& reason) {
  auto& state = self->state;
  if (std::exchange(state.now, stage::closing) == stage::closing)
    return;
  log::info("session-closed", {{log::key::connection, state.connection},
                               {log::key::code, code},
                               {log::key::reason, reason}});
  state.env->out.close(state.connection, code, reason);
}

void take_early_frames(session_ptr self) {
  for (auto& frame : std::exchange(self->state.early, {}))
    take_frame(self, frame);
}

void submission_left(session_ptr self) {
  --self->state.in_flight;
  tell_when_drained(self);
}

session_actor::behavior_type session(session_ptr self, environment_ptr env,
                                     connection_id connection, sessions_actor parent,
                                     db_status db) {
  auto& state = self->state;
  state.env = std::move(env);
  state.connection = connection;
  state.parent = std::move(parent);
  state.db = std::move(db);
  self->delayed_send(self, limits::hello_deadline, hello_overdue{});
  return {
      [self](frame_received& frame) { take_frame(self, frame); },
      [self](connection_drained) { replay_on(self); },
      [self](connection_closed) { self->quit(); },
      [self](const db_status& status) { take_status(self, status); },
      [self](const end_session& why) { close(self, why.code, why.reason); },
      [self](drain) {
        self->state.is_draining = true;
        tell_when_drained(self);
      },
      [self](hello_overdue) {
        if (self->state.now == stage::silent)
          close(self, close_code::no_hello, "no hello in time");
      },
      [self](token_expired) { watch_token(self); },
      [self](replay_due) { replay_on(self); },
  };
}

} // namespace palang::actors
