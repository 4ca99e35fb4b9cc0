#pragma once

#include "server/storage/recovery.hpp"
#include "server/storage/soci/columns.hpp"

namespace palang::storage {

/// A row of `lock_scans`, key last.
struct scan_row {
  text lock_id, why;
  integer window_from = 0, window_to = 0, next_page = 0, found = 0, added = 0;
  text state, requested_by;
  integer started_at = 0;
  maybe<integer> ended_at;
  text detail, id;
  auto fields() {
    return std::tie(lock_id, why, window_from, window_to, next_page, found, added, state,
                    requested_by, started_at, ended_at, detail, id);
  }
};

class soci_recovery final : public recovery_repository {
public:
  explicit soci_recovery(connection& db);
  result<std::vector<stored_gap>> gaps(instant from, instant to) override;
  result<std::optional<stored_gap>> open_gap(const std::string& source) override;
  result<void> insert_gap(const stored_gap& row) override;
  result<void> update_gap(const stored_gap& row) override;
  result<std::optional<stored_scan>> find_scan(const uuid& id) override;
  result<void> insert_scan(const stored_scan& row) override;
  result<void> update_scan(const stored_scan& row) override;
  result<std::vector<stored_scan>> running_scans() override;
  result<std::vector<stored_scan>> done_scans(const std::string& lock_id, instant from,
                                              instant to) override;
  result<std::vector<stored_scan>> recent_scans(const std::string& lock_id,
                                                std::int64_t limit) override;
  result<std::int64_t> calls_of(const std::string& month) override;
  result<void> set_calls(const std::string& month, std::int64_t count) override;
  result<void> keep_reject(instant at, const std::string& why, const std::string& masked) override;
  result<void> keep_notice(instant at, const std::string& type, const std::string& masked) override;
  result<std::int64_t> count_rejects(instant from, instant to) override;

private:
  using gap_row = std::tuple<integer, text, integer, maybe<integer>>;
  connection& db_;
  statement<std::tuple<integer, integer>, gap_row> gaps_;
  statement<std::tuple<text>, gap_row> open_gap_;
  statement<std::tuple<text, integer, maybe<integer>>> insert_gap_;
  statement<std::tuple<integer, maybe<integer>, integer>> update_gap_;
  statement<std::tuple<text>, scan_row> find_scan_;
  statement<scan_row> insert_scan_;
  statement<scan_row> update_scan_;
  statement<std::tuple<>, scan_row> running_;
  statement<std::tuple<integer, integer, text, text>, scan_row> done_;
  statement<std::tuple<text, integer>, scan_row> recent_;
  statement<std::tuple<text>, std::tuple<integer>> calls_;
  statement<std::tuple<integer, text>> update_calls_;
  statement<std::tuple<integer, text>> insert_calls_;
  statement<std::tuple<integer, text, text>> insert_reject_;
  statement<std::tuple<integer, text, text>> insert_notice_;
  statement<std::tuple<integer, integer>, std::tuple<integer>> count_rejects_;
};

} // namespace palang::storage
