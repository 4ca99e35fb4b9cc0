#pragma once

#include "server/actors/environment.hpp"
#include "server/actors/event_ring.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>

#include <vector>

namespace palang::actors {

struct journal_state {
  enum class stage : std::uint8_t {
    starting, ///< Does not know where the table stands.
    reading,  ///< A page of the table has been asked for, to fill the memory.
    current   ///< Has everything that it was told of.
  };

  environment_ptr env;
  stage now = stage::starting;
  bool is_loaded = false; ///< The memory reaches to where the table stood at the start.
  event_ring ring;
  ledger::journal_bounds bounds; ///< epoch stays; newest_seq is that of the start.
  std::int64_t config_version = 0;
  std::int64_t published_seq = 0;
  std::vector<committed_events> held; ///< Told while not current.
  static inline const char* name = "journal";
};

/// Keeps the recent events, encodes each once, and publishes them in order of seq without gap or
/// repeat. What it was not told (it or the writer was started again) it reads from the table before
/// it goes on. The page that ends a replay and the subscription that follows leave from one
/// handler, so nothing can fall between them.
journal_actor::behavior_type journal(journal_actor::stateful_pointer<journal_state> self,
                                     environment_ptr env);

} // namespace palang::actors
