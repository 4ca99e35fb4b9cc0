#include "server/storage/soci/reports.hpp"

#include "server/storage/soci/hour_check.hpp"
#include "server/storage/soci/look_through.hpp"
#include "server/storage/soci/sql_text.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace palang::storage {

soci_reports::soci_reports(connection& db)
    : db_{db}, log_{db, select_sql(
                            "submissions",
                            {"submission_no", "id", "device_no", "device_seq", "kind", "username",
                             "taken_at", "corrected_at", "received_at", "is_offline",
                             "refusal_code", "journal_seq"},
                            "WHERE (:any < 0 OR device_no = :device) "
                            "AND (:offline < 0 OR is_offline = :offline2) "
                            "AND (:accepted < 0 OR (refusal_code IS NULL) = :accepted2) "
                            "AND submission_no >= :first "
                            "AND submission_no < :after ORDER BY submission_no DESC LIMIT :limit")},
      received_{db, "SELECT received_at FROM submissions WHERE submission_no = :number"},
      newest_{db, "SELECT MAX(submission_no) FROM submissions"}, hours_{db},
      rolled_until_{db, "rolled_until"},
      methods_{db, "SELECT username, method, SUM(payments), SUM(amount) FROM payment_hours "
                   "WHERE hour >= :from AND hour < :to GROUP BY username, method"},
      methods_of_days_{db, "SELECT username, method, SUM(payments), SUM(amount) FROM payment_days "
                           "WHERE day >= :from AND day < :to GROUP BY username, method"},
      shifts_{db,
              "SELECT COUNT(*), COALESCE(SUM(CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END), 0), "
              "COALESCE(SUM(expected), 0), COALESCE(SUM(counted), 0), "
              "COALESCE(SUM(CASE WHEN difference < 0 THEN -difference ELSE 0 END), 0), "
              "COALESCE(SUM(CASE WHEN difference > 0 THEN difference ELSE 0 END), 0) "
              "FROM shifts WHERE opened_at >= :from AND opened_at < :to"},
      offline_{db, "SELECT device_no, corrected_at, received_at, uncertainty_ms FROM submissions "
                   "WHERE is_offline = 1 AND received_at >= :from AND received_at < :to "
                   "ORDER BY received_at"},
      refusals_{db, "SELECT device_no, refusal_code, COUNT(*) FROM submissions "
                    "WHERE refusal_code IS NOT NULL AND received_at >= :from AND received_at < :to "
                    "GROUP BY device_no, refusal_code"} {}

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

integer soci_reports::newest_number() {
  newest_.one();
  return std::get<0>(newest_.out).get().value_or(0);
}

integer soci_reports::first_received_at(instant at) {
  integer low = 1;
  integer high = newest_number() + 1;
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
    auto after = std::min<integer>(filter.after.value_or(std::numeric_limits<integer>::max()),
                                   filter.to ? first_received_at(*filter.to) : newest_number() + 1);
    const auto oldest = filter.from ? first_received_at(*filter.from) : 1;
    // Numbers are gapless, so the bound of a look is a number.
    const bool is_narrowed = filter.device_no || filter.is_offline || filter.is_accepted;
    const auto first =
        is_narrowed ? std::max<integer>(oldest, after - most_looked_through) : oldest;
    const integer device = filter.device_no ? *filter.device_no : -1;
    const integer offline = filter.is_offline ? column(*filter.is_offline) : -1;
    const integer accepted = filter.is_accepted ? column(*filter.is_accepted) : -1;
    log_.in = {device, device, offline, offline, accepted, accepted, first, after, filter.limit};
    sync_log_page out;
    integer last = 0;
    log_.each([&](const log_row& row) {
      out.entries.push_back(entry_from(row));
      last = row.submission_no;
    });
    if (static_cast<std::int64_t>(out.entries.size()) == filter.limit)
      out.next = last;
    else if (first > oldest)
      out.next = first;
    return out;
  });
}

