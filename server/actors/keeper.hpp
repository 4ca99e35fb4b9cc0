#pragma once

#include "server/ops/metrics.hpp"
#include "shared/core/clock.hpp"

#include <caf/actor.hpp>
#include <caf/actor_cast.hpp>
#include <caf/behavior.hpp>
#include <caf/event_based_actor.hpp>
#include <caf/stateful_actor.hpp>

#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace palang::actors {

/// What a keeper keeps.
struct kept_role {
  std::string name;
  std::size_t count = 1; ///< Several share the work in turn.
  /// Starts one, linked to the keeper.
  std::function<caf::actor(caf::event_based_actor* keeper)> spawn;
  /// Told after one was started again; may be empty.
  std::function<void()> on_restarted;
  /// Told when it failed too often: the process should end. `reason` for the log.
  std::function<void(const std::string& role, const std::string& reason)> give_up;
};

/// INTERNAL to a keeper: start the child of this slot again.
struct restart_due {
  std::size_t slot = 0;
};
/// The role may start: everything that it needs is there.
struct start_now {};

struct keeper_state {
  kept_role role;
  std::vector<caf::actor> children; ///< An empty handle while one is waiting to be started again.
  std::size_t next = 0;
  std::deque<milliseconds> failures; ///< On the monotonic clock, within the give-up window.
  static inline const char* name = "keeper";
};

/// Stands before the actors of one role under a handle that never changes: passes every message on,
/// and starts again, with back-off, what ends by a failure. Gives up after
/// defaults::failures_to_give_up within defaults::give_up_window. What was in the mailbox of the
/// one that failed is answered by an error; nothing is sent twice.
caf::behavior keeper(caf::stateful_actor<keeper_state>* self, kept_role role, const clock* time,
                     ops::metrics* meters);

} // namespace palang::actors

CAF_ALLOW_UNSAFE_MESSAGE_TYPE(palang::actors::restart_due)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(palang::actors::start_now)
