#include "server/storage/soci/plate_index.hpp"

#include <string>

namespace palang::storage {

namespace {

/// Sessions are indexed this many at a time: one look for all their plates, and nobody has to look
/// through more than a few of these.
constexpr integer at_a_time = 256;
/// More than any plate_key has.
constexpr int most_cuts = 16;

std::string cuts_sql() {
  std::string out = "(SELECT 1 AS cut";
  for (int i = 2; i <= most_cuts; ++i)
    out += " UNION ALL SELECT " + std::to_string(i);
  return out + ") AS cuts";
}

/// `plates`: a table or subquery that is called s and has a column plate_key. A plate that has one
/// of its rows has them all.
std::string index_sql(const std::string& plates) {
  return "INSERT INTO plate_parts (part, plate_key) SELECT DISTINCT SUBSTR(s.plate_key, cuts.cut), "
         "s.plate_key FROM "
         + plates + ", " + cuts_sql()
         + " WHERE cuts.cut < LENGTH(s.plate_key) AND NOT EXISTS (SELECT 1 FROM plate_parts AS "
           "known WHERE known.part = s.plate_key AND known.plate_key = s.plate_key)";
}

} // namespace

plate_index::plate_index(connection& db)
    : indexed_{db, "plates_until"},
      last_of_next_{db, "SELECT MAX(session_no) FROM (SELECT session_no FROM sessions "
                        "WHERE session_no > :after ORDER BY session_no LIMIT :most) AS coming"},
      index_sessions_{db, index_sql("(SELECT DISTINCT plate_key FROM sessions WHERE session_no > "
                                    ":after AND session_no <= :last) AS s")},
      index_plate_{db, index_sql("(SELECT :plate AS plate_key) AS s")} {}

void plate_index::put(const text& plate_key) {
  if (plate_key.empty())
    return;
  index_plate_.in = {plate_key};
  index_plate_.run();
}

void plate_index::keep_up() {
  if (noted_ < at_a_time)
    return;
  noted_ = 0;
  index_next(2 * at_a_time);
}

bool plate_index::index_next(integer most) {
  const auto after = indexed();
  last_of_next_.in = {after, most};
  last_of_next_.one();
  const auto& last = std::get<0>(last_of_next_.out);
  if (!last.has_value())
    return false;
  index_sessions_.in = {after, last.value};
  index_sessions_.run();
  indexed_.put(last.value);
  return true;
}

} // namespace palang::storage
