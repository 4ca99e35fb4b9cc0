#include "server/domain/indicators.hpp"
#include "server/domain/stats.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <chrono>

/// stats.indicators: each attendant against the others, and where to look.
namespace palang::ledger {

namespace {

using namespace std::chrono_literals;
using domain::indicator_kind;
using acts_by_name = std::map<std::string, domain::attendant_acts>;

constexpr milliseconds longest_window = 92 * 24h;

result<void> check_window(const protocol::stats_indicators& what) {
  if (what.to <= what.from)
    return fail(errc::invalid, "the window is empty", "data.to");
  if (what.to - what.from > longest_window)
    return fail(errc::invalid, "the window is longer than 92 days", "data.from");
  return {};
}

/// The fee of a class within the first hour orders classes by what they pay.
rupiah first_amount(const protocol::config& document, domain::vehicle_class type) {
  const auto found = std::ranges::find(document.tariffs, type, &domain::tariff::vehicle);
  return found == document.tariffs.end() ? rupiah{} : found->first_amt;
}

result<void> add_voids(const query_context& q, const protocol::stats_indicators& what,
                       acts_by_name& out) {
  PALANG_TRY(lines, q.db.audit.of_action("void", what.from, what.to));
  for (const auto& line : lines)
    if (const auto before = protocol::decode_session(line.before);
        before && !before->entry_by.empty())
      ++out[before->entry_by].voids;
  return {};
}

result<void> add_downgrades(const query_context& q, const protocol::stats_indicators& what,
                            acts_by_name& out) {
  PALANG_TRY(lines, q.db.audit.of_action("correct", what.from, what.to));
  for (const auto& line : lines) {
    const auto before = protocol::decode_session(line.before);
    const auto after = protocol::decode_session(line.after);
    if (before && after && !before->entry_by.empty()
        && first_amount(q.config.document, after->vehicle_type)
               < first_amount(q.config.document, before->vehicle_type))
      ++out[before->entry_by].class_downgrades;
  }
  return {};
}

result<void> add_reprints(const query_context& q, const protocol::stats_indicators& what,
                          acts_by_name& out) {
  PALANG_TRY(lines, q.db.audit.of_action("note", what.from, what.to));
  for (const auto& line : lines)
    if (const auto kind = protocol::member_of(line.after, "what");
        kind && protocol::string_of(*kind) == "reprint")
      ++out[line.actor].reprints;
  return {};
}

result<acts_by_name> acts_of(const query_context& q, const protocol::stats_indicators& what) {
  acts_by_name out;
  PALANG_TRY(methods, q.db.reports.methods(what.from, what.to));
  for (const auto& row : methods) {
    auto& acts = out[row.username];
    acts.payments += row.count;
    if (row.method == "cash")
      acts.cash_payments += row.count;
  }
  PALANG_TRY(manual, q.db.gates.count_manual(what.from, what.to, what.gate_id.value_or("")));
  for (const auto& [name, count] : manual)
    out[name].manual_openings = count;
  PALANG_CHECK(add_voids(q, what, out));
  PALANG_CHECK(add_downgrades(q, what, out));
  PALANG_CHECK(add_reprints(q, what, out));
  return out;
}

/// The query that lists the records behind a number.
protocol::query_data look_of(const protocol::stats_indicators& what, const std::string& name,
                             indicator_kind kind) {
  const protocol::page window{what.from, what.to, std::nullopt, 50};
  if (kind == indicator_kind::manual_openings)
    return protocol::command_list{window, name, what.gate_id, true};
  if (kind == indicator_kind::reprints)
    return protocol::audit_list{window, name, "note"};
  if (kind == indicator_kind::class_downgrades)
    return protocol::audit_list{window, std::nullopt, "correct"};
  protocol::session_list out;
  out.window = window;
  out.gate_id = what.gate_id;
  if (kind == indicator_kind::voids) {
    out.status = protocol::session_status::voided;
    out.entry_by = name;
    return out;
  }
  out.is_by_exit = true;
  out.exit_by = name;
  if (kind == indicator_kind::free_exits)
    out.amount = protocol::amount_filter::nothing;
  if (kind == indicator_kind::undercharged)
    out.amount = protocol::amount_filter::under;
  if (kind == indicator_kind::lost_tickets)
    out.flag = "lost_ticket";
  out.is_without_exit_photo = kind == indicator_kind::no_exit_photo;
  return out;
}

std::string encoded(const protocol::stats_indicators& what, const std::string& name,
                    const domain::indicator& x) {
  const auto look = look_of(what, name, x.kind);
  return protocol::object({{"kind", protocol::text(to_string(x.kind))},
                           {"count", protocol::number(x.count)},
                           {"base", protocol::number(x.base)},
                           {"value", protocol::number(x.value)},
                           {"expected", protocol::number_or_null(x.expected)},
                           {"low", protocol::number(x.low)},
                           {"high", protocol::number(x.high)},
                           {"outside", protocol::boolean(x.is_outside)},
                           {"text_id", protocol::text(x.text_id)},
                           {"text_en", protocol::text(x.text_en)},
                           {"look", protocol::object({{"kind", protocol::text(kind_of(look))},
                                                      {"data", protocol::encode_data(look)}})}});
}

} // namespace

result<std::string> answer(const query_context& q, const protocol::stats_indicators& what) {
  PALANG_CHECK(check_window(what));
  PALANG_TRY(offset, domain::offset_of(q.config.document.site.tz, what.from));
  PALANG_TRY(hours, q.db.reports.by_hour_of_day(what.from, what.to, offset));
  if (what.gate_id)
    std::erase_if(hours, [&](const auto& row) { return row.first.gate_id != *what.gate_id; });
  PALANG_TRY(acts, acts_of(q, what));
  std::vector<std::string> people;
  for (const auto& person : domain::indicators_of(hours, acts)) {
    std::vector<std::string> found;
    for (const auto& x : person.found)
      found.push_back(encoded(what, person.username, x));
    people.push_back(protocol::object({{"username", protocol::text(person.username)},
                                       {"entries", protocol::number(person.entries)},
                                       {"exits", protocol::number(person.exits)},
                                       {"indicators", protocol::array(found)}}));
  }
  return protocol::object({{"attendants", protocol::array(people)}});
}

} // namespace palang::ledger
