#pragma once

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
};

struct sync_log_filter {
  std::optional<std::uint16_t> device_no;
  std::optional<instant> from;
  std::optional<instant> to;
  std::optional<std::int64_t> after; ///< The number of the last line seen.
  std::int64_t limit = 50;
};

struct sync_log_page {
  std::vector<protocol::sync_log_entry> entries; ///< Newest first.
  std::optional<std::int64_t> next;
};

/// What supervisors count and look back at.
class report_queries {
public:
  virtual ~report_queries() = default;
  [[nodiscard]] virtual result<sync_log_page> sync_log(const sync_log_filter& filter) = 0;
  /// Entries, exits and revenue per hour, gate and class within [from, to); hours are counted from
  /// `origin`, which is not after `from`.
  [[nodiscard]] virtual result<std::vector<protocol::stats_row>> hourly(instant from, instant to,
                                                                        instant origin) = 0;
  /// Sessions of each class inside at `at`, as entry and exit times tell it; occupancy alone is
  /// filled.
  [[nodiscard]] virtual result<std::vector<protocol::stats_row>> inside_at(instant at) = 0;
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
