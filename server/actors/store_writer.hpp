#pragma once

#include "server/actors/environment.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>
#include <caf/typed_response_promise.hpp>

#include <vector>

namespace palang::actors {

struct store_writer_state {
  using promise = caf::typed_response_promise<verdict_result>;

  environment_ptr env;
  std::unique_ptr<ledger::writer> writer; ///< Opened on first use and after it was lost.
  std::vector<ledger::submission> gathered;
  std::vector<promise> askers;          ///< One for each of `gathered`.
  std::vector<take_callback> callbacks; ///< Gathered likewise, into transactions of their own.
  std::vector<caf::typed_response_promise<done>> callers;
  static inline const char* name = "store-writer";
};

/// The single writer. Group commit without a timer: the first submission of a group puts write_now
/// behind everything that is already in the mailbox, so an idle store commits at once and a busy
/// one takes along what came during the last commit. Whatever goes wrong reaches every asker;
/// nothing leaves the handlers as an exception.
store_writer_actor::behavior_type
store_writer(store_writer_actor::stateful_pointer<store_writer_state> self, environment_ptr env);

} // namespace palang::actors
