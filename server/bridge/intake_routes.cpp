#include "server/actors/ask.hpp"
#include "server/bridge/http_answers.hpp"
#include "server/bridge/routes.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"
#include "server/ttlock/callback.hpp"
#include "shared/core/crypto.hpp"

/// PROTOCOL 5: what TTLock's cloud posts. It is told `success` only when everything is committed,
/// and anything else when it should send it again.
namespace palang::bridge {

namespace {

gateway::http_response success() {
  gateway::http_response out;
  out.content_type = "text/plain";
  out.body = "success";
  return out;
}

/// Answers and returns false for a wrong secret, and while nothing can be committed.
bool may_take(desk self, const exchange_ptr& call, const std::string& secret) {
  const auto& known = self->state.callback_secret;
  if (known.empty() || !crypto::equal_constant_time(secret, known)) {
    call->respond(refusal({errc::not_found, "no such path", {}}));
    return false;
  }
  if (!self->state.out->is_db_up()) {
    call->respond(refusal({errc::db_unavailable, "the database is down", {}}));
    return false;
  }
  return true;
}

void keep_unreadable(desk self, const exchange_ptr& call, ttlock::callback_reject why) {
  log::warn("callback-unreadable", {{log::key::remote, call->request.remote},
                                    {log::key::reason, why.reason},
                                    {log::key::bytes, call->request.body.size()}});
  self->state.env->meters.callback_unreadable();
  const error told{errc::invalid, why.reason, {}};
  ledger::rejected_intake kept{std::move(why.reason), std::move(why.masked),
                               self->state.env->time.now()};
  actors::ask<void>(self, self->state.env->writer, defaults::callback_timeout,
                    actors::change_locks{std::move(kept)},
                    [call, told](const actors::done& written) {
                      call->respond(refusal(written ? told : written.error()));
                    });
}

} // namespace

void take_callback(desk self, const exchange_ptr& call, const std::string& secret) {
  if (!may_take(self, call, secret))
    return;
  const auto& request = call->request;
  auto read = ttlock::read_callback(request.body, request.content_type, self->state.credential_key);
  if (!read)
    return keep_unreadable(self, call, std::move(read.error()));
  if (read->is_empty)
    return call->respond(success());
  auto intake = std::make_shared<ledger::lock_intake>();
  intake->content = std::move(*read);
  intake->received_at = self->state.env->time.now();
  actors::ask<void>(
      self, self->state.env->writer, defaults::callback_timeout, actors::take_callback{intake},
      [self, call, intake](const actors::done& written) {
        if (written)
          self->state.env->meters.callback_taken(intake->content.batch.records.size());
        call->respond(written ? success() : refusal(written.error()));
      });
}

/// The portal may look whether the URL answers before it keeps it.
void test_callback(desk self, const exchange_ptr& call, const std::string& secret) {
  if (may_take(self, call, secret))
    call->respond(success());
}

} // namespace palang::bridge
