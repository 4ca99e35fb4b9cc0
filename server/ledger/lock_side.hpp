#pragma once

#include "server/storage/locks.hpp"
#include "server/storage/recovery.hpp"
#include "server/ttlock/callback.hpp"
#include "server/ttlock/record.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the TTLock side writes and reads. Values only.
namespace palang::ledger {

/// One callback, as it was read.
struct lock_intake {
  ttlock::callback content;
  instant received_at{};
};

/// What could not be read and is kept for a person.
struct rejected_intake {
  std::string why;
  std::string masked;
  instant received_at{};
};

/// Locks, gateways and links as the cloud lists them now.
struct lock_discovery {
  std::vector<storage::stored_lock> locks; ///< id, alias, mac, battery.
  std::vector<storage::stored_gateway> gateways; ///< id, name, mac, network, is_online.
  std::vector<storage::lock_link> links;
  instant at{};
};

/// What a lock was asked through its gateway; what is not set was not asked.
struct lock_reading {
  std::string lock_id;
  std::optional<protocol::lock_state> state;
  std::optional<milliseconds> clock_offset;
  instant at{};
};

/// Somebody stopped or began to hear.
struct gap_change {
  std::string source; ///< As storage::stored_gap.
  instant from{};     ///< Begins, if none of this source is open.
  std::optional<instant> to; ///< Ends the open one, or notes a whole gap.
};

/// One page of a re-scan.
struct scan_step {
  uuid scan;
  std::vector<ttlock::lock_record> records;
  bool is_last = false;
  std::optional<std::string> failure; ///< Set: the scan ends here, in words.
  instant received_at{};
};

/// Why a re-scan is wanted: as storage::stored_scan.
struct scan_request {
  std::string lock_id;
  std::string why;
  instant from{};
  instant to{};
  std::string requested_by;
  instant at{};
};

/// What the TTLock actors load: everything that they would otherwise have to remember.
struct lock_side_facts {
  std::vector<storage::stored_lock> locks;
  std::vector<storage::stored_gateway> gateways;
  std::vector<storage::lock_link> links;
  std::vector<storage::stored_gap> gaps;           ///< Of the last 8 days, and open ones.
  std::vector<storage::stored_scan> running_scans; ///< Oldest first.
  std::vector<storage::stored_scan> done_scans;    ///< Of the last 8 days.
  /// Transactions whose opening did not show: lock and time.
  struct suspicion {
    std::string lock_id;
    instant at{};
  };
  std::vector<suspicion> suspicions;
  std::optional<instant> last_alive; ///< Of the process before this one.
  std::int64_t calls_this_month = 0;
};

} // namespace palang::ledger
