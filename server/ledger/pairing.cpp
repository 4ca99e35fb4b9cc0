#include "server/ledger/pairing.hpp"

#include "server/domain/lock_times.hpp"
#include "server/domain/opening_match.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/openings.hpp"
#include "server/ledger/try.hpp"
#include "server/ttlock/record_kind.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace palang::ledger {

namespace {

using protocol::opening_cause;
using protocol::opening_state;

/// Pairs further away cannot be touched by what happens here: a chain of cars that reaches so far
/// without a minute's pause is cut.
constexpr milliseconds neighbourhood = std::chrono::minutes{5};

/// The transaction's half of a row, apart from its record.
struct cause_side {
  opening_cause cause = opening_cause::none;
  std::optional<uuid> session_id;
  std::optional<uuid> command_id;
  std::string gate_id;
  std::string note;
  instant at{};
};

/// What a row says of its record, where it has one.
struct record_side {
  instant at{};
  bool is_by_gateway = false;
  std::string person; ///< Empty: nobody who has a name.
  bool is_alarm = false;
};

struct neighbours {
  std::map<uuid, storage::stored_opening> rows;
  std::map<uuid, cause_side> causes;   ///< By the row that has it.
  std::map<uuid, record_side> records; ///< By the row that has it.
};

/// When the cause of a row that also has a record happened: the command, else the transaction.
result<instant> cause_time(const voice& v, const protocol::opening& o) {
  if (!o.record_id)
    return o.at;
  if (o.command_id) {
    PALANG_TRY(command, v.db.gates.find_command(*o.command_id));
    if (command)
      return command->shown.requested_at;
  }
  if (o.session_id) {
    PALANG_TRY(stay, v.db.sessions.find(*o.session_id));
    if (stay)
      return (o.cause == opening_cause::exit ? stay->shown.exited_at : stay->shown.entered_at)
          .value_or(o.at);
  }
  return o.at;
}

/// Nullopt: nothing was opened (somebody tampered with the lock).
result<std::optional<record_side>> read_record(const voice& v, const protocol::opening& o) {
  record_side out;
  out.at = o.at;
  out.is_alarm = o.state == opening_state::alarmed;
  if (o.cause == opening_cause::person) {
    // Nothing to look up, which counts where hundreds were let in at once.
    out.person = o.who;
    return out;
  }
  PALANG_TRY(found, v.db.records.find(*o.record_id));
  if (!found)
    return out;
  const auto told = as_told(found->shown);
  if (out.is_alarm && !ttlock::is_unlock(told))
    return std::nullopt;
  out.is_by_gateway = ttlock::is_remote_unlock(told);
  if (ttlock::kind_of(told) == ttlock::record_kind::by_person)
    out.person = told.who;
  return out;
}

result<neighbours> read_neighbours(const voice& v, const std::string& lock_id, instant around) {
  PALANG_TRY(rows, v.db.openings.near(lock_id, around - neighbourhood, around + neighbourhood));
  neighbours out;
  for (auto& row : rows) {
    const auto& o = row.shown;
    if (o.record_id) {
      PALANG_TRY(record, read_record(v, o));
      if (!record)
        continue;
      out.records[o.id] = std::move(*record);
    }
    if (has_cause(o)) {
      PALANG_TRY(at, cause_time(v, o));
      out.causes[o.id] = {o.cause, o.session_id, o.command_id, o.gate_id, o.note, at};
    }
    const auto id = o.id;
    out.rows.emplace(id, std::move(row));
  }
  return out;
}

std::map<uuid, uuid> pairs_of(const neighbours& all) {
  std::vector<domain::record_half> records;
  for (const auto& [id, record] : all.records)
    records.push_back(
        {id, record.at, record.is_by_gateway, record.is_alarm || !record.person.empty()});
  std::vector<domain::cause_half> causes;
  for (const auto& [id, cause] : all.causes)
    causes.push_back({id, cause.at, cause.command_id.has_value()});
  return domain::pair_up(std::move(records), std::move(causes));
}

void set_cause(protocol::opening& o, const cause_side& cause) {
  o.cause = cause.cause;
  o.session_id = cause.session_id;
  o.command_id = cause.command_id;
  o.note = cause.note;
}

/// A command whose unlock was recorded has worked, whatever was known of it.
result<void> confirm_command(const voice& v, const protocol::opening& o,
                             const record_side& record) {
  if (!o.command_id || !record.is_by_gateway)
    return {};
  return settle_command(
      v, {*o.command_id, protocol::command_state::confirmed, "the lock recorded the opening"});
}

result<void> explain(const voice& v, storage::stored_opening row, const cause_side& cause,
                     const record_side& record) {
  set_cause(row.shown, cause);
  row.shown.who.clear();
  if (!record.is_alarm) {
    row.shown.state = opening_state::explained;
    PALANG_CHECK(resolve_alert(v, row, "what explains it arrived"));
  }
  PALANG_CHECK(v.db.openings.update(row));
  return confirm_command(v, row.shown, record);
}

/// Its cause belongs to another record: a named person explains it, or it waits again.
result<void> let_go(const voice& v, storage::stored_opening row, const record_side& record) {
  set_cause(row.shown, {});
  if (record.is_alarm)
    return v.db.openings.update(row);
  if (record.person.empty()) {
    row.shown.state = opening_state::awaiting_cause;
    row.judge_after = v.now + domain::lock_waits().cause_grace;
  } else {
    row.shown.cause = opening_cause::person;
    row.shown.who = record.person;
  }
  return v.db.openings.update(row);
}

/// Its record belongs to another cause: it waits for its own.
result<void> wait_alone(const voice& v, const protocol::opening& was, const cause_side& cause) {
  storage::stored_opening row;
  row.shown.id = make_uuid_v7(v.now);
  row.shown.lock_id = was.lock_id;
  row.shown.gate_id = cause.gate_id;
  row.shown.at = cause.at;
  row.shown.state = opening_state::awaiting_record;
  set_cause(row.shown, cause);
  row.judge_after = v.now + domain::lock_waits().record_grace;
  return v.db.openings.insert(row);
}

result<void> settle_records(const voice& v, const neighbours& all,
                            const std::map<uuid, uuid>& pairs) {
  for (const auto& [id, record] : all.records) {
    const auto& row = all.rows.at(id);
    const auto wanted = pairs.find(id);
    const bool has_own = wanted != pairs.end() && wanted->second == id;
    if (has_own || (wanted == pairs.end() && !has_cause(row.shown)))
      continue;
    PALANG_CHECK(wanted == pairs.end() ? let_go(v, row, record)
                                       : explain(v, row, all.causes.at(wanted->second), record));
  }
  return {};
}

result<void> settle_causes(const voice& v, const neighbours& all,
                           const std::map<uuid, uuid>& pairs) {
  for (const auto& [id, cause] : all.causes) {
    const auto& row = all.rows.at(id);
    const bool is_paired =
        std::ranges::any_of(pairs, [&](const auto& pair) { return pair.second == id; });
    if (row.shown.record_id && !is_paired)
      PALANG_CHECK(wait_alone(v, row.shown, cause));
    if (!row.shown.record_id && is_paired) {
      PALANG_CHECK(resolve_alert(v, row, "its record arrived"));
      PALANG_CHECK(v.db.openings.remove(id));
    }
  }
  return {};
}

} // namespace

bool has_cause(const protocol::opening& o) {
  return o.cause != opening_cause::none && o.cause != opening_cause::person;
}

result<void> resolve_alert(const voice& v, const storage::stored_opening& row,
                           const std::string& note) {
  if (!row.alert_id)
    return {};
  PALANG_TRY(found, v.db.alerts.find(*row.alert_id));
  return found ? v.resolve(std::move(*found), note) : result<void>{};
}

result<void> pair_openings(const voice& v, const std::string& lock_id, instant around) {
  PALANG_TRY(all, read_neighbours(v, lock_id, around));
  const auto pairs = pairs_of(all);
  PALANG_CHECK(settle_records(v, all, pairs));
  return settle_causes(v, all, pairs);
}

result<void> begin_opening(const voice& v, const storage::stored_opening& half) {
  PALANG_CHECK(v.db.openings.insert(half));
  return pair_openings(v, half.shown.lock_id, half.shown.at);
}

} // namespace palang::ledger
