#pragma once

#include "server/domain/session_hours.hpp"
#include "server/storage/soci/columns.hpp"
#include "server/storage/soci/sql_text.hpp"

#include <string>
#include <tuple>

/// The counts of domain::hour_counts as columns, in the order of their members.
namespace palang::storage {

inline constexpr column_name count_columns[] = {
    "entries",      "exits",       "orphans",      "revenue",  "fee",   "free_exits",
    "lost_tickets", "differences", "undercharged", "no_photo", "stays", "stay_min"};

/// "entries, exits, …"
[[nodiscard]] std::string count_list();
/// "SUM(entries), SUM(exits), …"
[[nodiscard]] std::string count_sums();

/// What domain::shares_of says, in SQL: "(SELECT …) AS shares", one row for each entry and each
/// exit, with `at` and the columns of the key before the counts. `entered` and `left` narrow the
/// two: "" or " AND …".
[[nodiscard]] std::string shares_sql(const std::string& entered, const std::string& left);

/// Counts under whatever key a query gives them.
struct count_row {
  integer hour = 0;
  text gate_id, vehicle_type, username;
  integer entries = 0, exits = 0, orphans = 0, revenue = 0, fee = 0, free_exits = 0,
          lost_tickets = 0, differences = 0, undercharged = 0, no_photo = 0, stays = 0,
          stay_min = 0;
  auto fields() {
    return std::tie(hour, gate_id, vehicle_type, username, entries, exits, orphans, revenue, fee,
                    free_exits, lost_tickets, differences, undercharged, no_photo, stays, stay_min);
  }
};

[[nodiscard]] domain::hour_counts counts_in(const count_row& row);
/// Throws bad_row for a class that no version of Palang wrote.
void add(const count_row& row, domain::hour_shares& to);

} // namespace palang::storage
