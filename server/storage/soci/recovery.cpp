#include "server/storage/soci/recovery.hpp"

#include "server/storage/soci/sql_text.hpp"

namespace palang::storage {

namespace {

constexpr column_name gap_columns[] = {"gap_no", "source", "began_at", "ended_at"};
constexpr column_name scan_columns[] = {
    "lock_id", "why",          "window_from", "window_to", "next_page", "found", "added",
    "state",   "requested_by", "started_at",  "ended_at",  "detail",    "id"};

template <class Row>
stored_gap gap_from(const Row& row) {
  const auto& [number, source, began_at, ended_at] = row;
  return {number, source, from_ms(began_at), as_instant(ended_at)};
}

stored_scan from_row(const scan_row& row) {
  stored_scan out;
  out.id = as_uuid(row.id);
  out.lock_id = row.lock_id;
  out.why = row.why;
  out.from = from_ms(row.window_from);
  out.to = from_ms(row.window_to);
  out.next_page = narrow<std::int32_t>(row.next_page);
  out.found = row.found;
  out.added = row.added;
  out.state = known(scan_state_words.find(row.state), row.state);
  out.requested_by = row.requested_by;
  out.started_at = from_ms(row.started_at);
  out.ended_at = as_instant(row.ended_at);
  out.detail = row.detail;
  return out;
}

void to_row(const stored_scan& from, scan_row& row) {
  row.lock_id = from.lock_id;
  row.why = from.why;
  row.window_from = column(from.from);
  row.window_to = column(from.to);
  row.next_page = from.next_page;
  row.found = from.found;
  row.added = from.added;
  row.state = scan_state_words.word(from.state);
  row.requested_by = from.requested_by;
  row.started_at = column(from.started_at);
  row.ended_at = column(from.ended_at);
  row.detail = from.detail;
  row.id = column(from.id);
}

template <class Statement>
std::vector<stored_scan> all_of(Statement& query) {
  std::vector<stored_scan> out;
  query.each([&](const scan_row& row) { out.push_back(from_row(row)); });
  return out;
}

} // namespace

soci_recovery::soci_recovery(connection& db)
    : db_{db}, gaps_{db, select_sql("lock_gaps", gap_columns,
                                    "WHERE (ended_at > :from OR ended_at IS NULL) "
                                    "AND began_at < :to ORDER BY began_at, gap_no")},
      open_gap_{
          db, select_sql("lock_gaps", gap_columns, "WHERE ended_at IS NULL AND source = :source")},
      insert_gap_{db, insert_sql("lock_gaps", {"source", "began_at", "ended_at"})},
      update_gap_{
          db, update_sql("lock_gaps", std::vector<column_name>{"began_at", "ended_at", "gap_no"})},
      find_scan_{db, select_sql("lock_scans", scan_columns, "WHERE id = :id")},
      insert_scan_{db, insert_sql("lock_scans", scan_columns)},
      update_scan_{db, update_sql("lock_scans", scan_columns)},
      running_{db, select_sql("lock_scans", scan_columns,
                              "WHERE state = 'running' ORDER BY started_at, id")},
      done_{db, select_sql("lock_scans", scan_columns,
                           "WHERE state = 'done' AND window_to > :from AND window_from < :to "
                           "AND (:lock1 = '' OR +lock_id = :lock2) ORDER BY started_at, id")},
      recent_{db, select_sql("lock_scans", scan_columns,
                             "WHERE lock_id = :lock ORDER BY started_at DESC, id DESC "
                             "LIMIT :limit")},
      calls_{db, "SELECT calls FROM cloud_calls WHERE call_month = :month"},
      update_calls_{db, "UPDATE cloud_calls SET calls = :calls WHERE call_month = :month"},
      insert_calls_{db, insert_sql("cloud_calls", {"calls", "call_month"})},
      insert_reject_{db, insert_sql("intake_rejects", {"at", "why", "masked"})},
      insert_notice_{db, insert_sql("intake_notices", {"at", "notice_type", "masked"})},
      count_rejects_{db, "SELECT COUNT(*) FROM intake_rejects WHERE at >= :from AND at < :to"} {}

result<std::vector<stored_gap>> soci_recovery::gaps(instant from, instant to) {
  return db_.guarded([&] {
    std::vector<stored_gap> out;
    gaps_.in = {column(from), column(to)};
    gaps_.each([&](const auto& row) { out.push_back(gap_from(row)); });
    return out;
  });
}

result<std::optional<stored_gap>> soci_recovery::open_gap(const std::string& source) {
  return db_.guarded([&]() -> std::optional<stored_gap> {
    open_gap_.in = {source};
    return open_gap_.one() ? std::optional{gap_from(open_gap_.out)} : std::nullopt;
  });
}

result<void> soci_recovery::insert_gap(const stored_gap& row) {
  return db_.guarded([&] {
    insert_gap_.in = {row.source, column(row.from), column(row.to)};
    insert_gap_.run();
  });
}

result<void> soci_recovery::update_gap(const stored_gap& row) {
  return db_.guarded([&] {
    update_gap_.in = {column(row.from), column(row.to), row.number};
    update_gap_.run();
  });
}

result<std::optional<stored_scan>> soci_recovery::find_scan(const uuid& id) {
  return db_.guarded([&]() -> std::optional<stored_scan> {
    find_scan_.in = {column(id)};
    return find_scan_.one() ? std::optional{from_row(find_scan_.out)} : std::nullopt;
  });
}

result<void> soci_recovery::insert_scan(const stored_scan& row) {
  return db_.guarded([&] {
    to_row(row, insert_scan_.in);
    insert_scan_.run();
  });
}

result<void> soci_recovery::update_scan(const stored_scan& row) {
  return db_.guarded([&] {
    to_row(row, update_scan_.in);
    update_scan_.run();
  });
}

result<std::vector<stored_scan>> soci_recovery::running_scans() {
  return db_.guarded([&] { return all_of(running_); });
}

result<std::vector<stored_scan>> soci_recovery::done_scans(const std::string& lock_id, instant from,
                                                           instant to) {
  return db_.guarded([&] {
    done_.in = {column(from), column(to), lock_id, lock_id};
    return all_of(done_);
  });
}

result<std::vector<stored_scan>> soci_recovery::recent_scans(const std::string& lock_id,
                                                             std::int64_t limit) {
  return db_.guarded([&] {
    recent_.in = {lock_id, limit};
    return all_of(recent_);
  });
}

result<std::int64_t> soci_recovery::calls_of(const std::string& month) {
  return db_.guarded([&]() -> std::int64_t {
    calls_.in = {month};
    return calls_.one() ? std::get<0>(calls_.out) : 0;
  });
}

result<void> soci_recovery::set_calls(const std::string& month, std::int64_t count) {
  return db_.guarded([&] {
    update_calls_.in = {count, month};
    if (update_calls_.run() > 0)
      return;
    insert_calls_.in = update_calls_.in;
    insert_calls_.run();
  });
}

result<void> soci_recovery::keep_reject(instant at, const std::string& why,
                                        const std::string& masked) {
  return db_.guarded([&] {
    insert_reject_.in = {column(at), why, masked};
    insert_reject_.run();
  });
}

result<void> soci_recovery::keep_notice(instant at, const std::string& type,
                                        const std::string& masked) {
  return db_.guarded([&] {
    insert_notice_.in = {column(at), type, masked};
    insert_notice_.run();
  });
}

result<std::int64_t> soci_recovery::count_rejects(instant from, instant to) {
  return db_.guarded([&]() -> std::int64_t {
    count_rejects_.in = {column(from), column(to)};
    count_rejects_.one();
    return std::get<0>(count_rejects_.out);
  });
}

} // namespace palang::storage
