#include "server/actors/auth.hpp"

#include "server/actors/ask.hpp"
#include "server/ops/log.hpp"
#include "shared/core/crypto.hpp"
#include "shared/protocol/limits.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace palang::actors {

namespace {

using self_ptr = auth_actor::stateful_pointer<auth_state>;

std::string hash_of_token(const std::string& token) {
  return crypto::to_hex(crypto::sha256_of(token));
}

std::string make_token() {
  std::array<std::uint8_t, 32> random{};
  crypto::random_fill(random);
  return crypto::to_hex(random);
}

// -- one log-in, step by step: names its own end by finish() ------------------------------------

void begin_next(self_ptr self);

void finish(self_ptr self, login_answer answer) {
  auto& state = self->state;
  auto& front = state.waiting.front();
  const auto& asked = front.attempt;
  state.env->meters.login_answered(answer.has_value());
  if (answer)
    log::info("login",
              {{log::key::user, asked.request.username}, {log::key::remote, asked.remote}});
  else
    log::warn("login-refused", {{log::key::user, asked.request.username},
                                {log::key::remote, asked.remote},
                                {log::key::code, to_string(answer.error().why.code)}});
  front.promise.deliver(std::move(answer));
  state.waiting.pop_front();
  if (!state.waiting.empty())
    begin_next(self);
}

void refuse(self_ptr self, const error& why, std::optional<std::chrono::seconds> retry_after = {}) {
  finish(self, tl::unexpected(login_refusal{why, retry_after}));
}

void note_lock_out(self_ptr self, const login_attempt& asked) {
  protocol::audit_entry entry;
  entry.at = self->state.env->time.now();
  entry.actor = "system";
  entry.action = "login.locked";
  entry.entity = "user/" + asked.request.username;
  entry.reason = "too many failures; last from " + asked.remote;
  self->send(self->state.env->writer, note_audit{std::move(entry)});
}

void wrong_credentials(self_ptr self) {
  auto& state = self->state;
  const auto& asked = state.waiting.front().attempt;
  const auto now = state.env->time.monotonic();
  state.names.failed(asked.request.username, now);
  state.addresses.failed(asked.remote, now);
  if (state.names.wait_for(asked.request.username, now))
    note_lock_out(self, asked);
  refuse(self, {errc::bad_credentials, "wrong name or password", {}});
}

/// The last step: everything that a reply tells beside the token.
void reply(self_ptr self, const std::string& token, const ledger::token_grant& grant) {
  const auto& env = *self->state.env;
  ask<ledger::config_snapshot>(
      self, env.readers, defaults::read_timeout, read_configuration{},
      [=](const configuration_result& config) {
        if (!config)
          return refuse(self, config.error());
        ask<position>(self, self->state.env->journal, defaults::position_timeout, ask_position{},
                      [=, site = config->document.site](const position_result& here) {
                        if (!here)
                          return refuse(self, here.error());
                        const auto& who = grant.who;
                        finish(self, protocol::login_reply{token,
                                                           grant.expires_at,
                                                           {who.user_id, who.username, who.name,
                                                            who.user_role, false},
                                                           site.id,
                                                           site.name,
                                                           here->epoch});
                      });
      });
}

void grant_token(self_ptr self, const ledger::credentials& who) {
  auto& state = self->state;
  const auto& asked = state.waiting.front().attempt.request;
  const auto token = make_token();
  ledger::writer::login_facts facts{who.who.id,
                                    asked.device_id,
                                    asked.device_key,
                                    asked.enrolment,
                                    hash_of_token(token),
                                    state.env->time.now(),
                                    state.env->approves_devices,
                                    asked.device_no};
  state.names.succeeded(asked.username);
  ask<ledger::token_grant>(self, state.env->writer, defaults::write_timeout, std::move(facts),
                           [self, token](const grant_result& grant) {
                             if (!grant)
                               return refuse(self, grant.error());
                             self->state.tokens.put(hash_of_token(token), *grant,
                                                    self->state.env->time.monotonic());
                             reply(self, token, *grant);
                           });
}

void check_password(self_ptr self, const std::optional<ledger::credentials>& who) {
  const auto& state = self->state;
  const verify_password asked{state.waiting.front().attempt.request.password,
                              who ? who->password_hash : std::string{}};
  self->request(state.env->hasher, defaults::hash_timeout, asked)
      .then(
          [self, who](bool is_right) {
            if (is_right && who)
              grant_token(self, *who);
            else
              wrong_credentials(self);
          },
          [self](const caf::error& why) { refuse(self, no_answer(why)); });
}

void begin_next(self_ptr self) {
  auto& state = self->state;
  const auto& asked = state.waiting.front().attempt;
  const auto now = state.env->time.monotonic();
  const auto wait = std::max(state.names.wait_for(asked.request.username, now),
                             state.addresses.wait_for(asked.remote, now));
  if (wait)
    return refuse(self, {errc::too_many_attempts, "too many failed log-ins; wait", {}}, wait);
  ask<std::optional<ledger::credentials>>(self, state.env->readers, defaults::read_timeout,
                                          read_credentials{asked.request.username},
                                          [self](const credentials_result& found) {
                                            if (!found)
                                              return refuse(self, found.error());
                                            check_password(self, *found);
                                          });
}

caf::result<login_answer> queue_login(self_ptr self, login_attempt& attempt) {
  auto& state = self->state;
  // Names are lower case; the lock-out must not count one name under several spellings.
  std::ranges::transform(attempt.request.username, attempt.request.username.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (state.waiting.size() >= defaults::max_waiting_logins)
    return login_answer{tl::unexpected(login_refusal{{errc::busy, "too many log-ins at once", {}},
                                                     std::chrono::seconds{defaults::retry_after}})};
  auto promise = self->make_response_promise<caf::typed_response_promise<login_answer>>();
  state.waiting.push_back({std::move(attempt), promise});
  if (state.waiting.size() == 1)
    begin_next(self);
  return promise;
}

// -- tokens -----------------------------------------------------------------------------------

grant_result valid_at(const ledger::token_grant& grant, instant now) {
  if (grant.expires_at <= now)
    return fail(errc::unauthorized, "the token has expired");
  return grant;
}

grant_result take_found(auth_state& state, const std::string& hash, const token_result& found,
                        std::uint64_t revocations) {
  if (!found)
    return fail(found.error());
  if (!*found)
    return fail(errc::unauthorized, "unknown token");
  // What was revoked while the reader looked must not be remembered as good.
  if (revocations == state.revocations)
    state.tokens.put(hash, **found, state.env->time.monotonic());
  return valid_at(**found, state.env->time.now());
}

caf::result<grant_result> check(self_ptr self, const std::string& token) {
  auto& state = self->state;
  const auto hash = hash_of_token(token);
  if (const auto* known = state.tokens.find(hash, state.env->time.monotonic()))
    return valid_at(*known, state.env->time.now());
  auto promise = self->make_response_promise<caf::typed_response_promise<grant_result>>();
  ask<std::optional<ledger::token_grant>>(
      self, state.env->readers, defaults::read_timeout, read_token{hash},
      [=, revocations = state.revocations](const token_result& found) mutable {
        promise.deliver(take_found(self->state, hash, found, revocations));
      });
  return promise;
}

caf::result<done> end_token(self_ptr self, const std::string& token) {
  const auto hash = hash_of_token(token);
  auto promise = self->make_response_promise<caf::typed_response_promise<done>>();
  ask<void>(self, self->state.env->writer, defaults::write_timeout, forget_token{hash},
            [=](const done& answer) mutable {
              if (answer) {
                ++self->state.revocations;
                self->state.tokens.forget(hash);
                self->send(self->state.env->sessions, access_ended{{}, {}, {hash}});
              }
              promise.deliver(answer);
            });
  return promise;
}

void forget(auth_state& state, const access_ended& ended) {
  ++state.revocations;
  state.tokens.forget_if([&](const ledger::token_grant& grant) {
    const auto& who = grant.who;
    return std::ranges::count(ended.users, who.user_id) > 0
           || (who.device_id && std::ranges::count(ended.devices, *who.device_id) > 0);
  });
}

} // namespace

auth_actor::behavior_type auth(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  return {
      [self](login_attempt& attempt) { return queue_login(self, attempt); },
      [self](const check_token& asked) { return check(self, asked.token); },
      [self](const logout& asked) { return end_token(self, asked.token); },
      [self](const access_ended& ended) { forget(self->state, ended); },
  };
}

} // namespace palang::actors