result<std::vector<protocol::stats_row>>
soci_reports::bucketed(instant from, instant to, instant origin, milliseconds grain) {
  return db_.guarded([&] {
    std::vector<protocol::stats_row> out;
    for (const auto& [key, counts] : hours_.bucketed(from, to, origin, grain)) {
      protocol::stats_row row{key.hour,       key.gate_id,  key.vehicle_type,
                              counts.entries, counts.exits, counts.revenue};
      row.fee = counts.fee;
      row.free_exits = counts.free_exits;
      row.lost_tickets = counts.lost_tickets;
      row.differences = counts.differences;
      out.push_back(std::move(row));
    }
    return out;
  });
}

result<std::vector<protocol::stats_row>> soci_reports::inside_at(instant at) {
  return db_.guarded([&] {
    std::vector<protocol::stats_row> out;
    for (const auto& [type, inside] : hours_.inside_at(at)) {
      protocol::stats_row row;
      row.from = at;
      row.vehicle_type = type;
      row.occupancy = inside;
      out.push_back(std::move(row));
    }
    return out;
  });
}

result<domain::hour_shares> soci_reports::by_hour_of_day(instant from, instant to,
                                                         milliseconds utc_offset) {
  return db_.guarded([&] { return hours_.by_hour_of_day(from, to, utc_offset); });
}

result<domain::hour_shares> soci_reports::by_gate(instant from, instant to) {
  return db_.guarded([&] { return hours_.by_gate(from, to); });
}

result<domain::hour_shares> soci_reports::by_hour(instant from, instant to,
                                                  milliseconds utc_offset) {
  return db_.guarded([&] { return hours_.by_hour(from, to, utc_offset); });
}

result<std::vector<std::string>> soci_reports::wrong_hours() {
  return db_.guarded([&] { return storage::wrong_hours(db_); });
}

result<std::vector<method_sum>> soci_reports::methods(instant from, instant to) {
  return db_.guarded([&] {
    std::map<std::pair<text, text>, method_sum> sums;
    const auto read = [&](auto& query, instant begin, instant end) {
      query.in = {column(begin), column(end)};
      query.each([&](const auto& row) {
        const auto& [username, method, count, amount] = row;
        auto& sum = sums[{username, method}];
        sum = {username, method, sum.count + count, sum.amount + rupiah{amount}};
      });
    };
    const auto window = cut(domain::hour_of(from), to, from_ms(rolled_until_.get().value_or(0)),
                            &spans::day_of, spans::day);
    read(methods_, window.from, window.long_from);
    read(methods_of_days_, window.long_from, window.long_to);
    read(methods_, window.long_to, window.to);
    std::vector<method_sum> out;
    for (auto& [key, sum] : sums)
      out.push_back(std::move(sum));
    return out;
  });
}

result<shift_sums> soci_reports::shifts(instant from, instant to) {
  return db_.guarded([&] {
    shifts_.in = {column(from), column(to)};
    shifts_.one();
    const auto& [count, open, expected, counted, missing, surplus] = shifts_.out;
    return shift_sums{count,           open,           rupiah{expected}, rupiah{counted},
                      rupiah{missing}, rupiah{surplus}};
  });
}

result<std::vector<offline_arrival>> soci_reports::offline(instant from, instant to) {
  return db_.guarded([&] {
    std::vector<offline_arrival> out;
    offline_.in = {column(from), column(to)};
    offline_.each([&](const auto& row) {
      const auto& [device, corrected, received, uncertainty] = row;
      out.push_back({narrow<std::uint16_t>(device.get().value_or(0)), from_ms(corrected),
                     from_ms(received), uncertainty > 0});
    });
    return out;
  });
}

result<std::vector<refusal_count>> soci_reports::refusals(instant from, instant to) {
  return db_.guarded([&] {
    std::vector<refusal_count> out;
    refusals_.in = {column(from), column(to)};
    refusals_.each([&](const auto& row) {
      const auto& [device, code, count] = row;
      out.push_back({narrow<std::uint16_t>(device.get().value_or(0)), code, count});
    });
    return out;
  });
}

} // namespace palang::storage
