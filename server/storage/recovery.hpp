#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/result.hpp"
#include "shared/core/uuid.hpp"
#include "shared/protocol/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

/// A time in which nobody could hear a lock: a gateway without internet, our process or database
/// down. `to` is unknown while it lasts.
struct stored_gap {
  std::int64_t number = 0; ///< Given by the database.
  std::string source;      ///< "gateway/<id>", "server", "database", "cloud"
  instant from{};
  std::optional<instant> to;
  friend bool operator==(const stored_gap&, const stored_gap&) = default;
};

enum class scan_state : std::uint8_t { running, done, failed, last = failed };
inline constexpr protocol::word_table<scan_state> scan_state_words{{"running", "done", "failed"}};

/// One re-scan of a lock's records in the cloud over a window of lock time. Resumable: a page that
/// was committed is never asked for again.
struct stored_scan {
  uuid id;
  std::string lock_id;
  std::string why; ///< "gap", "request", "sweep", "start"
  instant from{};
  instant to{};
  std::int32_t next_page = 1;
  std::int64_t found = 0; ///< Records that the cloud gave.
  std::int64_t added = 0; ///< Of them, those that were new.
  scan_state state = scan_state::running;
  std::string requested_by; ///< A supervisor's name, or empty.
  instant started_at{};
  std::optional<instant> ended_at;
  std::string detail; ///< Why it failed, in words.
  friend bool operator==(const stored_scan&, const stored_scan&) = default;
};

class recovery_repository {
public:
  virtual ~recovery_repository() = default;
  /// Gaps that touch [from, to), oldest first; open ones too.
  [[nodiscard]] virtual result<std::vector<stored_gap>> gaps(instant from, instant to) = 0;
  [[nodiscard]] virtual result<std::optional<stored_gap>> open_gap(const std::string& source) = 0;
  [[nodiscard]] virtual result<void> insert_gap(const stored_gap& row) = 0;
  /// Sets `from` and `to`.
  [[nodiscard]] virtual result<void> update_gap(const stored_gap& row) = 0;

  [[nodiscard]] virtual result<std::optional<stored_scan>> find_scan(const uuid& id) = 0;
  [[nodiscard]] virtual result<void> insert_scan(const stored_scan& row) = 0;
  [[nodiscard]] virtual result<void> update_scan(const stored_scan& row) = 0;
  [[nodiscard]] virtual result<std::vector<stored_scan>> running_scans() = 0;
  /// Finished ones whose window touches [from, to), oldest first. `lock_id` empty: of all locks.
  [[nodiscard]] virtual result<std::vector<stored_scan>> done_scans(const std::string& lock_id,
                                                                    instant from, instant to) = 0;
  /// The lock's last ones in any state, newest first.
  [[nodiscard]] virtual result<std::vector<stored_scan>> recent_scans(const std::string& lock_id,
                                                                      std::int64_t limit) = 0;

  /// Calls of the month ("2026-11", Beijing time) that were reserved.
  [[nodiscard]] virtual result<std::int64_t> calls_of(const std::string& month) = 0;
  [[nodiscard]] virtual result<void> set_calls(const std::string& month, std::int64_t count) = 0;

  /// Keeps what could not be read, or what nobody understands yet, for a person. `masked` holds no
  /// secret and at most 64 KiB.
  [[nodiscard]] virtual result<void> keep_reject(instant at, const std::string& why,
                                                 const std::string& masked) = 0;
  [[nodiscard]] virtual result<void> keep_notice(instant at, const std::string& type,
                                                 const std::string& masked) = 0;
  [[nodiscard]] virtual result<std::int64_t> count_rejects(instant from, instant to) = 0;
};

} // namespace palang::storage
