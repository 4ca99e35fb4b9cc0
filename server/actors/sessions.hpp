#pragma once

#include "server/actors/environment.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>
#include <caf/typed_response_promise.hpp>

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace palang::actors {

struct sessions_state {
  struct member {
    session_actor actor;
    std::string token_hash; ///< Empty before the hello.
    uuid user;
    std::optional<uuid> device;
  };

  environment_ptr env;
  std::unordered_map<connection_id, member> members;
  std::unordered_map<caf::actor_id, connection_id> by_actor;
  std::unordered_map<uuid, connection_id> by_device; ///< Who is connected now.
  db_status db;
  std::unordered_set<connection_id> undrained;
  std::vector<caf::typed_response_promise<drained>> drain_askers;
  static inline const char* name = "sessions";
};

/// Parent of one session per connection. A session that fails takes its connection with it and
/// nobody else's.
sessions_actor::behavior_type sessions(sessions_actor::stateful_pointer<sessions_state> self,
                                       environment_ptr env);

} // namespace palang::actors
