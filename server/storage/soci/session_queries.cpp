#include "server/storage/soci/session_queries.hpp"

#include <limits>

namespace palang::storage {

namespace {

/// What is inside is little: these words choose its small index over any order that the large ones
/// offer.
constexpr const char* inside = "status = 'open' AND plate_key >= ''";

/// A page of the list. `started` is how started_at is written: with a plus it offers no index.
std::string listed_sql(const std::string& condition, const std::string& started) {
  const auto rest =
      "WHERE " + condition + " AND " + started + " >= :from AND " + started + " < :to AND "
      + started + " <= :cursor1 AND (" + started + " < :cursor2 OR session_no < :cursor_no) "
      + "AND (:gate1 = '' OR entry_gate_id = :gate2 OR exit_gate_id = :gate3) ORDER BY " + started
      + " DESC, session_no DESC LIMIT :limit";
  auto sql = select_sql("sessions", session_columns, rest);
  return sql.replace(0, std::string_view{"SELECT "}.size(), "SELECT session_no, ");
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

template <class Statement>
session_page page_of(Statement& query, std::int64_t limit) {
  session_page out;
  session_cursor last;
  query.each([&](const listed_session_row& listed) {
    out.sessions.push_back(from_row(listed.row).shown);
    last = {from_ms(listed.row.started_at), listed.session_no};
  });
  if (static_cast<std::int64_t>(out.sessions.size()) == limit)
    out.next = last;
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
      recent_part_{
          db, select_sql("(SELECT * FROM sessions ORDER BY started_at DESC LIMIT 20000) AS recent",
                         session_columns,
                         "WHERE plate_key LIKE :part AND (:status1 = '' OR status = :status2) "
                         "ORDER BY started_at DESC LIMIT :limit")},
      open_list_{db, listed_sql(inside, "+started_at")},
      list_{db, listed_sql("(:status1 = '' OR status = :status2)", "started_at")},
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

session_queries::found soci_session_queries::recent_containing(const std::string& part,
                                                               maybe_status status,
                                                               std::size_t limit) {
  return db_.guarded([&] {
    recent_part_.in = {"%" + part + "%", word(status), word(status), count(limit)};
    return all_of(recent_part_);
  });
}

result<session_page> soci_session_queries::list(const session_filter& filter) {
  return db_.guarded([&] {
    constexpr auto never = std::numeric_limits<integer>::max();
    const auto from = filter.from ? column(*filter.from) : std::numeric_limits<integer>::min();
    const auto to = filter.to ? column(*filter.to) : never;
    const auto cursor = filter.after ? column(filter.after->started_at) : never;
    const integer number = filter.after ? filter.after->number : never;
    const auto gate = filter.gate_id.value_or("");
    if (filter.status == protocol::session_status::open) {
      open_list_.in = {from, to, cursor, cursor, number, gate, gate, gate, filter.limit};
      return page_of(open_list_, filter.limit);
    }
    const auto status = word(filter.status);
    list_.in = {status, status, from, to, cursor, cursor, number, gate, gate, gate, filter.limit};
    return page_of(list_, filter.limit);
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
