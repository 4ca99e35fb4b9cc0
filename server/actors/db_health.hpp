#pragma once

#include "server/actors/environment.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>

namespace palang::actors {

struct db_health_state {
  environment_ptr env;
  std::optional<db_status> known; ///< None until the first probe: then it is told whatever it is.
  bool has_worked = false; ///< The writer carried something out since the last probe began.
  static inline const char* name = "db-health";
};

/// Probes by writing, more often while down. A change is told at once to every client and to the
/// sessions; after an outage the journal looks for what it may have missed.
db_health_actor::behavior_type db_health(db_health_actor::stateful_pointer<db_health_state> self,
                                         environment_ptr env);

} // namespace palang::actors
