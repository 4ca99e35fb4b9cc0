#include "server/storage/soci/lock_records.hpp"

#include "server/storage/soci/sql_text.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace palang::storage {

namespace {

constexpr const char* most_delays = "20000";

constexpr column_name record_columns[] = {
    "lock_id",        "natural_key", "occurrence", "cloud_record_id",   "type",
    "type_from_lock", "is_success",  "who",        "credential_digest", "credential_tail",
    "battery",        "lock_at",     "server_at",  "received_at",       "corrected_at",
    "source",         "late_by_ms",  "batch_size", "opening_id",        "id"};

std::string listed_sql() {
  auto sql = select_sql("lock_records", record_columns,
                        "WHERE lock_id = :lock AND corrected_at >= :from AND corrected_at < :to "
                        "AND corrected_at <= :cursor1 "
                        "AND (corrected_at < :cursor2 OR record_no < :cursor_no) "
                        "ORDER BY corrected_at DESC, record_no DESC LIMIT :limit");
  return sql.replace(0, std::string_view{"SELECT "}.size(), "SELECT record_no, ");
}

protocol::lock_record shown_of(const lock_record_row& row) {
  protocol::lock_record out;
  out.id = as_uuid(row.id);
  out.lock_id = row.lock_id;
  out.type = narrow<std::int32_t>(row.type);
  out.type_from_lock = narrow<std::int32_t>(row.type_from_lock);
  out.is_success = row.is_success != 0;
  out.who = row.who;
  out.credential_tail = row.credential_tail;
  if (row.battery.has_value())
    out.battery = narrow<std::int32_t>(row.battery.value);
  out.lock_at = from_ms(row.lock_at);
  out.server_at = as_instant(row.server_at);
  out.received_at = from_ms(row.received_at);
  out.corrected_at = from_ms(row.corrected_at);
  out.source = known(protocol::record_source_from(row.source), row.source);
  out.late_by_ms = row.late_by_ms;
  out.opening_id = as_uuid(row.opening_id);
  return out;
}

stored_record from_row(const lock_record_row& row) {
  stored_record out;
  out.shown = shown_of(row);
  out.natural_key = row.natural_key;
  out.occurrence = narrow<std::int32_t>(row.occurrence);
  out.cloud_record_id = row.cloud_record_id.get();
  out.credential_digest = row.credential_digest.get();
  out.batch_size = narrow<std::int32_t>(row.batch_size);
  return out;
}

void to_row(const stored_record& from, lock_record_row& row) {
  const auto& r = from.shown;
  row.lock_id = r.lock_id;
  row.natural_key = from.natural_key;
  row.occurrence = from.occurrence;
  row.cloud_record_id = column(from.cloud_record_id);
  row.type = r.type;
  row.type_from_lock = r.type_from_lock;
  row.is_success = column(r.is_success);
  row.who = r.who;
  row.credential_digest = column(from.credential_digest);
  row.credential_tail = r.credential_tail;
  row.battery = column(r.battery);
  row.lock_at = column(r.lock_at);
  row.server_at = column(r.server_at);
  row.received_at = column(r.received_at);
  row.corrected_at = column(r.corrected_at);
  row.source = to_string(r.source);
  row.late_by_ms = r.late_by_ms;
  row.batch_size = from.batch_size;
  row.opening_id = column(r.opening_id);
  row.id = column(r.id);
}

record_statistics from_row(const arrivals_row& row) {
  record_statistics out;
  out.lock_id = row.lock_id;
  out.by_callback = row.count - row.pulled;
  out.by_pull = row.pulled;
  out.late = row.late;
  out.greatest_batch = narrow<std::int32_t>(row.greatest_batch);
  out.greatest_delay_ms = row.greatest_delay;
  out.last_received_at = from_ms(row.last);
  return out;
}

template <class Statement>
std::vector<stored_record> all_of(Statement& query) {
  std::vector<stored_record> out;
  query.each([&](const lock_record_row& row) { out.push_back(from_row(row)); });
  return out;
}

} // namespace

