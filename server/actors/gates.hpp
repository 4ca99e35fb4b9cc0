#pragma once

#include "server/actors/environment.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>

#include <map>
#include <optional>
#include <string>

namespace palang::actors {

struct gates_state {
  environment_ptr env;
  std::map<std::string, gate_actor> by_id;
  static inline const char* name = "gates";
};

/// Parent of one actor per gate that an opening was asked for. After a start it takes up every
/// opening whose outcome nobody noted.
gates_actor::behavior_type gates(gates_actor::stateful_pointer<gates_state> self,
                                 environment_ptr env);

struct gate_state {
  environment_ptr env;
  /// An opening, and what became of it once that is known.
  struct opening {
    protocol::gate_command command;
    std::optional<opening_outcome> outcome;
  };
  std::map<uuid, opening> open; ///< Whose outcome is not written yet.
  static inline const char* name = "gate";
};

/// Brings each opening to an outcome, and the outcome into the store, however long the database is
/// away. An opening is handed to the gate's lock once: that it was handed over is written before,
/// so that after a restart what was under way is unknown and never sent again.
gate_actor::behavior_type gate(gate_actor::stateful_pointer<gate_state> self, environment_ptr env);

} // namespace palang::actors
