#include "server/storage/soci/hour_counts.hpp"

#include <chrono>
#include <set>

namespace palang::storage {

namespace {

using namespace std::chrono_literals;

/// A check that finds more has found enough.
constexpr std::size_t most_told = 20;

constexpr const char* sums =
    "SUM(entries), SUM(exits), SUM(orphans), SUM(revenue), SUM(fee), SUM(free_exits), "
    "SUM(lost_tickets), SUM(differences), SUM(undercharged), SUM(no_photo), SUM(stays), "
    "SUM(stay_min)";

/// What domain::shares_of says, in SQL: one row for each entry and each exit.
std::string shares_sql(const std::string& entered, const std::string& left) {
  return "(SELECT entered_at AS at, entry_gate_id AS gate_id, vehicle_type, entry_by AS username, "
         "1 AS entries, 0 AS exits, 0 AS orphans, 0 AS revenue, 0 AS fee, 0 AS free_exits, "
         "0 AS lost_tickets, 0 AS differences, 0 AS undercharged, 0 AS no_photo, 0 AS stays, "
         "0 AS stay_min FROM sessions WHERE status IN ('open', 'closed') AND entered_at IS NOT "
         "NULL"
         + entered
         + " UNION ALL SELECT exited_at, exit_gate_id, vehicle_type, exit_by, 0, 1, "
           "CASE WHEN status = 'exit_only' THEN 1 ELSE 0 END, COALESCE(charged, 0), "
           "COALESCE(fee, 0), CASE WHEN charged = 0 THEN 1 ELSE 0 END, "
           "CASE WHEN flags LIKE '%lost_ticket%' THEN 1 ELSE 0 END, "
           "CASE WHEN charged <> fee THEN 1 ELSE 0 END, "
           "CASE WHEN charged < fee THEN 1 ELSE 0 END, "
           "CASE WHEN photo_out IS NULL THEN 1 ELSE 0 END, "
           "CASE WHEN entered_at IS NULL THEN 0 ELSE 1 END, "
           "COALESCE(CAST((exited_at - entered_at - (exited_at - entered_at) % 60000) / 60000 "
           "AS SIGNED), 0) "
           "FROM sessions WHERE status IN ('closed', 'exit_only') AND exited_at IS NOT NULL"
         + left + ") AS shares";
}

/// A remainder is whole everywhere; the slash of some databases is not.
std::string bucket_sql(const std::string& at) {
  return at + " - (" + at + " - :origin) % :grain";
}

instant ceil_hour(instant at) {
  const auto floor = domain::hour_of(at);
  return floor == at ? at : floor + 1h;
}

std::string name_of(const domain::hour_key& key) {
  return "hour " + std::to_string(to_ms(key.hour)) + " of " + key.gate_id + ", "
         + std::string{to_string(key.vehicle_type)} + ", "
         + (key.username.empty() ? "nobody" : key.username);
}

/// The keys whose values differ.
template <class Map>
std::set<typename Map::key_type> differing(const Map& kept, const Map& counted) {
  std::set<typename Map::key_type> out;
  for (const auto& [key, value] : kept)
    if (const auto other = counted.find(key);
        value != (other == counted.end() ? typename Map::mapped_type{} : other->second))
      out.insert(key);
  for (const auto& [key, value] : counted)
    if (!kept.contains(key))
      out.insert(key);
  return out;
}

} // namespace

hour_counts_query::hour_counts_query(connection& db)
    : hours_{db, "SELECT " + bucket_sql("hour") + ", gate_id, vehicle_type, '', " + sums
                     + " FROM session_hours WHERE hour >= :from AND hour < :to GROUP BY 1, 2, 3"},
      raw_{db, "SELECT " + bucket_sql("at") + ", gate_id, vehicle_type, '', " + sums + " FROM "
                   + shares_sql(" AND started_at >= :from1 AND started_at < :to1 "
                                "AND entered_at >= :from2",
                                " AND exited_at >= :from3 AND exited_at < :to2")
                   + " WHERE at < :to3 GROUP BY 1, 2, 3"},
      of_day_{db, std::string{"SELECT (hour + :offset) % 86400000, gate_id, vehicle_type, "
                              "username, "}
                      + sums
                      + " FROM session_hours WHERE hour >= :from AND hour < :to "
                        "GROUP BY 1, 2, 3, 4"},
      gates_{db, std::string{"SELECT 0, gate_id, vehicle_type, '', "} + sums
                     + " FROM session_hours WHERE hour >= :from AND hour < :to GROUP BY 2, 3"},
      hours_alone_{db, std::string{"SELECT (hour + :offset) % 86400000, '', 'MOBIL', '', "} + sums
                           + " FROM session_hours WHERE hour >= :from AND hour < :to GROUP BY 1"},
      open_{db, "SELECT vehicle_type, COUNT(*) FROM sessions WHERE status = 'open' "
                "AND plate_key >= '' GROUP BY vehicle_type"},
      since_{db, "SELECT vehicle_type, SUM(exits) - SUM(orphans) - SUM(entries) FROM session_hours "
                 "WHERE hour >= :from GROUP BY vehicle_type"},
      raw_since_{db, "SELECT vehicle_type, -COUNT(*) FROM sessions WHERE started_at >= :from1 "
                     "AND started_at < :to1 AND status IN ('open', 'closed') "
                     "AND entered_at IS NOT NULL GROUP BY vehicle_type UNION ALL "
                     "SELECT vehicle_type, COUNT(*) FROM sessions WHERE exited_at >= :from2 "
                     "AND exited_at < :to2 AND status = 'closed' GROUP BY vehicle_type"},
      kept_{db, "SELECT hour, gate_id, vehicle_type, username, entries, exits, orphans, revenue, "
                "fee, free_exits, lost_tickets, differences, undercharged, no_photo, stays, "
                "stay_min FROM session_hours"},
      counted_{db, std::string{"SELECT at - at % 3600000, gate_id, vehicle_type, username, "} + sums
                       + " FROM " + shares_sql("", "") + " GROUP BY 1, 2, 3, 4"},
      kept_payments_{db, "SELECT hour, username, method, payments, amount FROM payment_hours"},
      counted_payments_{db, "SELECT at - at % 3600000, username, method, COUNT(*), SUM(amount) "
                            "FROM payments GROUP BY 1, 2, 3"} {}

void hour_counts_query::add(const count_row& row, domain::hour_shares& to) {
  domain::hour_counts counts{row.entries,         row.exits,       row.orphans,
                             rupiah{row.revenue}, rupiah{row.fee}, row.free_exits,
                             row.lost_tickets,    row.differences, row.undercharged,
                             row.no_photo,        row.stays,       row.stay_min};
  to[{from_ms(row.bucket), row.gate_id,
      known(domain::vehicle_class_from(row.vehicle_type), row.vehicle_type), row.username}] +=
      counts;
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
  hours_.in = {column(origin), column(grain), column(from), column(to)};
  hours_.each([&](const count_row& row) { add(row, out); });
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
  add_hours(first, last, origin, grain, out);
  add_raw(last, to, origin, grain, out);
  return out;
}

domain::hour_shares hour_counts_query::by_hour_of_day(instant from, instant to,
                                                      milliseconds utc_offset) {
  domain::hour_shares out;
  of_day_.in = {column(utc_offset), column(domain::hour_of(from)), column(ceil_hour(to))};
  of_day_.each([&](const count_row& row) { add(row, out); });
  return out;
}

domain::hour_shares hour_counts_query::by_gate(instant from, instant to) {
  domain::hour_shares out;
  gates_.in = {column(domain::hour_of(from)), column(ceil_hour(to))};
  gates_.each([&](const count_row& row) { add(row, out); });
  return out;
}

domain::hour_shares hour_counts_query::by_hour(instant from, instant to, milliseconds utc_offset) {
  domain::hour_shares out;
  hours_alone_.in = {column(utc_offset), column(domain::hour_of(from)), column(ceil_hour(to))};
  hours_alone_.each([&](const count_row& row) { add(row, out); });
  return out;
}

std::map<domain::vehicle_class, std::int64_t> hour_counts_query::inside_at(instant at) {
  std::map<domain::vehicle_class, std::int64_t> out;
  const auto count = [&](const auto& row) {
    const auto& [type, change] = row;
    out[known(domain::vehicle_class_from(type), type)] += change;
  };
  // What is inside now, less what came since, and with what left since.
  open_.each(count);
  const auto whole = ceil_hour(at);
  since_.in = {column(whole)};
  since_.each(count);
  raw_since_.in = {column(at), column(whole), column(at), column(whole)};
  raw_since_.each(count);
  return out;
}

std::vector<std::string> hour_counts_query::wrong_hours() {
  domain::hour_shares kept;
  domain::hour_shares counted;
  kept_.each([&](const count_row& row) { add(row, kept); });
  counted_.each([&](const count_row& row) { add(row, counted); });
  std::vector<std::string> out;
  for (const auto& key : differing(kept, counted))
    if (out.size() < most_told)
      out.push_back("the counts of " + name_of(key) + " are not those of its sessions");
  using method_key = std::tuple<integer, text, text>;
  std::map<method_key, std::pair<integer, integer>> kept_money;
  std::map<method_key, std::pair<integer, integer>> counted_money;
  const auto into = [](auto& to) {
    return [&to](const auto& row) {
      const auto& [hour, username, method, count, amount] = row;
      to[{hour, username, method}] = {count, amount};
    };
  };
  kept_payments_.each(into(kept_money));
  counted_payments_.each(into(counted_money));
  for (const auto& [hour, username, method] : differing(kept_money, counted_money))
    if (out.size() < most_told)
      out.push_back("the sums of hour " + std::to_string(hour) + " of " + username + ", " + method
                    + " are not those of its payments");
  return out;
}

} // namespace palang::storage