soci_lock_records::soci_lock_records(connection& db)
    : db_{db}, with_key_{db, select_sql("lock_records", record_columns,
                                        "WHERE natural_key = :key ORDER BY occurrence")},
      of_moment_{db, select_sql("lock_records", record_columns,
                                "WHERE lock_id = :lock AND lock_at = :at ORDER BY record_no")},
      insert_{db, insert_sql("lock_records", record_columns)},
      update_{db, "UPDATE lock_records SET cloud_record_id = :cloud, opening_id = :opening "
                  "WHERE id = :id"},
      find_{db, select_sql("lock_records", record_columns, "WHERE id = :id")}, list_{db,
                                                                                     listed_sql()},
      // One index answers both, without a look at the records; with a plus, no other offers its
      // order.
      arrivals_{db, "SELECT lock_id, COUNT(*), SUM(source = 'pull'), SUM(late_by_ms > 0), "
                    "MAX(batch_size), MAX(received_at - corrected_at), MAX(received_at) "
                    "FROM lock_records WHERE received_at >= :from AND received_at < :to "
                    "GROUP BY +lock_id"},
      delays_{db, std::string{"SELECT lock_id, received_at - corrected_at FROM lock_records "
                              "WHERE received_at >= :from AND received_at < :to "
                              "ORDER BY received_at DESC LIMIT "}
                      + most_delays},
      newest_backlog_{db, "SELECT COUNT(*), MIN(lock_at) FROM (SELECT lock_at FROM lock_records "
                          "WHERE lock_id = :lock AND lock_at >= :from AND lock_at < :to "
                          "AND received_at >= :came AND received_at <= :until "
                          "AND COALESCE(server_at, received_at) >= :uploaded "
                          "ORDER BY lock_at DESC LIMIT :most) AS newest"},
      last_received_{db, "SELECT MAX(received_at) FROM lock_records "
                         "WHERE lock_id = :lock AND corrected_at >= :from AND corrected_at < :to"} {
}

result<std::vector<stored_record>> soci_lock_records::with_key(const std::string& natural_key) {
  return db_.guarded([&] {
    with_key_.in = {natural_key};
    return all_of(with_key_);
  });
}

result<std::vector<stored_record>> soci_lock_records::of_moment(const std::string& lock_id,
                                                                instant lock_at) {
  return db_.guarded([&] {
    of_moment_.in = {lock_id, column(lock_at)};
    return all_of(of_moment_);
  });
}

result<void> soci_lock_records::insert(const stored_record& row) {
  return db_.guarded([&] {
    to_row(row, insert_.in);
    insert_.run();
  });
}

result<void> soci_lock_records::update(const stored_record& row) {
  return db_.guarded([&] {
    update_.in = {column(row.cloud_record_id), column(row.shown.opening_id), column(row.shown.id)};
    update_.run();
  });
}

result<std::optional<stored_record>> soci_lock_records::find(const uuid& id) {
  return db_.guarded([&]() -> std::optional<stored_record> {
    find_.in = {column(id)};
    return find_.one() ? std::optional{from_row(find_.out)} : std::nullopt;
  });
}

result<record_page> soci_lock_records::list(const record_filter& filter) {
  return db_.guarded([&] {
    constexpr auto never = std::numeric_limits<integer>::max();
    const auto cursor = filter.after ? column(filter.after->corrected_at) : never;
    list_.in = {filter.lock_id,
                filter.from ? column(*filter.from) : std::numeric_limits<integer>::min(),
                filter.to ? column(*filter.to) : never,
                cursor,
                cursor,
                filter.after ? filter.after->number : never,
                filter.limit};
    record_page out;
    record_cursor last;
    list_.each([&](const listed_record_row& listed) {
      out.records.push_back(shown_of(listed.row));
      last = {from_ms(listed.row.corrected_at), listed.record_no};
    });
    if (static_cast<std::int64_t>(out.records.size()) == filter.limit)
      out.next = last;
    return out;
  });
}

result<std::vector<record_statistics>> soci_lock_records::statistics(instant from, instant to) {
  return db_.guarded([&] {
    std::map<text, record_statistics> by_lock;
    arrivals_.in = {column(from), column(to)};
    arrivals_.each([&](const arrivals_row& row) { by_lock[row.lock_id] = from_row(row); });
    delays_.in = arrivals_.in;
    delays_.each([&](const auto& row) {
      const auto& [lock_id, delay] = row;
      by_lock[lock_id].delays_ms.push_back(delay);
    });
    std::vector<record_statistics> out;
    for (auto& [lock_id, counted] : by_lock) {
      std::ranges::sort(counted.delays_ms);
      out.push_back(std::move(counted));
    }
    return out;
  });
}

result<record_repository::backlog> soci_lock_records::newest_backlog(const backlog_filter& of,
                                                                     std::int64_t limit) {
  return db_.guarded([&] {
    newest_backlog_.in = {of.lock_id,
                          column(of.from),
                          column(of.to),
                          column(of.received_from),
                          column(of.received_until),
                          column(of.uploaded_from),
                          limit};
    newest_backlog_.one();
    const auto& [count, oldest] = newest_backlog_.out;
    return backlog{count, as_instant(oldest)};
  });
}

result<std::optional<instant>> soci_lock_records::last_received(const std::string& lock_id,
                                                                instant from, instant to) {
  return db_.guarded([&] {
    last_received_.in = {lock_id, column(from), column(to)};
    last_received_.one();
    return as_instant(std::get<0>(last_received_.out));
  });
}

} // namespace palang::storage
