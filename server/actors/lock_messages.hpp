#pragma once

#include "server/domain/recovery_plan.hpp"
#include "server/ledger/lock_side.hpp"
#include "server/ttlock/budget.hpp"
#include "server/ttlock/cloud.hpp"

#include <caf/allowed_unsafe_message_type.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What the actors say to each other about TTLock: its cloud, its locks and their records.
namespace palang::actors {

// -- store -----------------------------------------------------------------------------------

/// What a callback carried. Shared, because a thousand records are not copied on their way.
struct take_callback {
  std::shared_ptr<const ledger::lock_intake> what;
};
struct judge_openings {};
struct reserve_calls {
  std::string month; ///< "2026-11", Beijing time.
  std::int64_t count = 0;
};
struct tell_quota {
  bool is_low = false;
  std::int64_t used = 0;
  std::int64_t limit = 0;
};
/// One step of the TTLock side, each a transaction of its own.
struct change_locks {
  std::variant<ledger::lock_discovery, ledger::lock_reading, ledger::gap_change, ledger::scan_step,
               ledger::rejected_intake, judge_openings, reserve_calls, tell_quota>
      what;
};
struct begin_scan {
  ledger::scan_request what;
};
using scan_result = result<storage::stored_scan>;

struct read_locks {};
using lock_facts_ptr = std::shared_ptr<const ledger::lock_side_facts>;
using lock_facts_result = result<lock_facts_ptr>;

// -- TTLock's cloud --------------------------------------------------------------------------

template <class T>
using cloud_reply = tl::expected<T, ttlock::cloud_error>;

/// Locks, gateways and links; or the gateways alone, for their state.
struct list_places {
  bool is_whole = false;
};
using places_reply = cloud_reply<ledger::lock_discovery>;

struct pull_page {
  std::string lock_id;
  instant from{}; ///< By the lock's clock, both ends included.
  instant to{};
  int page = 1;
  ttlock::call_priority priority = ttlock::call_priority::recovery;
};
using page_reply = cloud_reply<ttlock::record_page>;

struct send_unlock {
  std::string lock_id;
};
using unlock_reply = cloud_reply<void>;

struct ask_state {
  std::string lock_id;
};
using state_reply = cloud_reply<ttlock::open_state>;

/// Reads the lock's clock, or sets it first.
struct ask_clock {
  std::string lock_id;
  bool is_to_set = false;
};
using clock_reply = cloud_reply<milliseconds>; ///< The lock's clock less ours.

/// Renew the token while it still works, so that no opening waits for that.
struct keep_token {};

/// A call was made, of whatever kind: the cloud answered, or it did not.
struct cloud_met {
  bool is_away = false;
  instant at{};
};

// -- locks -----------------------------------------------------------------------------------

/// Carry an opening out: once at most, and not after its expiry.
struct open_lock {
  std::string lock_id;
  protocol::gate_command command;
};
struct opening_outcome {
  protocol::command_state state = protocol::command_state::unknown;
  std::string detail; ///< In words, for people.
};
using opening_result = result<opening_outcome>;

/// One lock's part of the facts, and what is due.
struct lock_view {
  storage::stored_lock lock;
  std::vector<std::string> gateways;
  std::optional<storage::stored_scan> running;
  std::optional<domain::scan_window> due;
  bool is_online = false; ///< One of its gateways is.
  bool may_scan = false;  ///< It is this lock's turn: answered by scan_over, sooner or later.
};
using lock_view_ptr = std::shared_ptr<const lock_view>;

/// Gateways carry out one command at a time: waits for the turn, answers false when `until` came
/// first.
struct take_turn {
  std::string lock_id;
  instant until{};
};
struct turn_over {
  std::string lock_id;
};
/// This lock scans no more, for now.
struct scan_over {
  std::string lock_id;
};
/// A supervisor wants these scanned now.
struct scan_wanted {
  std::vector<std::string> lock_ids;
};
/// INTERNAL to locks and lock.
struct look_round {};
struct try_again {
  uuid command;
};
struct check_outcome {
  uuid command;
};
struct next_page {};

} // namespace palang::actors

// Messages never leave the process, so CAF need not know how to write them down.
#define PALANG_MESSAGE(type) CAF_ALLOW_UNSAFE_MESSAGE_TYPE(palang::type)
PALANG_MESSAGE(actors::take_callback)
PALANG_MESSAGE(actors::change_locks)
PALANG_MESSAGE(actors::begin_scan)
PALANG_MESSAGE(actors::scan_result)
PALANG_MESSAGE(actors::read_locks)
PALANG_MESSAGE(actors::lock_facts_result)
PALANG_MESSAGE(actors::list_places)
PALANG_MESSAGE(actors::places_reply)
PALANG_MESSAGE(actors::pull_page)
PALANG_MESSAGE(actors::page_reply)
PALANG_MESSAGE(actors::send_unlock)
PALANG_MESSAGE(actors::unlock_reply)
PALANG_MESSAGE(actors::ask_state)
PALANG_MESSAGE(actors::state_reply)
PALANG_MESSAGE(actors::ask_clock)
PALANG_MESSAGE(actors::clock_reply)
PALANG_MESSAGE(actors::keep_token)
PALANG_MESSAGE(actors::cloud_met)
PALANG_MESSAGE(actors::open_lock)
PALANG_MESSAGE(actors::opening_result)
PALANG_MESSAGE(actors::lock_view_ptr)
PALANG_MESSAGE(actors::take_turn)
PALANG_MESSAGE(actors::turn_over)
PALANG_MESSAGE(actors::scan_over)
PALANG_MESSAGE(actors::scan_wanted)
PALANG_MESSAGE(actors::look_round)
PALANG_MESSAGE(actors::try_again)
PALANG_MESSAGE(actors::check_outcome)
PALANG_MESSAGE(actors::next_page)
#undef PALANG_MESSAGE
