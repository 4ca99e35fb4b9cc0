#include "server/actors/session_steps.hpp"

#include "server/actors/ask.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"
#include "shared/core/crypto.hpp"
#include "shared/protocol/limits.hpp"

#include <algorithm>

namespace palang::actors {

namespace limits = protocol::limits;
namespace close_code = protocol::close_code;

namespace {

/// A timer keeps its session in memory until it is due, however long ago the connection ended.
constexpr milliseconds longest_timer = std::chrono::minutes{1};

/// What the client said, once its topics are understood.
struct wish {
  protocol::hello said;
  protocol::topic_mask topics = 0;
};

result<protocol::topic_mask> read_topics(const std::vector<std::string>& words) {
  protocol::topic_mask mask = 0;
  for (const auto& word : words) {
    const auto topic = protocol::topic_from(word);
    if (!topic)
      return fail(errc::bad_message, "unknown topic \"" + word + "\"", "topics");
    mask = static_cast<protocol::topic_mask>(mask | protocol::bit(*topic));
  }
  return mask;
}

bool may_have(protocol::role who, const std::vector<std::string>& words) {
  return std::ranges::all_of(words, [&](const auto& word) {
    return protocol::includes(who, protocol::role_needed(*protocol::topic_from(word)));
  });
}

void refuse_hello(session_ptr self, const error& why, std::uint16_t code) {
  self->state.env->out.send(self->state.connection, protocol::error_message{{}, why, {}});
  close(self, code, why.message);
}

bool continues(const std::optional<protocol::resume_point>& from, const position& here) {
  return from && from->epoch == here.epoch && from->seq >= here.oldest_seq - 1
         && from->seq <= here.newest_seq;
}

protocol::welcome make_welcome(const session_state& state, const position& here, bool is_resumed) {
  protocol::welcome w;
  w.connection = make_uuid_v7(state.env->time.now());
  w.epoch = here.epoch;
  w.seq = here.newest_seq;
  w.oldest_seq = here.oldest_seq;
  w.is_resumed = is_resumed;
  w.server_time = state.env->time.now();
  w.is_db_up = state.db.is_up;
  w.config_version = here.config_version;
  w.heartbeat_ms = milliseconds{limits::heartbeat}.count();
  w.reconnect_jitter_ms = milliseconds{defaults::reconnect_jitter}.count();
  w.who = {state.who.user_id, state.who.username, state.who.name, state.who.user_role, false};
  if (state.who.device_no != 0)
    w.device_no = state.who.device_no;
  return w;
}

void welcome(session_ptr self, const wish& wanted, const position& here) {
  auto& state = self->state;
  const bool is_resumed = continues(wanted.said.resume, here);
  state.topics = {wanted.topics, state.who.user_role == protocol::role::admin,
                  wanted.said.is_batch};
  state.replayed_seq = is_resumed ? wanted.said.resume->seq : here.newest_seq;
  state.greeted_at = state.env->time.now();
  state.env->out.greet(state.connection);
  state.env->out.send(state.connection, make_welcome(state, here, is_resumed));
  state.now = session_state::stage::greeted;
  log::info("session-greeted", {{log::key::connection, state.connection},
                                {log::key::user, state.who.username},
                                {log::key::device, state.who.device_no},
                                {log::key::after, state.replayed_seq}});
  replay_on(self);
  take_early_frames(self);
}

/// Which of the closes fits a token that was not accepted. A database that cannot say is no reason
/// to ask for a log-in.
std::uint16_t close_for(const error& why) {
  return why.code == errc::db_unavailable ? close_code::going_away : close_code::unauthorized;
}

void ask_where_we_are(session_ptr self, const wish& wanted) {
  ask<position>(self, self->state.env->journal, defaults::position_timeout, ask_position{},
                [self, wanted](const position_result& here) {
                  if (self->state.now != session_state::stage::checking)
                    return;
                  if (!here)
                    return refuse_hello(self, here.error(), close_code::going_away);
                  welcome(self, wanted, *here);
                });
}

void take_grant(session_ptr self, const wish& wanted, const ledger::token_grant& grant) {
  auto& state = self->state;
  if (!may_have(grant.who.user_role, wanted.said.topics))
    return refuse_hello(self, {errc::forbidden, "a topic needs a higher role", "topics"},
                        close_code::forbidden);
  state.who = grant.who;
  state.token_expires_at = grant.expires_at;
  watch_token(self);
  self->send(state.parent,
             session_greeted{state.connection, crypto::to_hex(crypto::sha256_of(wanted.said.token)),
                             grant.who});
  ask_where_we_are(self, wanted);
}

} // namespace

void watch_token(session_ptr self) {
  const auto left = self->state.token_expires_at - self->state.env->time.now();
  if (left <= milliseconds{0})
    return close(self, close_code::unauthorized, "the token has expired");
  self->delayed_send(self, std::min<milliseconds>(left, longest_timer), token_expired{});
}

void check_hello(session_ptr self, const protocol::hello& h) {
  const auto topics = read_topics(h.topics);
  if (!topics)
    return refuse_hello(self, topics.error(), close_code::bad_message);
  self->state.now = session_state::stage::checking;
  ask<ledger::token_grant>(self, self->state.env->auth, defaults::token_timeout,
                           check_token{h.token},
                           [self, wanted = wish{h, *topics}](const grant_result& grant) {
                             if (self->state.now != session_state::stage::checking)
                               return;
                             if (!grant)
                               return refuse_hello(self, grant.error(), close_for(grant.error()));
                             take_grant(self, wanted, *grant);
                           });
}

void replay_on(session_ptr self) {
  auto& state = self->state;
  if (state.now == session_state::stage::closing)
    return;
  self->request(state.env->journal, defaults::page_timeout,
                serve_page{state.connection, state.topics, state.replayed_seq})
      .then(
          [self](const page_served& page) {
            self->state.replayed_seq = page.after_seq;
            if (page.step == replay_step::page_sent)
              self->state.env->out.notify_drained(self->state.connection);
            else if (page.step == replay_step::gone)
              close(self, close_code::going_away, "what follows was removed; resume again");
            else if (page.step == replay_step::not_now)
              self->delayed_send(self, defaults::journal_retry, replay_due{});
          },
          // Whether the page left is unknown: only a new resume can continue without gap or repeat.
          [self](const caf::error&) {
            close(self, close_code::going_away, "the replay broke; resume it");
          });
}

} // namespace palang::actors
