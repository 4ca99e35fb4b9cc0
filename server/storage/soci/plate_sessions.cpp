#include "server/storage/soci/plate_sessions.hpp"

#include "server/storage/soci/sql_text.hpp"

#include <algorithm>

namespace palang::storage {

namespace {

/// plate_parts has endings of at least this length.
constexpr std::size_t shortest_part = 2;
/// Of more plates than these a page looks through all sessions instead.
constexpr int most_plates = 100;
/// A search shows what these have.
constexpr int most_found_plates = 40;

/// The plates that have the part. Parameters of one name are one: `which` tells them apart.
std::string plates_sql(const std::string& which, int limit) {
  return "(SELECT DISTINCT plate_key AS one FROM plate_parts WHERE part >= :part" + which
         + " AND part < :after" + which + " LIMIT " + std::to_string(limit) + ") AS plates";
}

/// The outer table comes first: the plates are few, and each has an index of its sessions.
std::string sessions_of_plates(const std::string& which, const std::string& status) {
  return "SELECT s.session_no AS no FROM " + plates_sql(which, most_plates)
         + " CROSS JOIN sessions AS s WHERE s.plate_key = plates.one AND s.status " + status;
}

std::string page_sql(const std::string& column) {
  return select_listed_sql("(" + sessions_of_plates("1", "<> 'open'") + " UNION "
                               + sessions_of_plates("2", "= 'open'")
                               + " UNION SELECT session_no FROM sessions WHERE session_no > "
                                 ":indexed AND plate_key LIKE :like) AS wanted CROSS JOIN sessions",
                           session_span_sql("session_no = wanted.no", column) + session_filter_sql()
                               + session_order_sql(column) + ":limit");
}

/// The first part after all that begin with `part`: '[' follows 'Z', the greatest character of a
/// plate_key.
text after(const std::string& part) {
  return part + "[";
}

} // namespace

plate_sessions::plate_sessions(connection& db)
    : indexed_{db, "plates_until"}, count_{db, "SELECT COUNT(*) FROM "
                                                   + plates_sql("", most_plates + 1)},
      left_{db,
            select_sql(plates_sql("", most_found_plates) + " CROSS JOIN sessions", session_columns,
                       "WHERE plate_key = plates.one AND status <> 'open' "
                       "AND (:status1 = '' OR status = :status2) "
                       "ORDER BY started_at DESC LIMIT :limit")},
      left_lately_{db, select_sql("sessions", session_columns,
                                  "WHERE session_no > :indexed AND plate_key LIKE :like "
                                  "AND status <> 'open' AND (:status1 = '' OR status = :status2) "
                                  "ORDER BY +started_at DESC LIMIT :limit")},
      by_entry_{db, page_sql("+started_at")}, by_exit_{db, page_sql("+exited_at")} {}

std::vector<protocol::session> plate_sessions::left(const std::string& part,
                                                    session_queries::maybe_status status,
                                                    std::size_t limit) {
  std::vector<protocol::session> out;
  const auto take = [&](const session_row& row) { out.push_back(from_row(row).shown); };
  const text word = status ? text{to_string(*status)} : text{};
  const auto most = static_cast<integer>(limit);
  left_lately_.in = {indexed_.get().value_or(0), "%" + part + "%", word, word, most};
  left_lately_.each(take);
  left_.in = {part, after(part), word, word, most};
  left_.each(take);
  return out;
}

std::optional<session_page> plate_sessions::page(const session_filter& filter) {
  const auto& part = *filter.plate_part;
  count_.in = {part, after(part)};
  if (part.size() < shortest_part || !count_.one() || std::get<0>(count_.out) > most_plates)
    return std::nullopt;
  auto& query = filter.is_by_exit ? by_exit_ : by_entry_;
  query.in = {
      part,          after(part), part, after(part), indexed_.get().value_or(0), "%" + part + "%",
      row_of(filter)};
  session_page out;
  session_cursor last;
  query.each([&](const listed_session_row& listed) {
    const auto& row = listed.row;
    out.sessions.push_back(from_row(row).shown);
    last = {from_ms(filter.is_by_exit ? row.exited_at.value : row.started_at), listed.session_no};
  });
  if (static_cast<std::int64_t>(out.sessions.size()) == filter.limit)
    out.next = last;
  return out;
}

} // namespace palang::storage
