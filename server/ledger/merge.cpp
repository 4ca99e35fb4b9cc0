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
  s.charged = dropped.shown.charged;
  s.photo_out = dropped.shown.photo_out;
  kept.exit_uncertainty = dropped.exit_uncertainty;
  PALANG_TRY(priced, price_session(c, kept));
  set_fee(s, priced);
  c.count(s, kept.zone_id, -1);
  return {};
}

result<void> resolve_about(context& c, const protocol::session& s) {
  PALANG_CHECK(c.resolve_all(s.id, protocol::alert_kind::duplicate, merged_note));
  return c.resolve_all(s.id, protocol::alert_kind::exit_without_entry, merged_note);
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
  PALANG_CHECK(resolve_about(c, dropped.shown));
  PALANG_CHECK(resolve_about(c, kept.shown));
  PALANG_TRY(told, tell_session(c, "session.corrected", kept.shown));
  PALANG_CHECK(tell_fee_difference(c, kept.shown));
  return told;
}

} // namespace palang::ledger
