#include "server/ledger/kinds.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/stays.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

/// What a supervisor decided about a duplicate, and how it is taken back.
namespace palang::ledger {

namespace {

using protocol::alert_kind;
using protocol::session_status;

result<protocol::alert> need_alert(context& c, const uuid& id) {
  PALANG_TRY(found, c.db.alerts.find(id));
  if (!found)
    return fail(errc::unknown_alert, "this alert is not known", "data.alert_id");
  const auto kind = found->kind;
  if (kind != alert_kind::duplicate && kind != alert_kind::double_exit
      && kind != alert_kind::exit_without_entry)
    return fail(errc::invalid, "this alert is not about a duplicate", "data.alert_id");
  return std::move(*found);
}

effect told_alert(const protocol::alert& alert) {
  return {protocol::object({{"alert", protocol::encode(alert)}}), alert.refers.session_id};
}

result<storage::stored_merge> need_merge(context& c, const uuid& dropped) {
  PALANG_TRY(found, c.db.merges.find(dropped));
  if (!found || found->undone_at)
    return fail(errc::invalid, "there is no merge of this session that can be taken back",
                "data.session_id");
  return std::move(*found);
}

result<storage::stored_session> need_session(context& c, const uuid& id) {
  PALANG_TRY(found, c.db.sessions.find(id));
  if (!found)
    return fail(errc::unknown_session, "this session is not known", "data.session_id");
  return std::move(*found);
}

/// Inside again, as before the merge lent it an exit.
void give_exit_back(context& c, storage::stored_session& kept) {
  auto& s = kept.shown;
  s.status = session_status::open;
  s.exited_at.reset();
  s.exit_gate_id.clear();
  s.exit_by.clear();
  s.fee.reset();
  s.charged.reset();
  s.photo_out.reset();
  std::erase(s.flags, "review");
  kept.exit_uncertainty = milliseconds{0};
  c.count(s, kept.zone_id, +1);
}

result<void> give_parts_back(context& c, const storage::stored_merge& merge) {
  for (const auto& submission : merge.payments)
    PALANG_CHECK(c.db.payments.move_one(submission, merge.drop));
  for (const auto& id : merge.openings) {
    PALANG_TRY(opening, c.db.openings.find(id));
    if (!opening)
      continue;
    opening->shown.session_id = merge.drop;
    PALANG_CHECK(c.db.openings.update(*opening));
  }
  for (const auto& id : merge.alerts) {
    PALANG_TRY(alert, c.db.alerts.find(id));
    if (alert && alert->resolved_at)
      PALANG_CHECK(c.reopen(std::move(*alert)));
  }
  return {};
}

} // namespace

result<effect> apply(context& c, const protocol::duplicate_keep_data& d) {
  PALANG_TRY(alert, need_alert(c, d.alert_id));
  if (alert.resolved_at)
    return fail(errc::invalid, "this alert is resolved already", "data.alert_id");
  const auto note = std::string{kept_note} + d.note;
  PALANG_CHECK(c.note("alert/" + to_string(alert.id), "", "", d.note));
  PALANG_CHECK(c.resolve(alert, note));
  alert.resolved_at = c.now();
  alert.note = note;
  return told_alert(alert);
}

result<effect> apply(context& c, const protocol::duplicate_reopen_data& d) {
  PALANG_TRY(alert, need_alert(c, d.alert_id));
  if (!alert.resolved_at || !alert.note.starts_with(kept_note))
    return fail(errc::invalid, "nobody decided to keep both", "data.alert_id");
  PALANG_CHECK(c.note("alert/" + to_string(alert.id), protocol::encode(alert), "", d.reason));
  PALANG_CHECK(c.reopen(alert));
  alert.resolved_at.reset();
  alert.note.clear();
  return told_alert(alert);
}

result<effect> apply(context& c, const protocol::merge_undo_data& d) {
  PALANG_TRY(merge, need_merge(c, d.session_id));
  PALANG_TRY(dropped, need_session(c, merge.drop));
  PALANG_TRY(kept, need_session(c, merge.keep));
  if (merge.took_exit && kept.shown.version != merge.keep_version)
    return fail(errc::version_conflict, "the kept session was changed since: correct it instead",
                "data.session_id");
  const auto before = protocol::encode(dropped.shown);
  dropped.shown.status = merge.drop_status;
  dropped.shown.merged_into.reset();
  ++dropped.shown.version;
  ++kept.shown.version;
  if (merge.drop_status == session_status::open)
    c.count(dropped.shown, dropped.zone_id, +1);
  if (merge.took_exit)
    give_exit_back(c, kept);
  PALANG_CHECK(c.db.sessions.update(dropped));
  PALANG_CHECK(c.db.sessions.update(kept));
  PALANG_CHECK(give_parts_back(c, merge));
  PALANG_CHECK(c.db.merges.note_undone(merge.drop, c.now()));
  PALANG_CHECK(c.note("session/" + to_string(merge.drop), before, protocol::encode(dropped.shown),
                      d.reason));
  PALANG_CHECK(tell_session(c, "session.corrected", kept.shown));
  PALANG_TRY(told, tell_session(c, "session.corrected", dropped.shown));
  told.data = protocol::extended(std::move(told.data), {{"kept", protocol::encode(kept.shown)}});
  return told;
}

} // namespace palang::ledger
