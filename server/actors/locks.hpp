#pragma once

#include "server/actors/cloud_pause.hpp"
#include "server/actors/environment.hpp"
#include "server/actors/gateway_turns.hpp"

#include <caf/stateful_actor.hpp>
#include <caf/typed_event_based_actor.hpp>
#include <caf/typed_response_promise.hpp>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace palang::actors {

struct locks_state {
  environment_ptr env;
  std::map<std::string, lock_actor> by_id;
  gateway_turns<caf::typed_response_promise<bool>> turns;
  lock_facts_ptr facts; ///< Nullptr until they were read.
  std::set<std::string> scanning;
  std::deque<lock_view_ptr> to_scan;      ///< The others that something is due for.
  std::optional<instant> listed_at;       ///< The gateways, with success.
  std::optional<instant> whole_listed_at; ///< Locks and links, too.
  std::optional<instant> cloud_met_at;    ///< Its last answer to any call.
  std::optional<instant> cloud_lost_at;   ///< Its last answer before the first failure in a row.
  std::optional<instant> token_kept_at;
  std::deque<ledger::gap_change> gaps_to_write;
  cloud_pause listing_pause;
  std::optional<instant> db_lost_at;
  bool is_away_noted = false;
  bool is_writing_gap = false;
  bool is_listing = false;
  bool is_quota_low = false;
  static inline const char* name = "locks";
};

/// Scans at once: a few keep the callers busy, and two hundred locks that are all due after an
/// outage do not stand in the writer's way together.
inline constexpr std::size_t scans_at_once = 4;

/// Parent of one actor per lock that the cloud knows. In rounds: reads what is stored, asks the
/// cloud for the gateways' state when it is time, tells each lock what is due, has the openings
/// judged and the quota told. Keeps nothing that the store does not know, but for the turns.
locks_actor::behavior_type locks(locks_actor::stateful_pointer<locks_state> self,
                                 environment_ptr env);

struct lock_state {
  /// An opening on its way.
  struct opening {
    protocol::gate_command command;
    caf::typed_response_promise<opening_result> asker;
  };

  environment_ptr env;
  locks_actor parent;
  std::string id;
  cloud_caller_actor caller; ///< For its openings; made at the first one.
  lock_view_ptr view;
  std::map<uuid, opening> openings;
  std::optional<storage::stored_scan> scan; ///< That is being carried out.
  ttlock::call_priority urgency = ttlock::call_priority::recovery;
  cloud_pause scan_pause;
  bool is_asking_clock = false;
  std::optional<instant> clock_asked_at;
  int clock_failures = 0; ///< Since it was read, or set as it should be.
  static inline const char* name = "lock";
};

/// One lock. An opening is sent once at most: what nobody knows the outcome of stays unknown until
/// the lock or a record tells it.
lock_actor::behavior_type lock(lock_actor::stateful_pointer<lock_state> self, environment_ptr env,
                               std::string id);

} // namespace palang::actors
