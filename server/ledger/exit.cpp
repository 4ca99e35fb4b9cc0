#include "server/ledger/cash.hpp"
#include "server/ledger/causes.hpp"
#include "server/ledger/exit_target.hpp"
#include "server/ledger/kinds.hpp"
#include "server/ledger/stays.hpp"
#include "server/ledger/try.hpp"

#include "server/domain/alert_texts.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::ledger {

namespace {

result<void> check_money(const protocol::exit_data& d) {
  if (d.charged.value < 0)
    return fail(errc::invalid, "an amount cannot be negative", "data.charged");
  if (d.charged.value > 0 && !d.paid)
    return fail(errc::invalid, "what was charged needs a payment", "data.payment");
  if (d.paid && d.paid->amount.value < 0)
    return fail(errc::invalid, "an amount cannot be negative", "data.payment.amount");
  return {};
}

/// Writes the exit into the session's facts.
void set_exit(const context& c, const protocol::exit_data& d, storage::stored_session& stay) {
  auto& s = stay.shown;
  s.exited_at = c.clock.corrected_at;
  s.exit_gate_id = d.gate_id;
  s.exit_by = c.from.by.username;
  s.charged = d.charged;
  s.photo_out = d.photo;
  stay.exit_uncertainty =
      c.clock.is_uncertain && !c.clock.is_fault ? c.clock.uncertainty : milliseconds{0};
  if (d.is_lost_ticket)
    add_flag(s, "lost_ticket");
  if (c.from.content.is_offline)
    add_flag(s, "offline");
  if (c.clock.is_uncertain)
    add_flag(s, "clock_uncertain");
  if (d.plate && !s.plate_key.empty() && domain::plate_key(*d.plate) != s.plate_key)
    add_flag(s, "other_plate_at_exit");
}

std::string answer_of(const protocol::session& s, const std::optional<domain::fee>& priced,
                      rupiah charged) {
  auto fee = priced ? protocol::encode(*priced, charged) : "null";
  return protocol::object({{"session", protocol::encode(s)}, {"fee", std::move(fee)}});
}

/// An exit that comes late may show that the car which seemed to be inside twice had left before.
result<void> settle_duplicates(context& c, const protocol::session& left) {
  if (!c.is_offline())
    return {};
  PALANG_TRY(open, c.db.alerts.open_of_kind(protocol::alert_kind::duplicate));
  for (auto& alert : open) {
    if (alert.refers.other_session_id != left.id || !alert.refers.session_id)
      continue;
    PALANG_TRY(second, c.db.sessions.find(*alert.refers.session_id));
    if (second && second->shown.entered_at && *second->shown.entered_at >= *left.exited_at)
      PALANG_CHECK(c.resolve(std::move(alert), "it had left before"));
  }
  return {};
}

result<effect> close_open(context& c, const protocol::exit_data& d, storage::stored_session stay) {
  auto& s = stay.shown;
  set_exit(c, d, stay);
  PALANG_TRY(priced, price_session(c, stay));
  set_fee(s, priced);
  s.status = protocol::session_status::closed;
  ++s.version;
  PALANG_CHECK(expect_photo(c, s, d.photo));
  PALANG_CHECK(c.db.sessions.close(stay));
  PALANG_CHECK(take_payment(c, s.id, d.paid));
  c.count(s, stay.zone_id, -1);
  PALANG_CHECK(tell_session(c, "session.exited", s));
  PALANG_CHECK(settle_duplicates(c, s));
  PALANG_CHECK(tell_fee_difference(c, s));
  PALANG_CHECK(tell_clock_fault(c, s));
  PALANG_CHECK(expect_opening(c, protocol::opening_cause::exit, s.id, d.gate_id));
  return effect{answer_of(s, priced, d.charged), s.id};
}

/// The entry has not arrived: the exit is kept as a session of its own and waits for it.
result<effect> keep_orphan(context& c, const protocol::exit_data& d, const exit_target& target) {
  auto stay = orphan_of(c, d, target);
  auto& s = stay.shown;
  set_exit(c, d, stay);
  PALANG_TRY(priced, price_session(c, stay));
  set_fee(s, priced);
  PALANG_CHECK(expect_photo(c, s, d.photo));
  PALANG_CHECK(c.db.sessions.insert(stay));
  PALANG_CHECK(take_payment(c, s.id, d.paid));
  PALANG_CHECK(tell_session(c, "session.exited", s));
  auto alert = domain::exit_without_entry_alert(s);
  alert.refers.session_id = s.id;
  alert.refers.gate_id = s.exit_gate_id;
  PALANG_CHECK(c.raise(std::move(alert)));
  PALANG_CHECK(tell_clock_fault(c, s));
  PALANG_CHECK(expect_opening(c, protocol::opening_cause::exit, s.id, d.gate_id));
  return effect{answer_of(s, priced, d.charged), s.id};
}

/// Somebody let the same car out elsewhere: the earlier exit stands, both amounts stay in their
/// shifts.
result<effect> keep_second_exit(context& c, const protocol::exit_data& d,
                                storage::stored_session stay) {
  auto& s = stay.shown;
  const bool is_earlier =
      s.status == protocol::session_status::closed && c.clock.corrected_at < s.exited_at;
  const auto charged_second = is_earlier ? s.charged.value_or(rupiah{}) : d.charged;
  if (is_earlier)
    set_exit(c, d, stay);
  PALANG_TRY(priced, s.exited_at ? price_session(c, stay)
                                 : result<std::optional<domain::fee>>{std::nullopt});
  if (is_earlier)
    set_fee(s, priced);
  add_flag(s, "double_exit");
  ++s.version;
  PALANG_CHECK(c.db.sessions.close(stay));
  PALANG_CHECK(take_payment(c, s.id, d.paid));
  PALANG_CHECK(tell_session(c, is_earlier ? "session.exited" : "session.corrected", s));
  auto alert = domain::double_exit_alert(s, charged_second);
  alert.refers.session_id = s.id;
  alert.refers.gate_id = d.gate_id;
  PALANG_CHECK(c.raise(std::move(alert)));
  PALANG_CHECK(tell_clock_fault(c, s));
  PALANG_CHECK(expect_opening(c, protocol::opening_cause::exit, s.id, d.gate_id));
  return effect{answer_of(s, priced, d.charged), s.id};
}

} // namespace

result<effect> apply(context& c, const protocol::exit_data& d) {
  PALANG_CHECK(gate_for(c, d.gate_id, protocol::gate_direction::out));
  PALANG_CHECK(check_money(d));
  PALANG_TRY(target, find_exit_target(c, d));
  if (!target.stay) {
    if (!c.is_offline() && !c.is_being_made_whole() && !target.ticket)
      return fail(errc::unknown_session, "this session is not known", "data.session_id");
    return keep_orphan(c, d, target);
  }
  if (target.stay->shown.status == protocol::session_status::open)
    return close_open(c, d, std::move(*target.stay));
  if (!c.is_offline())
    return fail(errc::already_exited, "this vehicle has left already", "data.session_id");
  return keep_second_exit(c, d, std::move(*target.stay));
}

} // namespace palang::ledger
