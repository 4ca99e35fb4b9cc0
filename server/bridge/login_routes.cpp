#include "server/bridge/routes.hpp"

#include "server/actors/ask.hpp"
#include "server/bridge/http_answers.hpp"
#include "server/config/defaults.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::bridge {

namespace {

gateway::http_response answer_login(const actors::login_answer& outcome) {
  if (!outcome)
    return refusal(outcome.error().why, outcome.error().retry_after);
  auto r = answer(200, protocol::encode(*outcome));
  r.headers.emplace_back("Cache-Control", "no-store");
  return r;
}

} // namespace

void log_in(desk self, const exchange_ptr& call, const std::string&) {
  auto asked = protocol::decode_login(call->request.body);
  if (!asked)
    return call->respond(refusal(asked.error()));
  self->request(self->state.env->auth, defaults::login_timeout,
                actors::login_attempt{std::move(*asked), call->request.remote})
      .then([call](const actors::login_answer& outcome) { call->respond(answer_login(outcome)); },
            [call](const caf::error& why) { call->respond(refusal(actors::no_answer(why))); });
}

void log_out(desk self, const exchange_ptr& call, const std::string&) {
  with_principal(self, call, [self, call](const ledger::principal&) {
    actors::ask<void>(self, self->state.env->auth, defaults::login_timeout,
                      actors::logout{call->request.bearer_token},
                      [call](const actors::done& outcome) {
                        call->respond(outcome ? answer(200, "{}") : refusal(outcome.error()));
                      });
  });
}

void with_principal(desk self, const exchange_ptr& call,
                    std::function<void(const ledger::principal&)> then) {
  if (call->request.bearer_token.empty())
    return call->respond(
        refusal({errc::unauthorized, "a token is needed: Authorization: Bearer …", {}}));
  actors::ask<ledger::token_grant>(self, self->state.env->auth, defaults::token_timeout,
                                   actors::check_token{call->request.bearer_token},
                                   [call, then](const actors::grant_result& grant) {
                                     if (grant)
                                       then(grant->who);
                                     else
                                       call->respond(refusal(grant.error()));
                                   });
}

} // namespace palang::bridge
