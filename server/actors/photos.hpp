#pragma once

#include "server/actors/environment.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>

namespace palang::actors {

struct photos_state {
  environment_ptr env;
  static inline const char* name = "photos";
};

/// Files DIR/photos/ab/cd/<sha256>, written whole or not at all. The writer is told of each, also
/// of one that was there already: an earlier upload may have ended between the file and the row.
photos_actor::behavior_type photos(photos_actor::stateful_pointer<photos_state> self,
                                   environment_ptr env);

} // namespace palang::actors
