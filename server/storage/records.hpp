#pragma once

#include "server/domain/session_hours.hpp"
#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

struct stored_config {
  std::int64_t version = 0; ///< 0: none was ever set.
  std::string document;     ///< JSON text of the whole.
};

/// Every version of the configuration, whole.
class config_repository {
public:
  virtual ~config_repository() = default;
  [[nodiscard]] virtual result<std::int64_t> newest_version() = 0;
  [[nodiscard]] virtual result<stored_config> newest() = 0;
  [[nodiscard]] virtual result<void> insert(const stored_config& row, instant at,
                                            const std::string& actor) = 0;
  /// The seed of the site's key pair, base64; set once when the database was made.
  [[nodiscard]] virtual result<std::string> site_seed() = 0;
};

class photo_repository {
public:
  virtual ~photo_repository() = default;
  [[nodiscard]] virtual result<bool> has(const std::string& sha256) = 0;
  /// Once more for the same photo changes nothing.
  [[nodiscard]] virtual result<void> insert(const std::string& sha256, std::int64_t size_bytes,
                                            const std::string& media_type, instant at) = 0;
  /// Those that arrived before `before`, and those that the newest `most_bytes` crowd out (0:
  /// none); oldest first.
  [[nodiscard]] virtual result<std::vector<std::string>>
  outlived(instant before, std::int64_t most_bytes, std::int64_t limit) = 0;
  [[nodiscard]] virtual result<void> forget(const std::string& sha256) = 0;
  [[nodiscard]] virtual result<void> want(const std::string& sha256, const uuid& session_id) = 0;
  /// The sessions that waited for it, which now do not.
  [[nodiscard]] virtual result<std::vector<uuid>> take_wanting(const std::string& sha256) = 0;
};

/// Lines newest first; `after` is the id of the last line seen.
struct audit_filter {
  std::optional<std::string> actor;
  std::optional<std::string> action;
  std::optional<instant> from;
  std::optional<instant> to;
  std::optional<std::int64_t> after;
  std::int64_t limit = 50;
};

class audit_repository {
public:
  virtual ~audit_repository() = default;
  /// `row.id` is given by the database.
  [[nodiscard]] virtual result<void> insert(const protocol::audit_entry& row) = 0;
  [[nodiscard]] virtual result<std::vector<protocol::audit_entry>>
  list(const audit_filter& filter) = 0;
  /// All lines of this action within [from, to), oldest first, at most 50,000.
  [[nodiscard]] virtual result<std::vector<protocol::audit_entry>>
  of_action(const std::string& action, instant from, instant to) = 0;
};

struct sync_log_filter {
  std::optional<std::uint16_t> device_no;
  std::optional<instant> from;
  std::optional<instant> to;
  std::optional<std::int64_t> after; ///< The number of the last line seen.
  std::int64_t limit = 50;
  std::optional<bool> is_accepted{};
  std::optional<bool> is_offline{};
};

struct sync_log_page {
  std::vector<protocol::sync_log_entry> entries; ///< Newest first.
  std::optional<std::int64_t> next;
};

/// Payments of one method and person.
struct method_sum {
  std::string username;
  std::string method;
  std::int64_t count = 0;
  rupiah amount{};
};

/// Shifts that were opened within a window.
struct shift_sums {
  std::int64_t count = 0;
  std::int64_t open = 0;
  rupiah expected{}; ///< Of the closed ones, as all that follows.
  rupiah counted{};
  rupiah missing{}; ///< The sum of what was short, not negative.
  rupiah surplus{};
};

struct offline_arrival {
  std::uint16_t device_no = 0;
  instant corrected_at{};
  instant received_at{};
  bool is_uncertain = false;
};

struct refusal_count {
  std::uint16_t device_no = 0;
  std::string code;
  std::int64_t count = 0;
};

/// What supervisors count and look back at.
class report_queries {
public:
  virtual ~report_queries() = default;
  [[nodiscard]] virtual result<sync_log_page> sync_log(const sync_log_filter& filter) = 0;
  /// Counts per bucket, gate and class within [from, to). Buckets have the length `grain` (whole
  /// hours) and are counted from `origin`, which is not after `from`.
  [[nodiscard]] virtual result<std::vector<protocol::stats_row>>
  bucketed(instant from, instant to, instant origin, milliseconds grain) = 0;
  /// Sessions of each class inside at `at`, as entry and exit times tell it; occupancy alone is
  /// filled.
  [[nodiscard]] virtual result<std::vector<protocol::stats_row>> inside_at(instant at) = 0;
  /// Counts of whole hours within [from, to) by gate, class, person and hour of the day: `hour` of
  /// each key is the time since local midnight, whose distance east of UTC is `utc_offset`.
  [[nodiscard]] virtual result<domain::hour_shares> by_hour_of_day(instant from, instant to,
                                                                   milliseconds utc_offset) = 0;
  /// Counts of whole hours within [from, to) by gate and class alone.
  [[nodiscard]] virtual result<domain::hour_shares> by_gate(instant from, instant to) = 0;
  /// Counts of whole hours within [from, to) by the hour of the day alone, as in by_hour_of_day.
  [[nodiscard]] virtual result<domain::hour_shares> by_hour(instant from, instant to,
                                                            milliseconds utc_offset) = 0;
  /// Of whole hours within [from, to).
  [[nodiscard]] virtual result<std::vector<method_sum>> methods(instant from, instant to) = 0;
  [[nodiscard]] virtual result<shift_sums> shifts(instant from, instant to) = 0;
  /// Submissions that were made offline and received within [from, to), in order of arrival.
  [[nodiscard]] virtual result<std::vector<offline_arrival>> offline(instant from, instant to) = 0;
  /// Those that were refused, by device and code.
  [[nodiscard]] virtual result<std::vector<refusal_count>> refusals(instant from, instant to) = 0;
  /// What the counts of hours say otherwise than the sessions and payments themselves, and what
  /// longer sums say otherwise than the counts of their hours: one line each, at most 20. Reads all
  /// of them.
  [[nodiscard]] virtual result<std::vector<std::string>> wrong_hours() = 0;
};

/// Proves that the database takes writes.
class probe_repository {
public:
  virtual ~probe_repository() = default;
  [[nodiscard]] virtual result<void> touch(instant at) = 0;
  /// When it last did, in this process or one before.
  [[nodiscard]] virtual result<std::optional<instant>> last() = 0;
};

} // namespace palang::storage
