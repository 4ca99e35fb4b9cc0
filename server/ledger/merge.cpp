#include "server/ledger/causes.hpp"
#include "server/ledger/kinds.hpp"
#include "server/ledger/stays.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::ledger {

namespace {

using protocol::session_status;

constexpr const char* merged_note = "merged";

result<storage::stored_session> need_mergeable(context& c, const uuid& id, const char* field) {
  PALANG_TRY(found, c.db.sessions.find(id));
  if (!found)
    return fail(errc::unknown_session, "this session is not known", field);
  const auto status = found->shown.status;
  if (status == session_status::voided || status == session_status::merged)
    return fail(errc::invalid, "this session was voided or merged before", field);
  return std::move(*found);
}

/// The exit of the dropped one closes the kept one when that has none: the two were halves of one
/// stay.
result<void> take_missing_exit(context& c, storage::stored_session& kept,
                               const storage::stored_session& dropped) {
  if (kept.shown.status != session_status::open || !dropped.shown.exited_at)
    return {};
  auto& s = kept.shown;
  s.status = session_status::closed;
  s.exited_at = dropped.shown.exited_at;
  s.exit_gate_id = dropped.shown.exit_gate_id;
  s.exit_by = dropped.shown.exit_by;
  s.charged = dropped.shown.charged;
  s.photo_out = dropped.shown.photo_out;
  kept.exit_uncertainty = dropped.exit_uncertainty;
  PALANG_TRY(priced, price_session(c, kept));
  set_fee(s, priced);
  c.count(s, kept.zone_id, -1);
  return {};
}

/// Resolves what the merge settles, and remembers it.
result<void> resolve_about(context& c, const protocol::session& s, storage::stored_merge& merge) {
  for (const auto kind :
       {protocol::alert_kind::duplicate, protocol::alert_kind::exit_without_entry}) {
    PALANG_TRY(open, c.db.alerts.open_of_session(s.id, kind));
    for (auto& alert : open) {
      merge.alerts.push_back(alert.id);
      PALANG_CHECK(c.resolve(std::move(alert), merged_note));
    }
  }
  return {};
}

/// What will have to go back when the merge is taken back.
result<storage::stored_merge> begin_merge(context& c, const storage::stored_session& kept,
                                          const storage::stored_session& dropped) {
  storage::stored_merge out{dropped.shown.id, kept.shown.id, c.now(), c.from.by.username,
                            dropped.shown.status};
  out.took_exit = kept.shown.status == session_status::open && dropped.shown.exited_at;
  out.keep_version = kept.shown.version + 1;
  PALANG_TRY(payments, c.db.payments.of_session(dropped.shown.id));
  for (const auto& payment : payments)
    out.payments.push_back(payment.submission_id);
  PALANG_TRY(openings, c.db.openings.of_session(dropped.shown.id));
  for (const auto& opening : openings)
    out.openings.push_back(opening.shown.id);
  return out;
}

} // namespace

result<effect> apply(context& c, const protocol::merge_data& d) {
  if (d.reason.empty())
    return fail(errc::invalid, "a merge needs a reason", "data.reason");
  if (d.keep == d.drop)
    return fail(errc::invalid, "a session cannot be merged into itself", "data.drop");
  PALANG_TRY(kept, need_mergeable(c, d.keep, "data.keep"));
  PALANG_TRY(dropped, need_mergeable(c, d.drop, "data.drop"));
  const auto before = protocol::encode(dropped.shown);
  PALANG_TRY(merge, begin_merge(c, kept, dropped));
  if (dropped.shown.status == session_status::open)
    c.count(dropped.shown, dropped.zone_id, -1);
  dropped.shown.status = session_status::merged;
  dropped.shown.merged_into = d.keep;
  ++dropped.shown.version;
  ++kept.shown.version;
  PALANG_CHECK(take_missing_exit(c, kept, dropped));
  PALANG_CHECK(c.db.sessions.update(dropped));
  PALANG_CHECK(c.db.sessions.update(kept));
  PALANG_CHECK(c.db.payments.move(d.drop, d.keep));
  PALANG_CHECK(move_openings(c, d.drop, d.keep));
  PALANG_CHECK(
      c.note("session/" + to_string(d.drop), before, protocol::encode(dropped.shown), d.reason));
  PALANG_CHECK(tell_session(c, "session.corrected", dropped.shown));
  PALANG_CHECK(resolve_about(c, dropped.shown, merge));
  PALANG_CHECK(resolve_about(c, kept.shown, merge));
  PALANG_CHECK(c.db.merges.put(merge));
  PALANG_TRY(told, tell_session(c, "session.corrected", kept.shown));
  PALANG_CHECK(tell_fee_difference(c, kept.shown));
  return told;
}

} // namespace palang::ledger
