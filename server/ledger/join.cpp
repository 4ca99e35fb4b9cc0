#include "server/ledger/join.hpp"

#include "server/ledger/causes.hpp"
#include "server/ledger/stays.hpp"
#include "server/ledger/try.hpp"

#include <utility>

namespace palang::ledger {

namespace {

constexpr const char* entry_came = "the entry arrived";

/// Gives the entry what the orphan knows of the exit.
void take_exit(storage::stored_session& entry, const storage::stored_session& orphan) {
  auto& s = entry.shown;
  const auto& left = orphan.shown;
  s.status = protocol::session_status::closed;
  s.exited_at = left.exited_at;
  s.exit_gate_id = left.exit_gate_id;
  s.exit_by = left.exit_by;
  s.charged = left.charged;
  s.photo_out = left.photo_out;
  s.photo_pending = s.photo_pending || left.photo_pending;
  for (const auto& flag : left.flags)
    if (flag == "lost_ticket" || flag == "offline" || flag == "clock_uncertain"
        || flag == "double_exit")
      add_flag(s, flag);
  entry.exit_uncertainty = orphan.exit_uncertainty;
}

result<void> expect_entry(context& c, const protocol::session& s) {
  return expect_opening(c, protocol::opening_cause::entry, s.id, s.entry_gate_id);
}

result<effect> tell_joined(context& c, const storage::stored_session& joined, const uuid& alerted) {
  PALANG_TRY(told, tell_session(c, "session.entered", joined.shown));
  PALANG_CHECK(c.resolve_all(alerted, protocol::alert_kind::exit_without_entry, entry_came));
  PALANG_CHECK(tell_fee_difference(c, joined.shown));
  PALANG_CHECK(tell_clock_fault(c, joined.shown));
  return told;
}

} // namespace

result<effect> join_same_session(context& c, storage::stored_session entry) {
  PALANG_TRY(found, c.db.sessions.find(entry.shown.id));
  if (!found || found->shown.status != protocol::session_status::exit_only)
    return fail(errc::invalid, "there is a session with this id already", "data.session_id");
  PALANG_CHECK(expect_photo(c, entry.shown, entry.shown.photo_in));
  take_exit(entry, *found);
  entry.shown.version = found->shown.version + 1;
  PALANG_TRY(priced, price_session(c, entry));
  set_fee(entry.shown, priced);
  PALANG_CHECK(c.db.sessions.update(entry));
  PALANG_CHECK(expect_entry(c, entry.shown));
  return tell_joined(c, entry, entry.shown.id);
}

result<effect> join_orphan(context& c, storage::stored_session entry, const uuid& orphan_id) {
  PALANG_TRY(found, c.db.sessions.find(orphan_id));
  if (!found)
    return fail(errc::internal, "an orphan vanished inside a transaction");
  auto& orphan = *found;
  PALANG_CHECK(expect_photo(c, entry.shown, entry.shown.photo_in));
  take_exit(entry, orphan);
  PALANG_TRY(priced, price_session(c, entry));
  set_fee(entry.shown, priced);
  orphan.shown.status = protocol::session_status::merged;
  orphan.shown.merged_into = entry.shown.id;
  ++orphan.shown.version;
  PALANG_CHECK(c.db.sessions.update(orphan));
  PALANG_CHECK(c.db.sessions.insert(entry));
  PALANG_CHECK(c.db.payments.move(orphan_id, entry.shown.id));
  PALANG_CHECK(move_openings(c, orphan_id, entry.shown.id));
  PALANG_CHECK(expect_entry(c, entry.shown));
  PALANG_CHECK(tell_session(c, "session.corrected", orphan.shown));
  return tell_joined(c, entry, orphan_id);
}

} // namespace palang::ledger
