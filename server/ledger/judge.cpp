#include "server/ledger/judge.hpp"

#include "server/domain/lock_alert_texts.hpp"
#include "server/domain/lock_times.hpp"
#include "server/domain/opening_match.hpp"
#include "server/ledger/lock_hearing.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/suspicion.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace palang::ledger {

namespace {

using protocol::opening_cause;
using protocol::opening_state;

constexpr std::int64_t most_judged = 200;

protocol::alert about(protocol::alert alert, const protocol::opening& o) {
  alert.refers.lock_id = o.lock_id;
  if (!o.gate_id.empty())
    alert.refers.gate_id = o.gate_id;
  alert.refers.session_id = o.session_id;
  return alert;
}

result<void> decide(const voice& v, storage::stored_opening row, opening_state state,
                    protocol::alert alert) {
  PALANG_TRY(raised, v.raise(about(std::move(alert), row.shown)));
  row.shown.state = state;
  row.alert_id = raised;
  return v.db.openings.update(row);
}

result<void> tell_unexplained(const voice& v, storage::stored_opening row) {
  const auto& o = row.shown;
  PALANG_TRY(record, v.db.records.find(*o.record_id));
  const auto words = record ? words_of(record->shown) : domain::record_text{};
  auto alert = domain::unexplained_opening_alert(place_of(v.config(), o.lock_id), o.at, words);
  return decide(v, std::move(row), opening_state::unexplained, std::move(alert));
}

result<std::string> vehicle_of(const voice& v, const protocol::opening& o) {
  if (!o.session_id)
    return std::string{};
  PALANG_TRY(stay, v.db.sessions.find(*o.session_id));
  return stay ? stay->shown.plate : std::string{};
}

result<void> tell_no_opening(const voice& v, storage::stored_opening row) {
  const auto& o = row.shown;
  PALANG_TRY(vehicle, vehicle_of(v, o));
  auto alert = domain::no_opening_alert(place_of(v.config(), o.lock_id), o.at, vehicle);
  return decide(v, std::move(row), opening_state::no_opening, std::move(alert));
}

/// Nobody wonders about a command that is known not to have worked.
result<bool> is_known_failure(const voice& v, const protocol::opening& o) {
  if (!o.command_id || (o.cause != opening_cause::manual && o.cause != opening_cause::test))
    return false;
  PALANG_TRY(command, v.db.gates.find_command(*o.command_id));
  return command
         && (command->shown.state == protocol::command_state::failed
             || command->shown.state == protocol::command_state::expired);
}

result<void> judge_missing(const voice& v, storage::stored_opening row,
                           const domain::coverage_facts& heard) {
  PALANG_TRY(is_failure, is_known_failure(v, row.shown));
  if (is_failure)
    return v.db.openings.remove(row.shown.id);
  const auto at = row.shown.at;
  const bool is_covered = domain::coverage_at(heard, at) == protocol::coverage::covered;
  const bool is_looked_for =
      is_scanned_since(heard, at) || v.now - begun_at(row.shown) > domain::lock_waits().scan_wait;
  if (is_covered && is_looked_for)
    return tell_no_opening(v, std::move(row));
  row.judge_after = v.now + domain::lock_waits().judge_again;
  return v.db.openings.update(row);
}

} // namespace

result<void> judge_openings(const voice& v) {
  PALANG_TRY(due, v.db.openings.due(v.now, most_judged));
  if (due.empty())
    return {};
  const auto oldest =
      std::ranges::min(due, {}, [](const auto& row) { return row.shown.at; }).shown.at;
  PALANG_TRY(heard, read_hearing(v.db, oldest, v.now));
  for (auto& row : due) {
    const auto facts = facts_of(heard, row.shown.lock_id);
    PALANG_CHECK(row.shown.state == opening_state::awaiting_cause
                     ? tell_unexplained(v, std::move(row))
                     : judge_missing(v, std::move(row), facts));
  }
  return {};
}

} // namespace palang::ledger
