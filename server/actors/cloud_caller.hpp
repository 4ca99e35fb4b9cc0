#pragma once

#include "server/actors/environment.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>

#include <memory>

namespace palang::actors {

struct cloud_caller_state {
  environment_ptr env;
  std::unique_ptr<ttlock::cloud> cloud; ///< Made at the first call.
  /// How urgent the call under way is, for what its kind does not say.
  ttlock::call_priority of_records = ttlock::call_priority::recovery;
  static inline const char* name = "cloud-caller";
};

/// Asks TTLock's cloud, one call at a time, and waits for it: it has a thread of its own. Every
/// answer is a reply, errors in words. Needs environment::make_cloud.
cloud_caller_actor::behavior_type
cloud_caller(cloud_caller_actor::stateful_pointer<cloud_caller_state> self, environment_ptr env);

} // namespace palang::actors
