#pragma once

#include "server/actors/answer_queue.hpp"
#include "server/actors/environment.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>

#include <deque>
#include <string>
#include <vector>

namespace palang::actors {

struct session_state {
  enum class stage : std::uint8_t {
    silent,   ///< Upgraded, no hello yet.
    checking, ///< The hello is being looked at; what follows it waits in `early`.
    greeted,  ///< Welcomed.
    closing   ///< A close was asked for: nothing of the client counts any more.
  };

  environment_ptr env;
  connection_id connection = 0;
  sessions_actor parent;
  stage now = stage::silent;
  ledger::principal who;
  instant token_expires_at{};
  std::deque<frame_received> early;
  answer_queue answers;
  std::size_t in_flight = 0; ///< Submissions that the store has not answered.
  std::size_t open_queries = 0;
  std::deque<milliseconds> bad_messages; ///< When, within the last minute.
  db_status db;
  instant greeted_at{};
  bool is_draining = false;
  subscription topics;
  std::int64_t replayed_seq = 0; ///< How far the replay came.
  static inline const char* name = "session";
};

/// One client connection: hello within its time, roles, answers in the order asked, limits, replay
/// at the client's pace. `db`: how the database was when the connection opened.
session_actor::behavior_type session(session_actor::stateful_pointer<session_state> self,
                                     environment_ptr env, connection_id connection,
                                     sessions_actor parent, db_status db);

} // namespace palang::actors
