#pragma once

#include "server/ledger/ledger.hpp"
#include "server/storage/locks.hpp"
#include "server/storage/recovery.hpp"
#include "server/ttlock/callback.hpp"
#include "server/ttlock/record.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <span>
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
  std::vector<storage::stored_lock> locks;       ///< id, alias, mac, battery.
  std::vector<storage::stored_gateway> gateways; ///< id, name, mac, network, is_online.
  std::vector<storage::lock_link> links;
  bool is_whole = true; ///< False: only the gateways were asked for.
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
  std::string source;        ///< As storage::stored_gap.
  instant from{};            ///< Begins, if none of this source is open.
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

/// The write side of everything that comes from locks. Each call is one transaction; its events are
/// in the answer. Errors: the storage's. All are idempotent: the same again changes nothing.
class lock_writer {
public:
  virtual ~lock_writer() = default;

  /// Callbacks, in the order they came: new records with lock.record, battery_low, forced and
  /// explained openings; gateway notices as note_gateway_state(); other notices kept.
  [[nodiscard]] virtual result<committed> take(std::span<const lock_intake> batch) = 0;
  [[nodiscard]] virtual result<void> keep(const rejected_intake& what) = 0;
  [[nodiscard]] virtual result<committed> note_discovery(const lock_discovery& seen) = 0;
  [[nodiscard]] virtual result<committed> note_reading(const lock_reading& what) = 0;
  [[nodiscard]] virtual result<committed> note_gap(const gap_change& what) = 0;
  /// A running scan of the lock with the same reason is returned instead of a second one.
  [[nodiscard]] virtual result<storage::stored_scan> begin_scan(const scan_request& what) = 0;
  /// The page's records and the scan's progress, together. Raises records_lost when it is the last
  /// page and something could not be recovered.
  [[nodiscard]] virtual result<committed> advance_scan(const scan_step& step) = 0;
  /// Decides openings that waited long enough: unexplained_opening; no_opening only where the lock
  /// is covered. At most 200 in one call.
  [[nodiscard]] virtual result<committed> judge_openings(instant now) = 0;
  /// Calls of the month ("2026-11", Beijing time) as reserved so far; never lowers it.
  [[nodiscard]] virtual result<void> reserve_calls(const std::string& month,
                                                   std::int64_t count) = 0;
  /// Raises or resolves quota_low.
  [[nodiscard]] virtual result<committed> tell_quota(bool is_low, std::int64_t used,
                                                     std::int64_t limit, instant at) = 0;
};

} // namespace palang::ledger
