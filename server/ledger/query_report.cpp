#include "server/domain/stats.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <array>
#include <chrono>
#include <map>

/// stats.report: a period in a few numbers.
namespace palang::ledger {

namespace {

using namespace std::chrono_literals;
using domain::hour_counts;
using protocol::number;

/// The tax that is contained in the price.
rupiah contained_tax(rupiah revenue, std::int32_t pct) {
  const auto net = (revenue.value * 100 + (100 + pct) / 2) / (100 + pct);
  return revenue - rupiah{net};
}

std::string encoded_totals(const hour_counts& c, std::int32_t tax_pct) {
  const auto tax = contained_tax(c.revenue, tax_pct);
  return protocol::object(
      {{"entries", number(c.entries)},
       {"exits", number(c.exits)},
       {"revenue", number(c.revenue.value)},
       {"fee", number(c.fee.value)},
       {"tax", number(tax.value)},
       {"net", number((c.revenue - tax).value)},
       {"free_exits", number(c.free_exits)},
       {"lost_tickets", number(c.lost_tickets)},
       {"differences", number(c.differences)},
       {"no_exit_photo", number(c.no_photo)},
       {"average_stay_min", c.stays == 0 ? "null" : number(c.stay_min / c.stays)}});
}

std::string encoded_part(std::string_view name, std::string value, const hour_counts& c) {
  return protocol::object({{name, std::move(value)},
                           {"entries", number(c.entries)},
                           {"exits", number(c.exits)},
                           {"revenue", number(c.revenue.value)}});
}

/// The counts by each of their sides.
struct sides {
  hour_counts all;
  std::map<domain::vehicle_class, hour_counts> by_type;
  std::map<std::string, hour_counts> by_gate;
  std::array<hour_counts, 24> by_hour;
};

sides sides_of(const domain::hour_shares& gates, const domain::hour_shares& hours) {
  sides out;
  for (const auto& [key, counts] : gates) {
    out.all += counts;
    out.by_type[key.vehicle_type] += counts;
    out.by_gate[key.gate_id] += counts;
  }
  for (const auto& [key, counts] : hours)
    out.by_hour.at(static_cast<std::size_t>(key.hour.time_since_epoch() / 1h)) += counts;
  return out;
}

result<std::string> encoded_methods(const query_context& q, instant from, instant to) {
  PALANG_TRY(rows, q.db.reports.methods(from, to));
  std::map<std::string, std::pair<std::int64_t, rupiah>> sums;
  for (const auto& row : rows) {
    auto& [count, amount] = sums[row.method];
    count += row.count;
    amount += row.amount;
  }
  std::vector<std::string> out;
  for (const auto& [method, sum] : sums)
    out.push_back(protocol::object({{"method", protocol::text(method)},
                                    {"count", number(sum.first)},
                                    {"amount", number(sum.second.value)}}));
  return protocol::array(out);
}

result<std::string> encoded_openings(const query_context& q, instant from, instant to) {
  PALANG_TRY(by_hand, q.db.openings.count_by_hand(from, to));
  PALANG_TRY(suspect, q.db.openings.count_suspect(from, to));
  std::vector<std::string> out;
  for (const auto& [cause, count] : by_hand)
    out.push_back(
        protocol::object({{"cause", protocol::text(to_string(cause))}, {"count", number(count)}}));
  for (const auto& [state, count] : suspect)
    out.push_back(
        protocol::object({{"state", protocol::text(to_string(state))}, {"count", number(count)}}));
  return protocol::array(out);
}

std::string encoded_shifts(const storage::shift_sums& s) {
  return protocol::object({{"count", number(s.count)},
                           {"open", number(s.open)},
                           {"expected", number(s.expected.value)},
                           {"counted", number(s.counted.value)},
                           {"difference", number((s.surplus - s.missing).value)},
                           {"short", number(s.missing.value)},
                           {"over", number(s.surplus.value)}});
}

} // namespace

result<std::string> answer(const query_context& q, const protocol::stats_report& what) {
  PALANG_CHECK(domain::check_window({what.from, what.to, protocol::stats_bucket::day}));
  PALANG_TRY(offset, domain::offset_of(q.config.document.site.tz, what.from));
  PALANG_TRY(by_gate, q.db.reports.by_gate(what.from, what.to));
  PALANG_TRY(hours, q.db.reports.by_hour(what.from, what.to, offset));
  PALANG_TRY(methods, encoded_methods(q, what.from, what.to));
  PALANG_TRY(openings, encoded_openings(q, what.from, what.to));
  PALANG_TRY(shifts, q.db.reports.shifts(what.from, what.to));
  const auto counted = sides_of(by_gate, hours);
  std::vector<std::string> types;
  for (const auto& [type, counts] : counted.by_type)
    types.push_back(encoded_part("vehicle_type", protocol::text(to_string(type)), counts));
  std::vector<std::string> gates;
  for (const auto& [gate, counts] : counted.by_gate)
    gates.push_back(encoded_part("gate_id", protocol::text(gate), counts));
  std::vector<std::string> by_hour;
  for (const auto& counts : counted.by_hour)
    by_hour.push_back(
        encoded_part("hour", number(static_cast<std::int64_t>(by_hour.size())), counts));
  return protocol::object(
      {{"totals", encoded_totals(counted.all, q.config.document.site.tax_rate_pct)},
       {"by_type", protocol::array(types)},
       {"by_gate", protocol::array(gates)},
       {"by_hour", protocol::array(by_hour)},
       {"methods", methods},
       {"openings", openings},
       {"shifts", encoded_shifts(shifts)}});
}

} // namespace palang::ledger
