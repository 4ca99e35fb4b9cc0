#include "mobile/core/recorder.h"

#include "mobile/core/clockestimator.h"
#include "mobile/core/pricing.h"
#include "mobile/core/replica.h"
#include "shared/domain/plate.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace palang::mobile {

namespace {

constexpr int namesakes = 20;
constexpr int recentRecords = 1000;

constexpr auto noPlateShown = "—";

[[nodiscard]] std::string words(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const auto part : parts) {
    if (!out.empty())
      out += " · ";
    out += part;
  }
  return out;
}

[[nodiscard]] std::string plateOrDash(const protocol::session& s) {
  return s.plate.empty() ? noPlateShown : s.plate;
}

[[nodiscard]] std::string exitSummary(const std::optional<protocol::session>& s,
                                      const Client::Exit& exit) {
  return words({s ? plateOrDash(*s) : "karcis", to_display(exit.charged), exit.gateId});
}

[[nodiscard]] bool isWithPassword(const protocol::submit_data& data) {
  const auto* user = std::get_if<protocol::user_set_data>(&data);
  return user != nullptr && user->password;
}

} // namespace

// -- entries

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

  const auto ticket = signedTicket(*session);
  protocol::entry_data data{.session_id = session->id,
                            .gate_id = entry.gateId,
                            .plate = {},
                            .plate_reason = session->plate_reason,
                            .vehicle_type = std::string{to_string(entry.vehicle)},
                            .photo = entry.photo,
                            .ticket = {}};
  if (!session->plate.empty())
    data.plate = session->plate;
  if (!ticket.empty())
    data.ticket = ticket;
  auto record = draft(std::move(data),
                      words({plateOrDash(*session), to_string(entry.vehicle), entry.gateId}));
  record.effect = *session;
  return m.store.append(record).map([&](const OutboxRow& row) {
    return Client::Recorded{row, *session, ticket, session->ticket_no};
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
  const auto number = m.store.nextDeviceSeq();
  if (!number)
    return fail(number.error());
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
  if (m.device != nullptr) {
    s.entry_seq = *number;
    s.entry_device_no = m.replica.deviceNo().value_or(0);
  }
  if (config && s.entry_device_no != 0)
    s.ticket_no = domain::ticket_number(config->site.number, s.entry_device_no, s.entry_seq);
  return s;
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

// -- exits

result<Client::Recorded> Recorder::exit(const Client::Exit& exit) {
  auto session =
      checkPerson()
          .and_then([&] { return checkGate(exit.gateId, protocol::gate_direction::out); })
          .and_then([&] { return leaving(exit); });
  if (!session)
    return fail(session.error());
  protocol::exit_data data{.session_id = exit.sessionId,
                           .ticket = {},
                           .gate_id = exit.gateId,
                           .charged = exit.charged,
                           .paid = exit.paid,
                           .is_lost_ticket = exit.isLostTicket,
                           .photo = exit.photo,
                           .plate = exit.plate};
  auto& known = *session;
  if (known)
    data.session_id = known->id;
  else if (!data.session_id)
    data.ticket = exit.ticket;
  auto record = draft(std::move(data), exitSummary(known, exit));
  if (known) {
    record.dependsOn = entryOf(*known);
    record.effect = closed(*known, exit);
  }
  return m.store.append(record).map([&](const OutboxRow& row) {
    Client::Recorded out{row, record.effect.value_or(protocol::session{}), {}, {}};
    out.ticketText = exit.ticket.value_or("");
    out.ticketNo = out.session.ticket_no;
    return out;
  });
}

result<std::optional<protocol::session>> Recorder::leaving(const Client::Exit& exit) const {
  if (exit.sessionId.has_value() == exit.ticket.has_value())
    return fail(errc::invalid, "either a session or a ticket is needed", "session_id");
  if (exit.charged < rupiah{0})
    return fail(errc::invalid, "the charge is negative", "charged");
  result<std::optional<protocol::session>> found;
  if (exit.sessionId) {
    found = m.store.session(*exit.sessionId);
  } else {
    const auto ticket = domain::parse_ticket(*exit.ticket);
    if (!ticket)
      return fail(errc::bad_ticket, std::string{message_en(ticket.error())}, "ticket");
    found = m.store.sessionByTicket(ticket->device_no, ticket->device_seq);
    if (found && !*found)
      if (const auto unused = checkTicketUnused(*exit.ticket); !unused)
        return fail(unused.error());
  }
  if (found && *found && (*found)->status != protocol::session_status::open)
    return fail(errc::already_exited, "this vehicle is no longer inside", "session_id");
  return found;
}

result<void> Recorder::checkTicketUnused(const std::string& ticket) const {
  const auto rows = m.store.rows(std::nullopt, recentRecords);
  const bool isUsed = rows && std::ranges::any_of(*rows, [&](const OutboxRow& row) {
                        const auto* exit = std::get_if<protocol::exit_data>(&row.submission.data);
                        return exit != nullptr && exit->ticket == ticket
                               && row.state != sync::record_state::quarantined;
                      });
  if (isUsed)
    return fail(errc::already_exited, "this ticket left on this device", "ticket");
  return {};
}

protocol::session Recorder::closed(protocol::session s, const Client::Exit& exit) const {
  const auto leftAt = m.estimator.correctedNow();
  if (const auto& config = m.replica.config())
    if (const auto fee = priceStay(*config, m.store, s, leftAt, exit.isLostTicket))
      s.fee = fee->total;
  s.status = protocol::session_status::closed;
  s.exited_at = leftAt;
  s.exit_gate_id = exit.gateId;
  s.charged = exit.charged;
  s.photo_out = exit.photo;
  s.photo_pending = s.photo_pending || exit.photo.has_value();
  if (exit.isLostTicket)
    s.flags.emplace_back("lost_ticket");
  return s;
}

// -- everything else

result<OutboxRow> Recorder::other(const protocol::submit_data& data, const std::string& summary) {
  if (const auto person = checkPerson(); !person)
    return fail(person.error());
  if (isWithPassword(data))
    return fail(errc::invalid, "a password is never stored on a device", "password");
  if (std::holds_alternative<protocol::gate_open_data>(data) && !m.isOnline())
    return fail(errc::db_unavailable, "a gate is opened only while connected");
  auto record = draft(data, summary);
  record.dependsOn = dependenciesOf(data);
  return m.store.append(record);
}

std::vector<uuid> Recorder::entryOf(const protocol::session& s) const {
  const bool isOwn =
      s.entry_seq != 0 && (s.entry_device_no == 0 || s.entry_device_no == m.replica.deviceNo());
  const auto rows = isOwn ? m.store.rowsBySeq(s.entry_seq, s.entry_seq) : std::vector<OutboxRow>{};
  if (!rows)
    return {};
  std::vector<uuid> ids;
  for (const auto& row : *rows) {
    const auto* entry = std::get_if<protocol::entry_data>(&row.submission.data);
    if (entry != nullptr && entry->session_id == s.id && row.state != sync::record_state::applied)
      ids.push_back(row.submission.id);
  }
  return ids;
}

std::vector<uuid> Recorder::dependenciesOf(const protocol::submit_data& data) const {
  const auto ofSession = [this](const uuid& id) {
    const auto s = m.store.session(id);
    return s && *s ? entryOf(**s) : std::vector<uuid>{};
  };
  return std::visit(
      [&]<class T>(const T& each) -> std::vector<uuid> {
        if constexpr (std::is_same_v<
                          T, protocol::void_data> || std::is_same_v<T, protocol::correct_data>)
          return ofSession(each.session_id);
        else if constexpr (std::is_same_v<T, protocol::merge_data>)
          return ofSession(each.keep);
        else if constexpr (std::is_same_v<T, protocol::gate_open_data>)
          return each.session_id ? ofSession(*each.session_id) : std::vector<uuid>{};
        else
          return {};
      },
      data);
}

Store::Draft Recorder::draft(protocol::submit_data data, std::string summary) const {
  Store::Draft draft;
  draft.data = std::move(data);
  draft.takenAt = m.time.now();
  draft.clock = m.estimator.info();
  draft.isOffline = !m.isOnline();
  draft.hasDevice = m.device != nullptr;
  draft.username = m.username();
  draft.summary = std::move(summary);
  return draft;
}

} // namespace palang::mobile
