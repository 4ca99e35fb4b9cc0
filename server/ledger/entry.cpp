#include "server/domain/alert_texts.hpp"
#include "server/ledger/causes.hpp"
#include "server/ledger/join.hpp"
#include "server/ledger/kinds.hpp"
#include "server/ledger/stays.hpp"
#include "server/ledger/try.hpp"
#include "shared/domain/tariff.hpp"

namespace palang::ledger {

namespace {

result<std::optional<domain::plate>> read_plate(const protocol::entry_data& d) {
  if (!d.plate) {
    if (!d.plate_reason || d.plate_reason->empty())
      return fail(errc::invalid, "a vehicle without a plate needs a reason", "data.plate_reason");
    return std::nullopt;
  }
  auto read = domain::parse_plate(*d.plate);
  if (!read)
    return fail(errc::bad_plate, read.error().message, "data.plate");
  return *read;
}

/// The ticket in the submission must be the one that this very submission issued.
result<void> check_ticket(context& c, const protocol::entry_data& d) {
  if (!d.ticket)
    return {};
  PALANG_TRY(ticket, verified_ticket(c, *d.ticket));
  if (ticket.device_no != c.from.by.device_no || ticket.device_seq != c.device_seq())
    return fail(errc::bad_ticket, "the ticket belongs to another entry", "data.ticket");
  return {};
}

storage::stored_session session_of(const context& c, const protocol::entry_data& d,
                                   const protocol::gate_config& gate, domain::vehicle_class vehicle,
                                   const std::optional<domain::plate>& plate) {
  storage::stored_session out;
  auto& s = out.shown;
  s.id = d.session_id;
  s.vehicle_type = vehicle;
  s.entered_at = c.clock.corrected_at;
  s.entry_gate_id = gate.id;
  s.entry_by = c.from.by.username;
  s.entry_device_no = c.from.by.device_no;
  s.entry_seq = c.device_seq();
  if (s.entry_device_no != 0)
    s.ticket_no = domain::ticket_number(c.config().site.number, s.entry_device_no, s.entry_seq);
  s.photo_in = d.photo;
  if (const auto* rules = domain::tariff_in_force(c.config().tariffs, vehicle, *s.entered_at))
    s.tariff_version = rules->version;
  if (c.from.content.is_offline)
    add_flag(s, "offline");
  if (c.clock.is_uncertain)
    add_flag(s, "clock_uncertain");
  if (plate)
    set_plate(s, *plate);
  else {
    s.plate_reason = d.plate_reason;
    add_flag(s, "no_plate");
  }
  out.zone_id = gate.zone_id;
  out.entry_uncertainty = c.clock.is_uncertain ? c.clock.uncertainty : milliseconds{0};
  out.entry_received_at = c.now();
  return out;
}

result<void> tell_duplicate(context& c, const protocol::session& arrived, const uuid& inside) {
  auto alert = domain::duplicate_alert(arrived);
  alert.refers.session_id = arrived.id;
  alert.refers.other_session_id = inside;
  alert.refers.gate_id = arrived.entry_gate_id;
  return c.raise(std::move(alert));
}

} // namespace

result<effect> apply(context& c, const protocol::entry_data& d) {
  PALANG_TRY(gate, gate_for(c, d.gate_id, protocol::gate_direction::in));
  PALANG_TRY(vehicle, vehicle_for(c, d.vehicle_type));
  PALANG_TRY(plate, read_plate(d));
  PALANG_CHECK(check_ticket(c, d));
  auto arrived = session_of(c, d, *gate, vehicle, plate);
  auto& s = arrived.shown;
  PALANG_TRY(met, c.db.sessions.obstacles(s.id, s.plate_key, s.entry_device_no, s.entry_seq));
  if (met.same_id)
    return join_same_session(c, std::move(arrived));
  if (met.orphan)
    return join_orphan(c, std::move(arrived), *met.orphan);
  if (met.same_plate && !c.is_offline())
    return fail(errc::already_inside, s.plate + " is inside already", "data.plate");
  PALANG_CHECK(expect_photo(c, s, d.photo));
  PALANG_CHECK(c.db.sessions.insert(arrived));
  c.count(s, arrived.zone_id, +1);
  PALANG_TRY(told, tell_session(c, "session.entered", s));
  if (met.same_plate)
    PALANG_CHECK(tell_duplicate(c, s, *met.same_plate));
  PALANG_CHECK(expect_opening(c, protocol::opening_cause::entry, s.id, gate->id));
  PALANG_CHECK(tell_clock_fault(c, s));
  return told;
}

} // namespace palang::ledger
