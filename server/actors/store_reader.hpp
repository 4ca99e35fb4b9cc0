#pragma once

#include "server/actors/environment.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>

namespace palang::actors {

struct store_reader_state {
  environment_ptr env;
  std::unique_ptr<ledger::reader> reader; ///< Opened on first use.
  static inline const char* name = "store-reader";
};

/// One read session. Several share the work behind one keeper.
store_reader_actor::behavior_type
store_reader(store_reader_actor::stateful_pointer<store_reader_state> self, environment_ptr env);

} // namespace palang::actors
