#include "server/storage/soci/count_sql.hpp"

namespace palang::storage {

std::string count_list() {
  std::string out;
  for (const auto name : count_columns)
    out += (out.empty() ? "" : ", ") + std::string{name};
  return out;
}

std::string count_sums() {
  std::string out;
  for (const auto name : count_columns)
    out += (out.empty() ? "SUM(" : ", SUM(") + std::string{name} + ")";
  return out;
}

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

domain::hour_counts counts_in(const count_row& row) {
  return {row.entries,      row.exits,      row.orphans,      rupiah{row.revenue},
          rupiah{row.fee},  row.free_exits, row.lost_tickets, row.differences,
          row.undercharged, row.no_photo,   row.stays,        row.stay_min};
}

void add(const count_row& row, domain::hour_shares& to) {
  to[{from_ms(row.hour), row.gate_id,
      known(domain::vehicle_class_from(row.vehicle_type), row.vehicle_type), row.username}] +=
      counts_in(row);
}

} // namespace palang::storage
