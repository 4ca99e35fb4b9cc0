#include "server/storage/soci/hour_check.hpp"

#include "server/storage/soci/count_sql.hpp"
#include "server/storage/soci/long_spans.hpp"
#include "server/storage/soci/meta_number.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace palang::storage {

namespace {

/// A check that finds more has found enough.
constexpr std::size_t most_told = 20;

using hour_key = std::tuple<integer, integer, text, text, text>;
using hour_sums = std::map<hour_key, domain::hour_counts>;
using payment_sums = std::map<std::tuple<integer, text, text>, std::pair<integer, integer>>;

std::string told(const hour_key& key) {
  const auto& [span, hour, gate, type, username] = key;
  return std::to_string(span) + (hour < 0 ? "" : ", hour " + std::to_string(hour)) + " of " + gate
         + ", " + type + (username.empty() ? "" : ", " + username);
}

std::string told(const payment_sums::key_type& key) {
  const auto& [span, username, method] = key;
  return std::to_string(span) + " of " + username + ", " + method;
}

/// Names every key whose values differ.
template <class Map>
void compare(const char* what, const Map& kept, const Map& counted, std::vector<std::string>& out) {
  std::set<typename Map::key_type> wrong;
  for (const auto& [key, value] : kept)
    if (const auto other = counted.find(key);
        value != (other == counted.end() ? typename Map::mapped_type{} : other->second))
      wrong.insert(key);
  for (const auto& [key, value] : counted)
    if (!kept.contains(key))
      wrong.insert(key);
  for (const auto& key : wrong)
    if (out.size() < most_told)
      out.push_back(what + told(key));
}

/// `sql` gives a span, an hour, a gate, a class, a name and counts.
hour_sums counts_of(connection& db, const std::string& sql) {
  struct spanned_row {
    integer span = 0;
    count_row row;
    auto fields() { return std::tuple_cat(std::tie(span), row.fields()); }
  };
  hour_sums out;
  statement<std::tuple<>, spanned_row>{db, sql}.each([&](const spanned_row& found) {
    const auto& c = found.row;
    out[{found.span, c.hour, c.gate_id, c.vehicle_type, c.username}] = counts_in(c);
  });
  return out;
}

payment_sums sums_of(connection& db, const std::string& sql) {
  payment_sums out;
  statement<std::tuple<>, std::tuple<integer, text, text, integer, integer>>{db, sql}.each(
      [&](const auto& row) {
        const auto& [span, username, method, count, amount] = row;
        out[{span, username, method}] = {count, amount};
      });
  return out;
}

} // namespace

std::vector<std::string> wrong_hours(connection& db) {
  std::vector<std::string> out;
  compare("the counts are not those of the sessions: hour ",
          counts_of(db, "SELECT hour, -1, gate_id, vehicle_type, username, " + count_list()
                            + " FROM session_hours"),
          counts_of(db, "SELECT at - at % 3600000, -1, gate_id, vehicle_type, username, "
                            + count_sums() + " FROM " + shares_sql("", "")
                            + " GROUP BY 1, 3, 4, 5"),
          out);
  compare("the sums are not those of the payments: hour ",
          sums_of(db, "SELECT hour, username, method, payments, amount FROM payment_hours"),
          sums_of(db, "SELECT at - at % 3600000, username, method, COUNT(*), SUM(amount) "
                      "FROM payments GROUP BY 1, 2, 3"),
          out);
  const auto rolled =
      " WHERE hour < " + std::to_string(meta_number{db, "rolled_until"}.get().value_or(0));
  compare("the counts are not those of the hours: part of a day ",
          counts_of(db, "SELECT part, -1, gate_id, vehicle_type, '', " + count_list()
                            + " FROM session_days"),
          counts_of(db, "SELECT " + spans::part_sql("hour") + ", -1, gate_id, vehicle_type, '', "
                            + count_sums() + " FROM session_hours" + rolled + " GROUP BY 1, 3, 4"),
          out);
  compare("the counts are not those of the hours: week ",
          counts_of(db, "SELECT week, hour, gate_id, vehicle_type, username, " + count_list()
                            + " FROM session_weeks"),
          counts_of(db, "SELECT " + spans::week_sql("hour")
                            + ", hour % 86400000, gate_id, vehicle_type, username, " + count_sums()
                            + " FROM session_hours" + rolled + " GROUP BY 1, 2, 3, 4, 5"),
          out);
  compare("the sums are not those of the hours: day ",
          sums_of(db, "SELECT day, username, method, payments, amount FROM payment_days"),
          sums_of(db, "SELECT " + spans::day_sql("hour")
                          + ", username, method, SUM(payments), SUM(amount) FROM payment_hours"
                          + rolled + " GROUP BY 1, 2, 3"),
          out);
  return out;
}

} // namespace palang::storage
