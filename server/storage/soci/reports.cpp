#include "server/storage/soci/reports.hpp"

#include "server/storage/soci/sql_text.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace palang::storage {

soci_reports::soci_reports(connection& db)
    : db_{db}, log_{db, select_sql(
                            "submissions",
                            {"submission_no", "id", "device_no", "device_seq", "kind", "username",
                             "taken_at", "corrected_at", "received_at", "is_offline",
                             "refusal_code", "journal_seq"},
                            "WHERE (:any < 0 OR device_no = :device) AND submission_no >= :first "
                            "AND submission_no < :after ORDER BY submission_no DESC LIMIT :limit")},
      received_{db, "SELECT received_at FROM submissions WHERE submission_no = :number"},
      newest_{db, "SELECT MAX(submission_no) FROM submissions"},
      // A remainder is whole everywhere; the slash of some databases is not.
      entries_{db,
               "SELECT entered_at - (entered_at - :origin) % 3600000, entry_gate_id, vehicle_type, "
               "COUNT(*), 0 FROM sessions "
               "WHERE started_at >= :from AND started_at < :to AND entered_at IS NOT NULL "
               "AND status IN ('open', 'closed') GROUP BY 1, 2, 3"},
      exits_{db,
             "SELECT exited_at - (exited_at - :origin) % 3600000, exit_gate_id, vehicle_type, "
             "COUNT(*), "
             "COALESCE(SUM(charged), 0) FROM sessions WHERE exited_at >= :from AND exited_at < :to "
             "AND status IN ('closed', 'exit_only') GROUP BY 1, 2, 3"},
      // Two ranges that end at now, not one that begins with the history.
      inside_{
          db,
          "SELECT vehicle_type, COUNT(*) FROM sessions WHERE status = 'open' AND plate_key >= '' "
          "AND +started_at < :at1 "
          "GROUP BY vehicle_type UNION ALL "
          "SELECT vehicle_type, COUNT(*) FROM sessions WHERE exited_at >= :at2 AND started_at < "
          ":at3 "
          "AND status = 'closed' GROUP BY vehicle_type"} {}

protocol::sync_log_entry soci_reports::entry_from(const log_row& row) {
  protocol::sync_log_entry out;
  out.id = as_uuid(row.id);
  out.device_no = narrow<std::uint16_t>(row.device_no.get().value_or(0));
  out.device_seq = narrow<std::uint32_t>(row.device_seq.get().value_or(0));
  out.kind = row.kind;
  out.username = row.username;
  out.taken_at = from_ms(row.taken_at);
  out.received_at = from_ms(row.received_at);
  out.delay_ms = row.received_at - row.corrected_at;
  out.is_offline = row.is_offline != 0;
  out.is_accepted = !row.refusal_code.has_value();
  out.code = row.refusal_code.get().value_or("");
  out.seq = row.journal_seq;
  return out;
}

integer soci_reports::first_received_at(instant at) {
  newest_.one();
  integer low = 1;
  integer high = std::get<0>(newest_.out).get().value_or(0) + 1;
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    received_.in = {middle};
    const bool is_before = received_.one() && std::get<0>(received_.out) < column(at);
    (is_before ? low : high) = is_before ? middle + 1 : middle;
  }
  return low;
}

result<sync_log_page> soci_reports::sync_log(const sync_log_filter& filter) {
  return db_.guarded([&] {
    auto after = filter.after.value_or(std::numeric_limits<integer>::max());
    if (filter.to)
      after = std::min<integer>(after, first_received_at(*filter.to));
    const integer device = filter.device_no ? *filter.device_no : -1;
    log_.in = {device, device, filter.from ? first_received_at(*filter.from) : 0, after,
               filter.limit};
    sync_log_page out;
    integer last = 0;
    log_.each([&](const log_row& row) {
      out.entries.push_back(entry_from(row));
      last = row.submission_no;
    });
    if (static_cast<std::int64_t>(out.entries.size()) == filter.limit)
      out.next = last;
    return out;
  });
}

result<std::vector<protocol::stats_row>> soci_reports::hourly(instant from, instant to,
                                                              instant origin) {
  return db_.guarded([&] {
    std::map<std::tuple<integer, text, text>, protocol::stats_row> rows;
    const auto row_for = [&](integer hour, const text& gate,
                             const text& type) -> protocol::stats_row& {
      auto& row = rows[{hour, gate, type}];
      row.from = from_ms(hour);
      row.gate_id = gate;
      row.vehicle_type = known(domain::vehicle_class_from(type), type);
      return row;
    };
    entries_.in = {column(origin), column(from), column(to)};
    entries_.each([&](const hour_row& found) {
      const auto& [hour, gate, type, entered, none] = found;
      row_for(hour, gate, type).entries = entered;
    });
    exits_.in = {column(origin), column(from), column(to)};
    exits_.each([&](const hour_row& found) {
      const auto& [hour, gate, type, left, charged] = found;
      auto& row = row_for(hour, gate, type);
      row.exits = left;
      row.revenue = rupiah{charged};
    });
    std::vector<protocol::stats_row> out;
    for (auto& [key, row] : rows)
      out.push_back(std::move(row));
    return out;
  });
}

result<std::vector<protocol::stats_row>> soci_reports::inside_at(instant at) {
  return db_.guarded([&] {
    inside_.in = {column(at), column(at), column(at)};
    std::map<text, protocol::stats_row> rows;
    inside_.each([&](const auto& found) {
      const auto& [type, inside] = found;
      auto& row = rows[type];
      row.from = at;
      row.vehicle_type = known(domain::vehicle_class_from(type), type);
      row.occupancy += inside;
    });
    std::vector<protocol::stats_row> out;
    for (auto& [type, row] : rows)
      out.push_back(std::move(row));
    return out;
  });
}

} // namespace palang::storage
