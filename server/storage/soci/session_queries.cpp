#include "server/storage/soci/session_queries.hpp"

#include "server/domain/session_hours.hpp"

#include <limits>
#include <utility>

namespace palang::storage {

namespace {

/// What is inside is little: these words choose its small index over any order that the large ones
/// offer.
constexpr const char* inside = "status = 'open' AND plate_key >= ''";

std::string left_sql() {
  auto sql = select_sql("sessions", session_columns,
                        "WHERE exited_at >= :from AND exited_at < :to AND exited_at >= :cursor1 "
                        "AND (exited_at > :cursor2 OR session_no > :cursor_no) "
                        "ORDER BY exited_at, session_no LIMIT :limit");
  return sql.replace(0, std::string_view{"SELECT "}.size(), "SELECT session_no, ");
}

/// Only sessions that domain::is_notable() can pass the filter.
bool asks_for_notable(const session_filter& f) {
  using protocol::session_status;
  return f.is_notable
         || (f.status && *f.status != session_status::open && *f.status != session_status::closed)
         || (f.amount && *f.amount != protocol::amount_filter::nothing)
         || (f.flag && domain::is_notable_flag(*f.flag));
}

/// The first key after all that begin with `prefix`: '[' follows 'Z', the greatest character of a
/// plate_key.
text after_prefix(const std::string& prefix) {
  return prefix + "[";
}

text word(const session_queries::maybe_status& status) {
  return status ? text{to_string(*status)} : text{};
}

integer count(std::size_t limit) {
  return static_cast<integer>(limit);
}

template <class Statement>
std::vector<protocol::session> all_of(Statement& query) {
  std::vector<protocol::session> out;
  query.each([&](const session_row& row) { out.push_back(from_row(row).shown); });
  return out;
}

} // namespace

soci_session_queries::soci_session_queries(connection& db)
    : db_{db}, of_plate_{db, select_sql("sessions", session_columns,
                                        "WHERE status <> 'open' AND plate_key = :key AND (:status1 "
                                        "= '' OR status = :status2) "
                                        "ORDER BY started_at DESC LIMIT :limit")},
      open_prefix_{db,
                   select_sql("sessions", session_columns,
                              "WHERE status = 'open' AND plate_key >= :from AND plate_key < :to "
                              "ORDER BY started_at DESC LIMIT :limit")},
      prefix_{db, select_sql("sessions", session_columns,
                             "WHERE status <> 'open' AND plate_key >= :from AND plate_key < :to "
                             "AND (:status1 = '' OR "
                             "status = :status2) "
                             "ORDER BY plate_key LIMIT :limit")},
      open_part_{db, select_sql("sessions", session_columns,
                                std::string{"WHERE "} + inside
                                    + " AND plate_key LIKE :part "
                                      "ORDER BY +started_at DESC LIMIT :limit")},
      of_shift_{db, select_sql("sessions", session_columns,
                               "WHERE id IN (SELECT session_id FROM payments WHERE shift_id = "
                               ":shift) ORDER BY exited_at")},
      left_{db, left_sql()}, plates_{db}, open_list_{db, inside, "+started_at", true},
      all_list_{db, "1 = 1", "started_at", false}, notable_list_{db, "is_notable = 1", "started_at",
                                                                 false},
      exit_list_{db, "1 = 1", "exited_at", false}, notable_exit_list_{db, "is_notable = 1",
                                                                      "exited_at", false},
      counts_{db,
              "SELECT entry_zone_id, vehicle_type, COUNT(*) FROM sessions WHERE status = 'open' "
              "GROUP BY entry_zone_id, vehicle_type"} {}

session_queries::found soci_session_queries::left_with_plate(const std::string& key,
                                                             maybe_status status,
                                                             std::size_t limit) {
  return db_.guarded([&] {
    of_plate_.in = {key, word(status), word(status), count(limit)};
    return all_of(of_plate_);
  });
}

session_queries::found soci_session_queries::open_with_prefix(const std::string& prefix,
                                                              std::size_t limit) {
  return db_.guarded([&] {
    open_prefix_.in = {prefix, after_prefix(prefix), count(limit)};
    return all_of(open_prefix_);
  });
}

session_queries::found soci_session_queries::left_with_prefix(const std::string& prefix,
                                                              maybe_status status,
                                                              std::size_t limit) {
  return db_.guarded([&] {
    prefix_.in = {prefix, after_prefix(prefix), word(status), word(status), count(limit)};
    return all_of(prefix_);
  });
}

session_queries::found soci_session_queries::open_containing(const std::string& part,
                                                             std::size_t limit) {
  return db_.guarded([&] {
    open_part_.in = {"%" + part + "%", count(limit)};
    return all_of(open_part_);
  });
}

session_queries::found soci_session_queries::left_containing(const std::string& part,
                                                             maybe_status status,
                                                             std::size_t limit) {
  return db_.guarded([&] { return plates_.left(part, status, limit); });
}

result<session_page> soci_session_queries::list(const session_filter& filter) {
  return db_.guarded([&] {
    auto few = filter.plate_part ? plates_.page(filter) : std::nullopt;
    return few ? std::move(*few) : list_for(filter).page(filter);
  });
}

session_list& soci_session_queries::list_for(const session_filter& filter) {
  if (filter.is_by_exit)
    return asks_for_notable(filter) ? notable_exit_list_ : exit_list_;
  if (filter.status == protocol::session_status::open && !filter.is_notable)
    return open_list_;
  return asks_for_notable(filter) ? notable_list_ : all_list_;
}

session_queries::found soci_session_queries::of_shift(const uuid& shift_id) {
  return db_.guarded([&] {
    of_shift_.in = {column(shift_id)};
    return all_of(of_shift_);
  });
}

result<session_queries::left_page>
soci_session_queries::left_between(instant from, instant to, std::optional<session_cursor> after,
                                   std::int64_t limit) {
  return db_.guarded([&] {
    constexpr auto before_all = std::numeric_limits<integer>::min();
    const auto cursor = after ? column(after->at) : before_all;
    left_.in = {column(from), column(to), cursor, cursor, after ? after->number : before_all,
                limit};
    left_page out;
    session_cursor last;
    left_.each([&](const listed_session_row& listed) {
      out.sessions.push_back(from_row(listed.row));
      last = {from_ms(listed.row.exited_at.value), listed.session_no};
    });
    if (static_cast<std::int64_t>(out.sessions.size()) == limit)
      out.next = last;
    return out;
  });
}

result<open_counts> soci_session_queries::count_open() {
  return db_.guarded([&] {
    open_counts out;
    counts_.each([&](const auto& row) {
      const auto& [zone, type, count] = row;
      out[{zone, known(domain::vehicle_class_from(type), type)}] = count;
    });
    return out;
  });
}

} // namespace palang::storage
