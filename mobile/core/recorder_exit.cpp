#include "mobile/core/clockestimator.h"
#include "mobile/core/pricing.h"
#include "mobile/core/recorder.h"
#include "mobile/core/replica.h"
#include "mobile/core/summary.h"
#include "mobile/core/usedticket.h"

#include <algorithm>
#include <utility>

namespace palang::mobile {

namespace {

[[nodiscard]] std::string exitSummary(const std::optional<protocol::session>& s,
                                      const Client::Exit& exit) {
  return summaryOf({s ? shownPlate(*s) : "karcis", to_display(exit.charged), exit.gateId});
}

} // namespace

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
  if (isUsedHere(m.store, ticket))
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

} // namespace palang::mobile
