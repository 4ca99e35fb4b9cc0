#pragma once

#include "server/storage/locks.hpp"
#include "server/storage/soci/columns.hpp"

namespace palang::storage {

/// A row of `lock_records` without its number, key last.
struct lock_record_row {
  text lock_id, natural_key;
  integer occurrence = 0;
  maybe<integer> cloud_record_id;
  integer type = 0, type_from_lock = 0, is_success = 0;
  text who;
  maybe<text> credential_digest;
  text credential_tail;
  maybe<integer> battery;
  integer lock_at = 0;
  maybe<integer> server_at;
  integer received_at = 0, corrected_at = 0;
  text source;
  integer late_by_ms = 0, batch_size = 0;
  maybe<text> opening_id;
  text id;
  auto fields() {
    return std::tie(lock_id, natural_key, occurrence, cloud_record_id, type, type_from_lock,
                    is_success, who, credential_digest, credential_tail, battery, lock_at,
                    server_at, received_at, corrected_at, source, late_by_ms, batch_size,
                    opening_id, id);
  }
};

/// A row that knows its place in the list.
struct listed_record_row {
  integer record_no = 0;
  lock_record_row row;
  auto fields() { return std::tuple_cat(std::tie(record_no), row.fields()); }
};

/// How one record came.
struct arrivals_row {
  text lock_id;
  integer count = 0, pulled = 0, late = 0, greatest_batch = 0, greatest_delay = 0, last = 0;
  auto fields() {
    return std::tie(lock_id, count, pulled, late, greatest_batch, greatest_delay, last);
  }
};

class soci_lock_records final : public record_repository {
public:
  explicit soci_lock_records(connection& db);
  result<std::vector<stored_record>> with_key(const std::string& natural_key) override;
  result<std::vector<stored_record>> of_moment(const std::string& lock_id,
                                               instant lock_at) override;
  result<void> insert(const stored_record& row) override;
  result<void> update(const stored_record& row) override;
  result<std::optional<stored_record>> find(const uuid& id) override;
  result<record_page> list(const record_filter& filter) override;
  result<std::vector<record_statistics>> statistics(instant from, instant to) override;
  result<backlog> newest_backlog(const backlog_filter& of, std::int64_t limit) override;
  result<std::optional<instant>> last_received(const std::string& lock_id, instant from,
                                               instant to) override;

private:
  using span = std::tuple<text, integer, integer>;
  connection& db_;
  statement<std::tuple<text>, lock_record_row> with_key_;
  statement<std::tuple<text, integer>, lock_record_row> of_moment_;
  statement<lock_record_row> insert_;
  statement<std::tuple<maybe<integer>, maybe<text>, text>> update_;
  statement<std::tuple<text>, lock_record_row> find_;
  statement<std::tuple<text, integer, integer, integer, integer, integer, integer>,
            listed_record_row>
      list_;
  statement<std::tuple<integer, integer>, arrivals_row> arrivals_;
  statement<std::tuple<integer, integer>, std::tuple<text, integer>> delays_;
  statement<std::tuple<text, integer, integer, integer, integer, integer, integer>,
            std::tuple<integer, maybe<integer>>>
      newest_backlog_;
  statement<span, std::tuple<maybe<integer>>> last_received_;
};

} // namespace palang::storage
