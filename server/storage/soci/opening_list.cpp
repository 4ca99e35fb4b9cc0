#include "server/storage/soci/look_through.hpp"
#include "server/storage/soci/opening_rows.hpp"
#include "server/storage/soci/openings.hpp"
#include "server/storage/soci/sql_text.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace palang::storage {

namespace {

using protocol::opening_cause;
using protocol::opening_state;

constexpr auto never = std::numeric_limits<integer>::max();
constexpr std::array suspect_states{opening_state::unexplained, opening_state::no_opening,
                                    opening_state::alarmed};

constexpr const char* span_sql =
    " AND at >= :from AND at < :to AND at <= :cursor1 AND (at < :cursor2 OR id < :cursor_id)";
constexpr const char* filter_sql =
    " AND (:gate1 = '' OR gate_id = :gate2) AND (:lock1 = '' OR lock_id = :lock2)"
    " AND (:state1 = '' OR state = :state2) AND (:cause1 = '' OR cause = :cause2)"
    " AND (:judged1 < 0 OR (verdict IS NOT NULL) = :judged2)"
    " ORDER BY at DESC, id DESC LIMIT :limit";

bool is_indexed(opening_cause c) {
  return c == opening_cause::manual || c == opening_cause::test || c == opening_cause::person;
}

/// Does anything narrow the list that its order does not know? `chosen` is the state or cause of
/// the order, or empty when it is of all openings.
bool is_narrowed(const opening_filter& f, const text& chosen) {
  const bool has_state = f.state || f.is_suspect;
  return f.gate_id || f.lock_id || f.is_judged || (has_state && f.cause)
         || (chosen.empty() && (has_state || f.cause));
}

/// Newest first.
bool is_newer(const stored_opening& a, const stored_opening& b) {
  return std::pair{a.shown.at, to_string(a.shown.id)}
         > std::pair{b.shown.at, to_string(b.shown.id)};
}

} // namespace

opening_list::opening_list(connection& db, const std::string& condition)
    : page_{db,
            select_sql("openings", opening_columns, "WHERE " + condition + span_sql + filter_sql)},
      floor_{db, "SELECT at FROM openings WHERE " + condition + span_sql
                     + " ORDER BY at DESC LIMIT 1 OFFSET " + std::to_string(most_looked_through)} {}

opening_list::look opening_list::through(const opening_filter& f, const text& chosen) {
  auto& in = page_.in;
  const auto cursor = f.after ? column(f.after->at) : never;
  in.span = {chosen,
             f.from ? column(*f.from) : std::numeric_limits<integer>::min(),
             f.to ? column(*f.to) : never,
             cursor,
             cursor,
             f.after ? f.after->id : text{}};
  in.gate1 = in.gate2 = f.gate_id.value_or("");
  in.lock1 = in.lock2 = f.lock_id.value_or("");
  in.state1 = in.state2 = f.state ? text{to_string(*f.state)} : text{};
  in.cause1 = in.cause2 = f.cause ? text{to_string(*f.cause)} : text{};
  in.judged1 = in.judged2 = f.is_judged ? column(*f.is_judged) : -1;
  in.limit = f.limit;
  look out;
  floor_.in = in.span;
  if (is_narrowed(f, chosen) && floor_.one())
    in.span.from = *(out.floor = std::get<0>(floor_.out));
  page_.each([&](const opening_row& row) { out.found.push_back(from_row(row)); });
  return out;
}

result<opening_page> soci_openings::list(const opening_filter& filter) {
  return db_.guarded([&] {
    opening_page out;
    std::optional<integer> floor;
    const auto look = [&](opening_list& in, std::string_view chosen) {
      auto seen = in.through(filter, text{chosen});
      std::ranges::move(seen.found, std::back_inserter(out.openings));
      if (seen.floor)
        floor = std::max(floor.value_or(*seen.floor), *seen.floor);
    };
    if (filter.is_suspect) {
      for (const auto state : suspect_states)
        if (!filter.state || *filter.state == state)
          look(state_list_, to_string(state));
    } else if (filter.state && *filter.state != opening_state::explained) {
      look(state_list_, to_string(*filter.state));
    } else if (filter.cause && is_indexed(*filter.cause)) {
      look(cause_list_, to_string(*filter.cause));
    } else {
      look(all_list_, "");
    }
    // What one order saw further down, another may have overlooked.
    if (floor)
      std::erase_if(out.openings, [&](const auto& row) { return column(row.shown.at) < *floor; });
    std::ranges::sort(out.openings, is_newer);
    const auto limit = static_cast<std::size_t>(filter.limit);
    if (out.openings.size() >= limit) {
      out.openings.erase(out.openings.begin() + filter.limit, out.openings.end());
      const auto& last = out.openings.back().shown;
      out.next = opening_cursor{last.at, to_string(last.id)};
    } else if (floor) {
      out.next = opening_cursor{from_ms(*floor), ""};
    }
    return out;
  });
}

result<std::map<opening_state, std::int64_t>> soci_openings::count_suspect(instant from,
                                                                           instant to) {
  return db_.guarded([&] {
    std::map<opening_state, std::int64_t> out;
    count_suspect_.in = {column(from), column(to)};
    count_suspect_.each([&](const auto& row) {
      const auto& [state, count] = row;
      out[known(protocol::opening_state_from(state), state)] = count;
    });
    return out;
  });
}

result<std::map<opening_cause, std::int64_t>> soci_openings::count_by_hand(instant from,
                                                                           instant to) {
  return db_.guarded([&] {
    std::map<opening_cause, std::int64_t> out;
    count_by_hand_.in = {column(from), column(to)};
    count_by_hand_.each([&](const auto& row) {
      const auto& [cause, count] = row;
      out[known(protocol::opening_cause_from(cause), cause)] = count;
    });
    return out;
  });
}

} // namespace palang::storage
