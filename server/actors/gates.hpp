#pragma once

#include "server/actors/environment.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>

#include <map>
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
  std::map<uuid, protocol::gate_command> open; ///< Whose outcome is not written yet.
  static inline const char* name = "gate";
};

/// Brings each opening to an outcome, and the outcome into the store, however long the database is
/// away. No gate has a lock bound to it in this build, so what is honest to say of an opening is
/// that it failed, or that it came too late.
gate_actor::behavior_type gate(gate_actor::stateful_pointer<gate_state> self, environment_ptr env);

} // namespace palang::actors
