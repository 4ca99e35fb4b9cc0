#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

/// A lock as the cloud and its own records tell of it; name and gate stand in the configuration.
struct stored_lock {
  std::string id;    ///< TTLock's lockId as text.
  std::string alias; ///< Its name in the cloud.
  std::string mac;
  std::optional<std::int32_t> battery; ///< Percent.
  protocol::lock_state state = protocol::lock_state::unknown;
  std::optional<milliseconds> clock_offset; ///< The lock's clock less true time.
  std::optional<instant> clock_measured_at;
  std::optional<instant> last_record_at; ///< Greatest corrected time of a record.
  std::optional<instant> last_heard_at;  ///< When a record or reading last came.
  std::optional<instant> discovered_at;
  friend bool operator==(const stored_lock&, const stored_lock&) = default;
};

struct stored_gateway {
  std::string id;
  std::string name;
  std::string mac;
  std::string network;
  bool is_online = false;
  instant since{};     ///< Of is_online.
  instant last_seen{}; ///< When the cloud or a notice last spoke of it.
  std::int64_t late_records = 0;
  friend bool operator==(const stored_gateway&, const stored_gateway&) = default;
};

/// A gateway that reaches a lock.
struct lock_link {
  std::string lock_id;
  std::string gateway_id;
  std::int32_t rssi = 0; ///< dBm; 0 when the cloud did not tell.
  instant seen_at{};
  friend bool operator==(const lock_link&, const lock_link&) = default;
};

class lock_repository {
public:
  virtual ~lock_repository() = default;
  [[nodiscard]] virtual result<std::optional<stored_lock>> find(const std::string& id) = 0;
  [[nodiscard]] virtual result<std::vector<stored_lock>> all() = 0;
  /// Inserts or replaces.
  [[nodiscard]] virtual result<void> put(const stored_lock& row) = 0;
  [[nodiscard]] virtual result<std::optional<stored_gateway>>
  find_gateway(const std::string& id) = 0;
  [[nodiscard]] virtual result<std::vector<stored_gateway>> all_gateways() = 0;
  [[nodiscard]] virtual result<void> put_gateway(const stored_gateway& row) = 0;
  [[nodiscard]] virtual result<std::vector<lock_link>> all_links() = 0;
  /// Replaces every link of the lock.
  [[nodiscard]] virtual result<void> replace_links(const std::string& lock_id,
                                                   const std::vector<lock_link>& links) = 0;
};

/// A record as it is kept. `natural_key` names it across callback and pull (server/ttlock).
struct stored_record {
  protocol::lock_record shown;
  std::string natural_key;
  std::int32_t occurrence = 0; ///< Grows only when the cloud's list tells two equal ones apart.
  std::optional<std::int64_t> cloud_record_id; ///< The list's recordId; callbacks have none.
  std::optional<std::string> credential_digest;
  std::int32_t batch_size = 1; ///< Records in the callback or page that brought it.
};

struct record_cursor {
  instant corrected_at{};
  std::int64_t number = 0;
};

struct record_filter {
  std::string lock_id;
  std::optional<instant> from; ///< Of corrected_at, as the others.
  std::optional<instant> to;
  std::optional<record_cursor> after;
  std::int64_t limit = 50;
};

struct record_page {
  std::vector<protocol::lock_record> records; ///< Newest first.
  std::optional<record_cursor> next;
};

/// How records of one lock came within a period.
struct record_statistics {
  std::string lock_id;
  std::int64_t by_callback = 0;
  std::int64_t by_pull = 0;
  std::int64_t late = 0;
  std::int32_t greatest_batch = 0;
  /// received_at - corrected_at, ascending; of the newest 20,000.
  std::vector<std::int64_t> delays_ms;
  std::int64_t greatest_delay_ms = 0; ///< Of all, also of those left out of delays_ms.
  std::optional<instant> last_received_at;
};

/// Records of a lock that came after something was over.
struct backlog_filter {
  std::string lock_id;
  instant from{}; ///< Of lock_at.
  instant to{};   ///< Of lock_at; not included.
  instant received_from{};
  instant received_until{}; ///< Included.
  instant uploaded_from{};  ///< Of server_at; of received_at where the cloud named none.
};

class record_repository {
public:
  virtual ~record_repository() = default;
  /// All occurrences of the key, first one first.
  [[nodiscard]] virtual result<std::vector<stored_record>>
  with_key(const std::string& natural_key) = 0;
  [[nodiscard]] virtual result<void> insert(const stored_record& row) = 0;
  /// Of the lock, with this very lock_at: what a record with a new key is compared with.
  [[nodiscard]] virtual result<std::vector<stored_record>> of_moment(const std::string& lock_id,
                                                                     instant lock_at) = 0;
  /// Sets what a later source adds: cloud_record_id, opening_id.
  [[nodiscard]] virtual result<void> update(const stored_record& row) = 0;
  [[nodiscard]] virtual result<std::optional<stored_record>> find(const uuid& id) = 0;
  [[nodiscard]] virtual result<record_page> list(const record_filter& filter) = 0;
  /// Of records whose received_at lies in [from, to).
  [[nodiscard]] virtual result<std::vector<record_statistics>> statistics(instant from,
                                                                          instant to) = 0;
  /// How many of them there are, and the least lock_at among them.
  struct backlog {
    std::int64_t count = 0;
    std::optional<instant> oldest;
  };
  /// The newest by lock_at, at most `limit`.
  [[nodiscard]] virtual result<backlog> newest_backlog(const backlog_filter& of,
                                                       std::int64_t limit) = 0;
  /// When the last record of the lock with a corrected_at in [from, to) came.
  [[nodiscard]] virtual result<std::optional<instant>> last_received(const std::string& lock_id,
                                                                     instant from, instant to) = 0;
};

} // namespace palang::storage
