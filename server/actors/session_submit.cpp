#include "server/actors/session_steps.hpp"

#include "server/actors/ask.hpp"
#include "server/config/defaults.hpp"
#include "shared/core/crypto.hpp"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

namespace palang::actors {

namespace {

void answer(session_ptr self, answer_queue::ticket ticket, protocol::server_message what) {
  auto& state = self->state;
  for (const auto& ready : state.answers.answer(ticket, std::move(what)))
    state.env->out.send(state.connection, ready);
}

/// Why it is not even tried; all of these are retryable.
std::optional<error> reason_to_wait(const session_state& state) {
  if (state.is_draining)
    return error{errc::shutting_down, "the server is stopping", {}};
  if (!state.db.is_up)
    return error{errc::db_unavailable, "the database is down", {}};
  if (state.in_flight >= protocol::limits::max_pipeline)
    return error{errc::busy, "more than 64 submissions are unanswered", {}};
  return std::nullopt;
}

void take_verdict(session_ptr self, answer_queue::ticket ticket, const uuid& id,
                  verdict_result verdict) {
  auto& meters = self->state.env->meters;
  if (!verdict) {
    if (is_retryable(verdict.error().code))
      meters.submission_refused();
    answer(self, ticket, protocol::rejected{id, verdict.error()});
  } else {
    meters.submission_answered(std::holds_alternative<protocol::accepted>(*verdict));
    std::visit([&](auto& v) { answer(self, ticket, std::move(v)); }, *verdict);
  }
  submission_left(self);
}

void hand_over(session_ptr self, answer_queue::ticket ticket, protocol::submit s) {
  const auto& state = self->state;
  const auto id = s.id;
  const auto digest = crypto::sha256_of(protocol::canonical(s));
  ask<ledger::verdict>(self, state.env->writer, defaults::submit_timeout,
                       ledger::submission{state.who, std::move(s), state.env->time.now(), digest},
                       [self, ticket, id](verdict_result verdict) {
                         take_verdict(self, ticket, id, std::move(verdict));
                       });
}

/// A password goes no further than to the hasher; not even its digest is kept, only that of its
/// hash, which is the same each time this submission is sent.
void hash_then_hand_over(session_ptr self, answer_queue::ticket ticket, protocol::submit s) {
  const auto password = *std::get<protocol::user_set_data>(s.data).password;
  ask<std::string>(self, self->state.env->hasher, defaults::hash_timeout,
                   hash_password{password, s.id},
                   [self, ticket, s](const hash_result& hash) mutable {
                     if (!hash)
                       return take_verdict(self, ticket, s.id, fail(hash.error()));
                     std::get<protocol::user_set_data>(s.data).password = *hash;
                     hand_over(self, ticket, std::move(s));
                   });
}

} // namespace

void refuse_submission(session_ptr self, const uuid& id, const error& why) {
  answer(self, self->state.answers.ask(), protocol::rejected{id, why});
}

void take_submission(session_ptr self, protocol::submit s) {
  auto& state = self->state;
  if (const auto why = reason_to_wait(state)) {
    state.env->meters.submission_refused();
    return refuse_submission(self, s.id, *why);
  }
  const auto ticket = state.answers.ask();
  ++state.in_flight;
  const auto* user = std::get_if<protocol::user_set_data>(&s.data);
  if (user != nullptr && user->password)
    hash_then_hand_over(self, ticket, std::move(s));
  else
    hand_over(self, ticket, std::move(s));
}

} // namespace palang::actors
