#include "mobile/core/finder.h"

#include "mobile/core/replica.h"
#include "mobile/core/usedticket.h"
#include "shared/domain/plate.hpp"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <algorithm>
#include <utility>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

/// A car waits: what the device knows now is worth more than what the server says later.
constexpr milliseconds patience = 2s;
constexpr std::size_t shortestKey = 2;

/// The stay that a verified ticket proves, without an id since no database is asked.
[[nodiscard]] protocol::session stayOf(const domain::ticket& ticket) {
  protocol::session s;
  s.ticket_no = domain::ticket_number(ticket.site_no, ticket.device_no, ticket.device_seq);
  s.plate =
      domain::parse_plate(ticket.plate_key).map(&domain::plate::shown).value_or(ticket.plate_key);
  s.plate_key = ticket.plate_key;
  s.vehicle_type = ticket.vehicle;
  s.entered_at = instant{std::chrono::seconds{ticket.entered_s}};
  s.entry_device_no = ticket.device_no;
  s.entry_seq = ticket.device_seq;
  s.tariff_version = ticket.tariff_version;
  if (ticket.is_plate_nonstandard)
    s.flags.emplace_back("nonstandard_plate");
  if (ticket.is_clock_uncertain)
    s.flags.emplace_back("clock_uncertain");
  return s;
}

} // namespace

void Finder::find(const QString& text, bool isOnline, Client::FoundHandler handler) {
  const auto what = wanted(text);
  if (!what) {
    handler(fail(what.error()));
    return;
  }
  if (!isOnline) {
    handler(here(*what));
    return;
  }
  m_requests.query(
      question(*what, text), patience,
      [this, what = *what, handler = std::move(handler)](const result<std::string>& data) {
        if (data)
          handler(answered(*data, what));
        else if (is_retryable(data.error().code))
          handler(here(what));
        else
          handler(fail(data.error()));
      });
}

result<Finder::Wanted> Finder::wanted(const QString& text) {
  const auto typed = text.trimmed().toStdString();
  if (typed.starts_with("P1:"))
    return Wanted{{}, {}, typed};
  if (const auto number = domain::parse_ticket_number(typed))
    return Wanted{{}, number, {}};
  auto key = domain::plate_key(typed);
  if (key.size() < shortestKey)
    return fail(errc::invalid, "two characters at least", "text");
  return Wanted{std::move(key), {}, {}};
}

protocol::session_find Finder::question(const Wanted& what, const QString& text) {
  protocol::session_find question;
  if (what.plateKey.empty())
    question.ticket = text.trimmed().toStdString();
  else
    question.plate = what.plateKey;
  return question;
}

result<Client::Found> Finder::answered(const std::string& data, const Wanted& what) {
  const auto items = protocol::items_of(data, "sessions");
  if (!items)
    return fail(items.error());
  Client::Found found{.source = Client::Source::Server, .asOf = {}, .sessions = {}};
  for (const auto& item : *items) {
    const auto session = protocol::decode_session(item);
    if (!session)
      return fail(session.error());
    // What is recorded here and not sent yet is newer than what the server knows.
    const auto put = m_store.putSession(*session);
    const auto known = put ? m_store.session(session->id) : fail(put.error());
    found.sessions.push_back(known && *known ? **known : *session);
  }
  // The device that issued the ticket may not have sent its entry yet.
  if (found.sessions.empty() && !what.signedTicket.empty())
    return here(what);
  if (auto own = here(what))
    for (auto& s : own->sessions)
      if (isOnlyHere(s))
        found.sessions.push_back(std::move(s));
  return found;
}

bool Finder::isOnlyHere(const protocol::session& s) const {
  if (s.id.is_nil() || s.entry_seq == 0)
    return false;
  const bool isOwn = s.entry_device_no == 0 || s.entry_device_no == m_replica.deviceNo();
  const auto rows = isOwn ? m_store.rowsBySeq(s.entry_seq, s.entry_seq) : std::vector<OutboxRow>{};
  return rows && std::ranges::any_of(*rows, [&](const OutboxRow& row) {
           const auto* entry = std::get_if<protocol::entry_data>(&row.submission.data);
           return entry != nullptr && entry->session_id == s.id
                  && row.state == sync::record_state::pending;
         });
}

result<Client::Found> Finder::here(const Wanted& what) const {
  if (!what.signedTicket.empty())
    return bySignedTicket(what.signedTicket);
  if (what.number)
    return byNumber(what.number->device_no, what.number->device_seq);
  return m_store.findSessions(what.plateKey, static_cast<int>(protocol::limits::max_find))
      .map([this](std::vector<protocol::session> sessions) {
        return Client::Found{Client::Source::Replica, m_store.replicaAsOf(), std::move(sessions)};
      });
}

result<Client::Found> Finder::bySignedTicket(const std::string& text) const {
  if (!m_replica.config())
    return fail(errc::bad_ticket, "this device does not know its site yet", "ticket");
  const auto ticket =
      domain::verify_ticket(text, m_replica.config()->site.number, [this](std::uint16_t deviceNo) {
        return m_replica.ticketKey(deviceNo);
      });
  if (!ticket)
    return fail(errc::bad_ticket, std::string{message_en(ticket.error())}, "ticket");
  auto known = byNumber(ticket->device_no, ticket->device_seq);
  if (known && !known->sessions.empty())
    return known;
  if (isUsedHere(m_store, text))
    return fail(errc::already_exited, "this ticket left on this device", "ticket");
  return Client::Found{Client::Source::Ticket, {}, {stayOf(*ticket)}};
}

result<Client::Found> Finder::byNumber(std::uint16_t deviceNo, std::uint32_t deviceSeq) const {
  return m_store.sessionByTicket(deviceNo, deviceSeq)
      .map([this](const std::optional<protocol::session>& session) {
        Client::Found found{Client::Source::Replica, m_store.replicaAsOf(), {}};
        if (session)
          found.sessions.push_back(*session);
        return found;
      });
}

} // namespace palang::mobile
