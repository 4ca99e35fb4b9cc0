#include "server/storage/soci/hour_counts.hpp"

#include <chrono>
#include <limits>
#include <string>

namespace palang::storage {

namespace {

using namespace std::chrono_literals;

constexpr instant never = instant{milliseconds{std::numeric_limits<std::int64_t>::max()}};

const std::string hours_within = " FROM session_hours WHERE hour >= :from AND hour < :to";
const std::string days_within = " FROM session_days WHERE part >= :from AND part < :to";
const std::string weeks_within = " FROM session_weeks WHERE week >= :from AND week < :to";
/// How many left more than came; who never came did not leave either.
const std::string passed_sql = "SELECT vehicle_type, SUM(exits) - SUM(orphans) - SUM(entries)";

/// A remainder is whole everywhere; the slash of some databases is not.
std::string bucket_sql(const std::string& at) {
  return at + " - (" + at + " - :origin) % :grain";
}

instant ceil_hour(instant at) {
  const auto floor = domain::hour_of(at);
  return floor == at ? at : floor + 1h;
}

/// Do whole parts of session_days make up the days that begin at `origin`?
bool is_midnight_of_parts(instant origin) {
  return spans::part_of(origin) == origin;
}

} // namespace

// Groups in the order of the primary key need no sorting.
hour_counts_query::hour_counts_query(connection& db)
    : rolled_until_{db, "rolled_until"}, hours_{db, "SELECT " + bucket_sql("hour")
                                                        + ", gate_id, vehicle_type, '', "
                                                        + count_sums() + hours_within
                                                        + " GROUP BY 1, 2, 3"},
      days_{db, "SELECT " + bucket_sql("part") + ", gate_id, vehicle_type, '', " + count_sums()
                    + days_within + " GROUP BY 1, 2, 3"},
      raw_{db, "SELECT " + bucket_sql("at") + ", gate_id, vehicle_type, '', " + count_sums()
                   + " FROM "
                   + shares_sql(" AND started_at >= :from1 AND started_at < :to1 "
                                "AND entered_at >= :from2",
                                " AND exited_at >= :from3 AND exited_at < :to2")
                   + " WHERE at < :to3 GROUP BY 1, 2, 3"},
      of_day_{db, "SELECT (hour + :offset) % 86400000, gate_id, vehicle_type, username, "
                      + count_sums() + hours_within + " GROUP BY 1, 2, 3, 4"},
      of_weeks_{db, "SELECT (hour + :offset) % 86400000, gate_id, vehicle_type, username, "
                        + count_sums() + weeks_within + " GROUP BY 1, 2, 3, 4"},
      gates_{db, "SELECT 0, gate_id, vehicle_type, '', " + count_sums() + hours_within
                     + " GROUP BY 2, 3"},
      gates_of_days_{db, "SELECT 0, gate_id, vehicle_type, '', " + count_sums() + days_within
                             + " GROUP BY 2, 3"},
      hours_alone_{db, "SELECT (hour + :offset) % 86400000, '', 'MOBIL', '', " + count_sums()
                           + hours_within + " GROUP BY hour"},
      hours_of_weeks_{db, "SELECT (hour + :offset) % 86400000, '', 'MOBIL', '', " + count_sums()
                              + weeks_within + " GROUP BY week, hour"},
      open_{db, "SELECT vehicle_type, COUNT(*) FROM sessions WHERE status = 'open' "
                "AND plate_key >= '' GROUP BY vehicle_type"},
      passed_{db, passed_sql + hours_within + " GROUP BY vehicle_type"},
      passed_in_days_{db, passed_sql + days_within + " GROUP BY vehicle_type"},
      raw_passed_{db, "SELECT vehicle_type, -COUNT(*) FROM sessions WHERE started_at >= :from1 "
                      "AND started_at < :to1 AND status IN ('open', 'closed') "
                      "AND entered_at IS NOT NULL GROUP BY vehicle_type UNION ALL "
                      "SELECT vehicle_type, COUNT(*) FROM sessions WHERE exited_at >= :from2 "
                      "AND exited_at < :to2 AND status = 'closed' GROUP BY vehicle_type"} {}

instant hour_counts_query::rolled_until() {
  return from_ms(rolled_until_.get().value_or(0));
}

void hour_counts_query::add_raw(instant from, instant to, instant origin, milliseconds grain,
                                domain::hour_shares& out) {
  if (from >= to)
    return;
  raw_.in = {column(origin), column(grain), column(from), column(to),
             column(from),   column(from),  column(to),   column(to)};
  raw_.each([&](const count_row& row) { add(row, out); });
}

void hour_counts_query::add_hours(instant from, instant to, instant origin, milliseconds grain,
                                  domain::hour_shares& out) {
  if (from >= to)
    return;
  hours_.in = {column(origin), column(grain), column(from), column(to)};
  hours_.each([&](const count_row& row) { add(row, out); });
}

void hour_counts_query::add_days(instant from, instant to, instant origin, milliseconds grain,
                                 domain::hour_shares& out) {
  const auto day_of = [origin](instant at) { return at - (at - origin) % spans::day; };
  const auto window = grain == spans::day && is_midnight_of_parts(origin)
                          ? cut(from, to, rolled_until(), day_of, spans::day)
                          : cut_window{from, from, from, to};
  add_hours(window.from, window.long_from, origin, grain, out);
  add_hours(window.long_to, window.to, origin, grain, out);
  if (window.long_from == window.long_to)
    return;
  days_.in = {column(origin), column(grain), column(window.long_from), column(window.long_to)};
  days_.each([&](const count_row& row) { add(row, out); });
}

domain::hour_shares hour_counts_query::bucketed(instant from, instant to, instant origin,
                                                milliseconds grain) {
  domain::hour_shares out;
  const auto first = ceil_hour(from);
  const auto last = domain::hour_of(to);
  if (domain::hour_of(origin) != origin || first >= last) {
    add_raw(from, to, origin, grain, out);
    return out;
  }
  add_raw(from, first, origin, grain, out);
  add_days(first, last, origin, grain, out);
  add_raw(last, to, origin, grain, out);
  return out;
}

domain::hour_shares hour_counts_query::by_hour_of_day(instant from, instant to,
                                                      milliseconds utc_offset) {
  domain::hour_shares out;
  const auto read = [&](auto& query, instant begin, instant end) {
    query.in = {column(utc_offset), column(begin), column(end)};
    query.each([&](const count_row& row) { add(row, out); });
  };
  const auto window =
      cut(domain::hour_of(from), ceil_hour(to), rolled_until(), &spans::week_of, spans::week);
  read(of_day_, window.from, window.long_from);
  read(of_weeks_, window.long_from, window.long_to);
  read(of_day_, window.long_to, window.to);
  return out;
}

domain::hour_shares hour_counts_query::by_gate(instant from, instant to) {
  domain::hour_shares out;
  const auto read = [&](auto& query, instant begin, instant end) {
    query.in = {column(begin), column(end)};
    query.each([&](const count_row& row) { add(row, out); });
  };
  const auto window =
      cut(domain::hour_of(from), ceil_hour(to), rolled_until(), &spans::day_of, spans::day);
  read(gates_, window.from, window.long_from);
  read(gates_of_days_, window.long_from, window.long_to);
  read(gates_, window.long_to, window.to);
  return out;
}

domain::hour_shares hour_counts_query::by_hour(instant from, instant to, milliseconds utc_offset) {
  domain::hour_shares out;
  const auto read = [&](auto& query, instant begin, instant end) {
    query.in = {column(utc_offset), column(begin), column(end)};
    query.each([&](const count_row& row) { add(row, out); });
  };
  const auto window =
      cut(domain::hour_of(from), ceil_hour(to), rolled_until(), &spans::week_of, spans::week);
  read(hours_alone_, window.from, window.long_from);
  read(hours_of_weeks_, window.long_from, window.long_to);
  read(hours_alone_, window.long_to, window.to);
  return out;
}

std::map<domain::vehicle_class, std::int64_t> hour_counts_query::inside_at(instant at) {
  std::map<domain::vehicle_class, std::int64_t> out;
  const auto count = [&](const auto& row) {
    const auto& [type, change] = row;
    out[known(domain::vehicle_class_from(type), type)] += change;
  };
  const auto read = [&](auto& query, instant begin, instant end) {
    query.in = {column(begin), column(end)};
    query.each(count);
  };
  // What is inside now, less what came since, and with what left since.
  open_.each(count);
  const auto whole = ceil_hour(at);
  const auto window = cut(whole, never, rolled_until(), &spans::day_of, spans::day);
  read(passed_, window.from, window.long_from);
  read(passed_in_days_, window.long_from, window.long_to);
  read(passed_, window.long_to, window.to);
  raw_passed_.in = {column(at), column(whole), column(at), column(whole)};
  raw_passed_.each(count);
  return out;
}

} // namespace palang::storage
