#include "mobile/core/recorder.h"

#include "mobile/core/clockestimator.h"
#include "mobile/core/replica.h"
#include "mobile/core/sqlite.h"
#include "mobile/core/summary.h"
#include "shared/domain/plate.hpp"

#include <algorithm>
#include <utility>

namespace palang::mobile {

namespace {

constexpr int namesakes = 20;

} // namespace

result<Client::Recorded> Recorder::entry(const Client::Entry& entry) {
  auto session =
      checkPerson()
          .and_then([&] { return checkGate(entry.gateId, protocol::gate_direction::in); })
          .and_then([&] { return checkVehicle(entry.vehicle); })
          .and_then([&] { return arriving(entry); });
  if (!session)
    return fail(session.error());
  if (!entry.isInsideAnyway)
    if (const auto outside = checkNotInside(session->plate_key); !outside)
      return fail(outside.error());

  // The ticket is signed with the number that the commit takes: nobody may come between.
  return sqlite::inTransaction(m.store.database(), [&] {
    return number(*session).and_then([&] { return commitEntry(entry, *session); });
  });
}

result<Client::Recorded> Recorder::commitEntry(const Client::Entry& entry, protocol::session s) {
  const auto ticket = signedTicket(s);
  protocol::entry_data data{.session_id = s.id,
                            .gate_id = entry.gateId,
                            .plate = {},
                            .plate_reason = s.plate_reason,
                            .vehicle_type = std::string{to_string(entry.vehicle)},
                            .photo = entry.photo,
                            .ticket = {}};
  if (!s.plate.empty())
    data.plate = s.plate;
  if (!ticket.empty())
    data.ticket = ticket;
  auto record =
      draft(std::move(data), summaryOf({shownPlate(s), to_string(entry.vehicle), entry.gateId}));
  record.effect = s;
  return m.store.append(record).map([&](const OutboxRow& row) {
    return Client::Recorded{row, s, ticket, s.ticket_no};
  });
}

result<void> Recorder::checkPerson() const {
  if (m.username().empty())
    return fail(errc::unauthorized, "nobody has logged in on this device yet");
  return {};
}

result<void> Recorder::checkGate(const std::string& gateId, protocol::gate_direction needed) const {
  const auto& config = m.replica.config();
  if (!config)
    return {};
  const auto* gate = config->find_gate(gateId);
  if (gate == nullptr)
    return fail(errc::unknown_gate, "there is no gate " + gateId, "gate_id");
  if (gate->direction != needed && gate->direction != protocol::gate_direction::both)
    return fail(errc::unknown_gate, "the gate " + gateId + " is not for this direction", "gate_id");
  return {};
}

result<void> Recorder::checkVehicle(domain::vehicle_class vehicle) const {
  const auto& config = m.replica.config();
  if (config && config->find_vehicle_type(vehicle) == nullptr)
    return fail(errc::bad_vehicle_type, "the site does not take this vehicle", "vehicle_type");
  return {};
}

result<void> Recorder::checkNotInside(const std::string& plateKey) const {
  if (plateKey.empty())
    return {};
  const auto found = m.store.findSessions(plateKey, namesakes);
  const bool isInside =
      found && std::ranges::any_of(*found, [&](const protocol::session& s) {
        return s.plate_key == plateKey && s.status == protocol::session_status::open;
      });
  if (isInside)
    return fail(errc::already_inside, "a vehicle with this number is inside", "plate");
  return {};
}

result<protocol::session> Recorder::arriving(const Client::Entry& entry) const {
  const auto enteredAt = m.estimator.correctedNow();
  protocol::session s;
  s.id = make_uuid_v7(enteredAt);
  s.vehicle_type = entry.vehicle;
  s.entered_at = enteredAt;
  s.entry_gate_id = entry.gateId;
  s.photo_in = entry.photo;
  s.photo_pending = entry.photo.has_value();
  if (entry.plate) {
    const auto plate = domain::parse_plate(*entry.plate);
    if (!plate)
      return fail(plate.error().code, plate.error().message, "plate");
    s.plate = plate->shown;
    s.plate_key = plate->key;
    if (!plate->is_standard)
      s.flags.emplace_back("nonstandard_plate");
  } else if (entry.plateReason.value_or("").empty()) {
    return fail(errc::bad_plate, "no number and no reason why", "plate");
  } else {
    s.plate_reason = entry.plateReason;
  }
  if (m.estimator.info().source == protocol::clock_source::none)
    s.flags.emplace_back("clock_uncertain");
  if (!m.isOnline())
    s.flags.emplace_back("offline");
  const auto& config = m.replica.config();
  if (config)
    if (const auto* rules = domain::tariff_in_force(config->tariffs, entry.vehicle, enteredAt))
      s.tariff_version = rules->version;
  return s;
}

result<void> Recorder::number(protocol::session& s) const {
  if (m.device == nullptr)
    return {};
  const auto next = m.store.nextDeviceSeq();
  if (!next)
    return fail(next.error());
  s.entry_seq = *next;
  s.entry_device_no = m.replica.deviceNo().value_or(0);
  const auto& config = m.replica.config();
  if (config && s.entry_device_no != 0)
    s.ticket_no = domain::ticket_number(config->site.number, s.entry_device_no, s.entry_seq);
  return {};
}

std::string Recorder::signedTicket(const protocol::session& s) const {
  if (s.ticket_no.empty())
    return {};
  const auto entered = std::chrono::floor<std::chrono::seconds>(*s.entered_at).time_since_epoch();
  domain::ticket ticket;
  ticket.site_no = m.replica.config()->site.number;
  ticket.device_no = s.entry_device_no;
  ticket.device_seq = s.entry_seq;
  ticket.entered_s = static_cast<std::uint32_t>(entered.count());
  ticket.vehicle = s.vehicle_type;
  ticket.tariff_version = s.tariff_version;
  ticket.plate_key = s.plate_key;
  ticket.is_plate_nonstandard = std::ranges::find(s.flags, "nonstandard_plate") != s.flags.end();
  ticket.has_no_plate = s.plate_key.empty();
  ticket.is_clock_uncertain = std::ranges::find(s.flags, "clock_uncertain") != s.flags.end();
  return domain::sign_ticket(std::move(ticket), m.device->keys.sec);
}

} // namespace palang::mobile
