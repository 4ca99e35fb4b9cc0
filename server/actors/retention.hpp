#pragma once

#include "server/actors/environment.hpp"
#include "server/domain/step_size.hpp"
#include "shared/protocol/config.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>

#include <string>
#include <vector>

namespace palang::actors {

struct retention_state {
  environment_ptr env;
  domain::step_size next{defaults::retention_budget, defaults::retention_rows_first,
                         defaults::retention_rows_least};
  std::int64_t oldest_seq = 0; ///< Of the journal after the last step; 0: not known.
  // Of the round:
  protocol::retention_config keeps;
  std::vector<std::string> gone_photos; ///< Their files are removed, their rows not yet.
  std::int64_t removed = 0;             ///< Rows and files.
  milliseconds longest{0};              ///< That a step held the writer.
  static inline const char* name = "retention";
};

/// Every hour throws away what the site's retention lets go: events, expired log-ins, photos and
/// old log files. It asks the single writer for one small step at a time and leaves it to others in
/// between; a step that took long makes the next one smaller. A photo's file goes before its row,
/// so that no file is forgotten. What fails is tried again in the next round.
retention_actor::behavior_type retention(retention_actor::stateful_pointer<retention_state> self,
                                         environment_ptr env);

} // namespace palang::actors
