#include "server/ledger/causes.hpp"

#include "server/domain/lock_times.hpp"
#include "server/domain/opening_match.hpp"
#include "server/ledger/pairing.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace palang::ledger {

namespace {

using protocol::opening_cause;
using protocol::opening_state;

/// A gate that was opened for a session before its transaction was sent belongs to it.
constexpr milliseconds same_passage = domain::match_after;

result<bool> is_known_lock(const context& c, const protocol::gate_config& gate) {
  if (!gate.lock_id)
    return false;
  PALANG_TRY(lock, c.db.locks.find(*gate.lock_id));
  return lock && lock->discovered_at;
}

bool is_automatic(const context& c, const std::string& gate_id) {
  const auto& gates = c.state.facts.gates;
  const auto known = gates.find(gate_id);
  return known == gates.end() || known->second.mode == protocol::gate_mode::automatic;
}

/// The reason's words say that the gate is only tried out.
bool is_test(const std::string& reason) {
  constexpr std::array words{"uji", "tes", "test"};
  std::string lower;
  std::ranges::transform(reason, std::back_inserter(lower),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return std::ranges::any_of(words, [&](const char* word) { return lower.starts_with(word); });
}

storage::stored_opening waiting(const context& c, const protocol::gate_config& gate, instant at) {
  storage::stored_opening out;
  out.shown.id = make_uuid_v7(c.now());
  out.shown.lock_id = *gate.lock_id;
  out.shown.gate_id = gate.id;
  out.shown.at = at;
  out.shown.state = opening_state::awaiting_record;
  out.judge_after = c.now() + domain::lock_waits().record_grace;
  return out;
}

/// The session's newest opening at the gate for which `fits` holds.
template <class Fits>
result<std::optional<storage::stored_opening>> newest_of(context& c, const uuid& session,
                                                         const std::string& gate_id, Fits fits) {
  PALANG_TRY(rows, c.db.openings.of_session(session));
  std::optional<storage::stored_opening> out;
  for (auto& row : rows)
    if (row.shown.gate_id == gate_id && fits(row.shown))
      out = std::move(row);
  return out;
}

/// The command is what should open the gate for the session now.
result<void> join(context& c, storage::stored_opening row, const protocol::gate_command& command) {
  PALANG_CHECK(resolve_alert(c.telling(), row, "the gate was opened again"));
  row.shown.command_id = command.id;
  row.shown.at = command.requested_at;
  row.shown.state = opening_state::awaiting_record;
  row.judge_after = c.now() + domain::lock_waits().record_grace;
  PALANG_CHECK(c.db.openings.update(row));
  return pair_openings(c.telling(), row.shown.lock_id, row.shown.at);
}

opening_cause cause_of(const protocol::gate_command& command, const protocol::gate_config& gate,
                       bool is_second) {
  if (!command.session_id)
    return is_test(command.reason) ? opening_cause::test : opening_cause::manual;
  if (is_second)
    return opening_cause::manual;
  return gate.direction == protocol::gate_direction::in ? opening_cause::entry
                                                        : opening_cause::exit;
}

/// Nothing shows that the gate was opened for it, or will be.
bool only_waits(const protocol::opening& o) {
  return !o.record_id && !o.command_id;
}

/// Of several openings of the session with this cause, those that only wait go; one stays.
result<void> drop_second(context& c, const uuid& session, opening_cause cause) {
  PALANG_TRY(rows, c.db.openings.of_session(session));
  std::erase_if(rows, [cause](const auto& row) { return row.shown.cause != cause; });
  std::ranges::stable_partition(rows, [](const auto& row) { return !only_waits(row.shown); });
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (!only_waits(rows[i].shown))
      continue;
    PALANG_CHECK(resolve_alert(c.telling(), rows[i], "the sessions were merged"));
    PALANG_CHECK(c.db.openings.remove(rows[i].shown.id));
  }
  return {};
}

} // namespace

result<void> expect_opening(context& c, opening_cause cause, const uuid& session,
                            const std::string& gate_id) {
  const auto* gate = c.config().find_gate(gate_id);
  if (!gate || c.clock.is_fault || !is_automatic(c, gate_id))
    return {};
  PALANG_TRY(is_known, is_known_lock(c, *gate));
  if (!is_known)
    return {};
  const auto at = c.clock.corrected_at;
  PALANG_TRY(opened, newest_of(c, session, gate_id, [&](const protocol::opening& o) {
               return o.cause == cause && o.command_id
                      && std::chrono::abs(o.at - at) <= same_passage;
             }));
  if (opened)
    return {};
  auto row = waiting(c, *gate, at);
  row.shown.cause = cause;
  row.shown.session_id = session;
  return begin_opening(c.telling(), row);
}

result<void> expect_opening(context& c, const protocol::gate_command& command,
                            const protocol::gate_config& gate) {
  PALANG_TRY(is_known, is_known_lock(c, gate));
  if (!is_known)
    return {};
  bool is_second = false;
  if (command.session_id) {
    PALANG_TRY(row, newest_of(c, *command.session_id, gate.id, has_cause));
    if (row && !row->shown.record_id && !row->shown.command_id)
      return join(c, std::move(*row), command);
    is_second = row.has_value();
  }
  auto row = waiting(c, gate, command.requested_at);
  row.shown.cause = cause_of(command, gate, is_second);
  row.shown.session_id = command.session_id;
  row.shown.command_id = command.id;
  row.shown.note = is_second ? "opened again for the session" : command.reason;
  return begin_opening(c.telling(), row);
}

result<void> void_openings(context& c, const uuid& session) {
  PALANG_TRY(rows, c.db.openings.of_session(session));
  for (auto& row : rows) {
    auto& o = row.shown;
    if (only_waits(o)) {
      PALANG_CHECK(resolve_alert(c.telling(), row, "the session was voided"));
      PALANG_CHECK(c.db.openings.remove(o.id));
      continue;
    }
    o.note = "the session was voided";
    if (!o.record_id)
      o.cause = opening_cause::manual;
    PALANG_CHECK(c.db.openings.update(row));
  }
  return {};
}

result<void> move_openings(context& c, const uuid& from, const uuid& to) {
  PALANG_TRY(rows, c.db.openings.of_session(from));
  for (auto& row : rows) {
    row.shown.session_id = to;
    PALANG_CHECK(c.db.openings.update(row));
  }
  for (const auto cause : {opening_cause::entry, opening_cause::exit})
    PALANG_CHECK(drop_second(c, to, cause));
  return {};
}

} // namespace palang::ledger
