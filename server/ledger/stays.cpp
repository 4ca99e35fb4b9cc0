#include "server/ledger/stays.hpp"

#include "server/domain/alert_texts.hpp"
#include "server/domain/pricing.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>

namespace palang::ledger {

namespace {

domain::stay_facts facts_of(const storage::stored_session& s) {
  domain::stay_facts out;
  out.vehicle = s.shown.vehicle_type;
  out.tariff_version = s.shown.tariff_version;
  out.entered_at = s.shown.entered_at;
  out.entry_uncertainty = s.entry_uncertainty;
  out.entry_received_at = s.entry_received_at;
  out.exited_at = *s.shown.exited_at;
  out.exit_uncertainty = s.exit_uncertainty;
  out.is_lost_ticket = has_flag(s.shown, "lost_ticket");
  return out;
}

std::optional<domain::ticket_key> key_of(const std::optional<protocol::device>& device) {
  if (!device)
    return std::nullopt;
  const auto bytes = crypto::from_base64(device->key);
  domain::ticket_key out;
  if (!bytes || bytes->size() != out.key.size())
    return std::nullopt;
  std::ranges::copy(*bytes, out.key.begin());
  // A ticket with a wrong clock is flagged elsewhere; only a revoked key makes it worthless.
  out.valid_to = device->revoked_at;
  return out;
}

} // namespace

result<const protocol::gate_config*> gate_for(const context& c, const std::string& gate_id,
                                              protocol::gate_direction way) {
  const auto* gate = c.config().find_gate(gate_id);
  if (!gate)
    return fail(errc::unknown_gate, "there is no gate " + gate_id, "data.gate_id");
  if (gate->direction != way && gate->direction != protocol::gate_direction::both)
    return fail(errc::invalid, "gate " + gate_id + " does not go this way", "data.gate_id");
  return gate;
}

result<domain::vehicle_class> vehicle_for(const context& c, const std::string& word) {
  const auto found = domain::vehicle_class_from(word);
  if (!found || !c.config().find_vehicle_type(*found))
    return fail(errc::bad_vehicle_type, "this site has no vehicle type " + word,
                "data.vehicle_type");
  return *found;
}

void add_flag(protocol::session& s, std::string_view flag) {
  if (!has_flag(s, flag))
    s.flags.emplace_back(flag);
}

bool has_flag(const protocol::session& s, std::string_view flag) {
  return std::ranges::find(s.flags, flag) != s.flags.end();
}

void set_plate(protocol::session& s, const domain::plate& p) {
  s.plate = p.shown;
  s.plate_key = p.key;
  s.plate_reason.reset();
  std::erase(s.flags, "no_plate");
  std::erase(s.flags, "nonstandard_plate");
  if (!p.is_standard)
    add_flag(s, "nonstandard_plate");
}

result<void> expect_photo(context& c, protocol::session& s,
                          const std::optional<std::string>& sha256) {
  if (!sha256)
    return {};
  PALANG_TRY(is_here, c.db.photos.has(*sha256));
  if (is_here)
    return {};
  s.photo_pending = true;
  return c.db.photos.want(*sha256, s.id);
}

result<void> tell_clock_fault(context& c, const protocol::session& s) {
  if (!c.clock.is_fault)
    return {};
  auto alert = domain::clock_fault_alert(c.from.by.device_no, c.now() - c.clock.corrected_at);
  alert.refers.session_id = s.id;
  alert.refers.device_id = c.from.by.device_id;
  return c.raise(std::move(alert));
}

result<std::optional<domain::fee>> price_session(context& c, const storage::stored_session& s) {
  auto facts = facts_of(s);
  const auto* rules = domain::tariff_of(c.config(), facts);
  if (!rules || !facts.entered_at)
    return std::nullopt;
  auto priced = domain::price(*rules, facts);
  if (!priced)
    return std::nullopt;
  if (domain::is_free_by_grace(*rules, *priced) && !s.shown.plate_key.empty()) {
    const auto since = *facts.entered_at - std::chrono::minutes{rules->grace_reentry_min};
    PALANG_TRY(left_free, c.db.sessions.left_free_since(s.shown.plate_key, since));
    facts.grace_allowed = !left_free;
    if (left_free)
      priced = domain::price(*rules, facts);
  }
  return *priced;
}

void set_fee(protocol::session& s, const std::optional<domain::fee>& priced) {
  s.fee = priced ? std::optional{priced->due} : std::nullopt;
  std::erase(s.flags, "review");
  if (!priced || priced->needs_review)
    add_flag(s, "review");
}

result<void> tell_fee_difference(context& c, const protocol::session& s) {
  if (!s.fee || !s.charged)
    return {};
  PALANG_CHECK(c.resolve_all(s.id, protocol::alert_kind::fee_difference, "priced again"));
  if (*s.fee == *s.charged)
    return {};
  auto alert = domain::fee_difference_alert(s, *s.fee, *s.charged);
  alert.refers.session_id = s.id;
  alert.refers.gate_id = s.exit_gate_id;
  return c.raise(std::move(alert));
}

result<domain::ticket> verified_ticket(context& c, const std::string& text) {
  result<void> storage;
  const auto find_key = [&](std::uint16_t device_no) -> std::optional<domain::ticket_key> {
    auto device = c.device(device_no);
    if (!device) {
      storage = fail(device.error());
      return std::nullopt;
    }
    return key_of((*device)->row);
  };
  auto read = domain::verify_ticket(text, c.config().site.number, find_key);
  PALANG_CHECK(std::move(storage));
  // Its device may be one that the backup lacks and that has not returned: then the entry proves it
  // later.
  if (!read && read.error() == domain::ticket_errc::unknown_device && c.is_being_made_whole())
    read = domain::parse_ticket(text);
  if (!read)
    return fail(errc::bad_ticket, std::string{domain::message_en(read.error())}, "data.ticket");
  return *read;
}

result<effect> tell_session(context& c, std::string_view kind, const protocol::session& s) {
  auto data = protocol::object({{"session", protocol::encode(s)}});
  PALANG_CHECK(c.emit(protocol::topic::session, kind, data));
  return effect{std::move(data), s.id};
}

} // namespace palang::ledger
