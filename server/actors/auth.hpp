#pragma once

#include "server/actors/environment.hpp"
#include "server/actors/lock_out.hpp"
#include "server/actors/token_cache.hpp"
#include "server/config/defaults.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>
#include <caf/typed_response_promise.hpp>

#include <deque>

namespace palang::actors {

struct auth_state {
  struct waiting_login {
    login_attempt attempt;
    caf::typed_response_promise<login_answer> promise;
  };

  environment_ptr env;
  std::deque<waiting_login> waiting; ///< The front one is being worked on.
  lock_out names{defaults::failures_per_name};
  lock_out addresses{defaults::failures_per_address};
  token_cache tokens{defaults::cached_tokens, defaults::token_recheck};
  std::uint64_t revocations = 0; ///< Counts what made remembered tokens invalid.
  static inline const char* name = "auth";
};

/// Log-ins one after the other, so that the lock-out counts every failure before the next attempt
/// is looked at. A name that nobody has takes the same steps and the same time as a wrong password.
auth_actor::behavior_type auth(auth_actor::stateful_pointer<auth_state> self, environment_ptr env);

} // namespace palang::actors
