#include "server/storage/soci/long_sums.hpp"

#include "server/storage/soci/count_sql.hpp"
#include "server/storage/soci/long_spans.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

namespace palang::storage {

namespace {

using namespace std::chrono_literals;

/// What comes a little late then costs no second write.
constexpr milliseconds patience = 24h;
constexpr milliseconds day = 24h;

std::vector<column_name> with_counts(std::initializer_list<column_name> key) {
  std::vector<column_name> out{std::begin(count_columns), std::end(count_columns)};
  out.insert(out.end(), key);
  return out;
}

std::optional<instant> lesser(const maybe<integer>& a, const maybe<integer>& b) {
  const auto one = as_instant(a);
  const auto other = as_instant(b);
  return one && other ? std::min(*one, *other) : one ? one : other;
}

template <class... Key>
auto counts_row(const domain::hour_counts& c, Key&&... key) {
  return std::tuple{integer{c.entries},       integer{c.exits},       integer{c.orphans},
                    column(c.revenue),        column(c.fee),          integer{c.free_exits},
                    integer{c.lost_tickets},  integer{c.differences}, integer{c.undercharged},
                    integer{c.no_photo},      integer{c.stays},       integer{c.stay_min},
                    std::forward<Key>(key)...};
}

const std::vector<column_name>& day_columns() {
  static const auto out = with_counts({"part", "gate_id", "vehicle_type"});
  return out;
}

const std::vector<column_name>& week_columns() {
  static const auto out = with_counts({"week", "hour", "gate_id", "vehicle_type", "username"});
  return out;
}

const std::vector<column_name>& payment_columns() {
  static const std::vector<column_name> out{"payments", "amount", "day", "username", "method"};
  return out;
}

} // namespace

long_sums::long_sums(connection& db)
    : until_{db, "rolled_until"}, days_{{db, add_sql("session_days", day_columns(), 3)},
                                        {db, insert_sql("session_days", day_columns())}},
      weeks_{{db, add_sql("session_weeks", week_columns(), 5)},
             {db, insert_sql("session_weeks", week_columns())}},
      payments_{{db, add_sql("payment_days", payment_columns(), 3)},
                {db, insert_sql("payment_days", payment_columns())}},
      first_hour_{db, "SELECT (SELECT MIN(hour) FROM session_hours WHERE hour >= :least1), "
                      "(SELECT MIN(hour) FROM payment_hours WHERE hour >= :least2)"},
      newest_hour_{db, "SELECT (SELECT MAX(hour) FROM session_hours), "
                       "(SELECT MAX(hour) FROM payment_hours)"},
      roll_days_{db, "INSERT INTO session_days (part, gate_id, vehicle_type, " + count_list()
                         + ") SELECT " + spans::part_sql("hour") + ", gate_id, vehicle_type, "
                         + count_sums()
                         + " FROM session_hours WHERE hour >= :from AND hour < :to GROUP BY 1, 2, "
                           "3"},
      roll_weeks_{db, "INSERT INTO session_weeks (week, hour, gate_id, vehicle_type, username, "
                          + count_list()
                          + ") SELECT :week, hour % 86400000, gate_id, vehicle_type, username, "
                          + count_sums()
                          + " FROM session_hours WHERE hour >= :from AND hour < :to GROUP BY 2, 3, "
                            "4, 5"},
      roll_payments_{db, "INSERT INTO payment_days (day, username, method, payments, amount) "
                         "SELECT "
                             + spans::day_sql("hour")
                             + ", username, method, SUM(payments), SUM(amount) FROM payment_hours "
                               "WHERE hour >= :from AND hour < :to GROUP BY 1, 2, 3"} {}

void long_sums::add(const domain::hour_key& key, const domain::hour_counts& by) {
  const text type{to_string(key.vehicle_type)};
  days_.by(counts_row(by, column(spans::part_of(key.hour)), key.gate_id, type));
  weeks_.by(counts_row(by, column(spans::week_of(key.hour)),
                       column(key.hour.time_since_epoch() % day), key.gate_id, type, key.username));
}

void long_sums::add_payments(instant hour, const text& username, const text& method, integer count,
                             integer amount) {
  payments_.by({count, amount, column(spans::day_of(hour)), username, method});
}

std::optional<instant> long_sums::first_hour_at(instant least) {
  first_hour_.in = {column(least), column(least)};
  first_hour_.one();
  return lesser(std::get<0>(first_hour_.out), std::get<1>(first_hour_.out));
}

std::optional<instant> long_sums::newest_hour() {
  newest_hour_.one();
  const auto sessions = as_instant(std::get<0>(newest_hour_.out));
  const auto payments = as_instant(std::get<1>(newest_hour_.out));
  return std::max(sessions, payments);
}

std::optional<instant> long_sums::until() {
  const auto stored = until_.get();
  return stored ? std::optional{from_ms(*stored)} : std::nullopt;
}

bool long_sums::roll(std::optional<instant> done, instant newest) {
  if (done && newest < *done + spans::week + patience)
    return false;
  // Weeks in which nothing happened are passed over.
  const auto first = first_hour_at(done.value_or(instant{}));
  if (!first)
    return false;
  const auto week = spans::week_of(*first);
  const auto end = week + spans::week;
  if (newest < end + patience) {
    if (!done)
      until_.put(column(week));
    return false;
  }
  roll_days_.in = {column(week), column(end)};
  roll_days_.run();
  roll_weeks_.in = {column(week), column(week), column(end)};
  roll_weeks_.run();
  roll_payments_.in = {column(week), column(end)};
  roll_payments_.run();
  until_.put(column(end));
  return true;
}

} // namespace palang::storage
