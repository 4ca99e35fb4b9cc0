#include "server/ledger/causes.hpp"
#include "server/ledger/exit_target.hpp"
#include "server/ledger/kinds.hpp"
#include "server/ledger/stays.hpp"
#include "server/ledger/try.hpp"
#include "shared/domain/tariff.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::ledger {

namespace {

using protocol::session_status;

result<void> need_reason(const std::string& reason) {
  if (reason.empty())
    return fail(errc::invalid, "a correction needs a reason", "data.reason");
  return {};
}

result<storage::stored_session> need_session(context& c, const uuid& id, const char* field) {
  PALANG_TRY(found, c.db.sessions.find(id));
  if (!found)
    return fail(errc::unknown_session, "this session is not known", field);
  return std::move(*found);
}

/// Void and merged sessions are history: what is wrong with them no longer counts.
result<void> need_live(const protocol::session& s, const char* field) {
  if (s.status == session_status::voided || s.status == session_status::merged)
    return fail(errc::invalid, "this session was voided or merged before", field);
  return {};
}

std::string entity(const protocol::session& s) {
  return "session/" + to_string(s.id);
}

result<void> change_class(context& c, protocol::session& s, const protocol::correct_data& d) {
  if (!d.vehicle_type)
    return {};
  PALANG_TRY(vehicle, vehicle_for(c, *d.vehicle_type));
  s.vehicle_type = vehicle;
  return {};
}

result<void> change_plate(protocol::session& s, const protocol::correct_data& d) {
  if (!d.plate)
    return {};
  auto read = domain::parse_plate(*d.plate);
  if (!read)
    return fail(errc::bad_plate, read.error().message, "data.changes.plate");
  set_plate(s, *read);
  return {};
}

result<void> change_entry(const context& c, storage::stored_session& stay,
                          const protocol::correct_data& d) {
  if (!d.entered_at)
    return {};
  if (*d.entered_at < instant{} || *d.entered_at > stay.shown.exited_at.value_or(c.now()))
    return fail(errc::invalid, "the entry must lie before the exit and before now",
                "data.changes.entered_at");
  stay.shown.entered_at = d.entered_at;
  stay.entry_uncertainty = milliseconds{0};
  return {};
}

/// The tariff that now applies, and the fee that now follows when the stay is over.
result<void> reprice(context& c, storage::stored_session& stay) {
  auto& s = stay.shown;
  if (s.entered_at)
    if (const auto* rules =
            domain::tariff_in_force(c.config().tariffs, s.vehicle_type, *s.entered_at))
      s.tariff_version = rules->version;
  if (!s.exited_at)
    return {};
  PALANG_TRY(priced, price_session(c, stay));
  set_fee(s, priced);
  return {};
}

} // namespace

result<effect> apply(context& c, const protocol::void_data& d) {
  PALANG_CHECK(need_reason(d.reason));
  PALANG_TRY(stay, need_session(c, d.session_id, "data.session_id"));
  auto& s = stay.shown;
  PALANG_CHECK(need_live(s, "data.session_id"));
  const auto before = protocol::encode(s);
  const bool was_open = s.status == session_status::open;
  s.status = session_status::voided;
  ++s.version;
  PALANG_CHECK(c.db.sessions.update(stay));
  if (was_open)
    c.count(s, stay.zone_id, -1);
  PALANG_CHECK(void_openings(c, s.id));
  PALANG_CHECK(c.note(entity(s), before, protocol::encode(s), d.reason));
  return tell_session(c, "session.voided", s);
}

result<effect> apply(context& c, const protocol::correct_data& d) {
  PALANG_CHECK(need_reason(d.reason));
  if (!d.plate && !d.vehicle_type && !d.entered_at)
    return fail(errc::invalid, "nothing to correct was named", "data.changes");
  PALANG_TRY(stay, need_session(c, d.session_id, "data.session_id"));
  auto& s = stay.shown;
  PALANG_CHECK(need_live(s, "data.session_id"));
  const auto before = s;
  PALANG_CHECK(change_plate(s, d));
  PALANG_CHECK(change_class(c, s, d));
  PALANG_CHECK(change_entry(c, stay, d));
  PALANG_CHECK(reprice(c, stay));
  ++s.version;
  PALANG_CHECK(c.db.sessions.update(stay));
  if (s.status == session_status::open && s.vehicle_type != before.vehicle_type) {
    c.count(before, stay.zone_id, -1);
    c.count(s, stay.zone_id, +1);
  }
  PALANG_CHECK(c.note(entity(s), protocol::encode(before), protocol::encode(s), d.reason));
  PALANG_TRY(told, tell_session(c, "session.corrected", s));
  PALANG_CHECK(tell_fee_difference(c, s));
  return told;
}

} // namespace palang::ledger
