#include "mobile/core/synccontroller.h"
#include "mobile/sync/commands.h"
#include "mobile/sync/printing.h"
#include "shared/domain/plate.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <utility>

namespace palang::mobile::commands {

namespace {

using protocol::text;

/// A server that is there greets within this; else the record is an offline one.
constexpr int greetingS = 5;

void prepare(Shell& shell) {
  if (!shell.options().isOffline && !shell.client().needsLogin())
    (void)shell.waitUntil([&] { return shell.client().isOnline(); }, greetingS);
}

void tell(const Shell& shell, const Client::Recorded& recorded) {
  const auto id = to_string(recorded.row.submission.id);
  const auto session = to_string(recorded.session.id);
  if (shell.options().isJson) {
    say(protocol::object({{"id", text(id)},
                          {"session_id", text(session)},
                          {"ticket_no", text(recorded.ticketNo)},
                          {"ticket", text(recorded.ticketText)},
                          {"submission", protocol::encode(recorded.row.submission)}}));
    return;
  }
  say("id " + id);
  say("session " + session);
  say("ticket_no " + recorded.ticketNo);
  say("ticket " + recorded.ticketText);
}

/// Tells what was recorded; when connected also what the server made of it.
[[nodiscard]] int finish(Shell& shell, const result<Client::Recorded>& recorded) {
  if (!recorded) {
    complain(recorded.error());
    return isUnfinished;
  }
  tell(shell, *recorded);
  if (!shell.client().isOnline())
    return isDone;
  const auto& id = recorded->row.submission.id;
  auto& store = shell.client().store();
  const auto isSettled = [&] {
    const auto row = store.row(id);
    return row && row->state != sync::record_state::pending;
  };
  (void)shell.waitUntil(isSettled, shell.options().timeoutS);
  const auto row = store.row(id);
  if (row && row->why)
    complain(*row->why);
  return row && row->state == sync::record_state::applied ? isDone : isUnfinished;
}

[[nodiscard]] result<Client::Found> find(Shell& shell, const std::string& wanted) {
  std::optional<result<Client::Found>> found;
  shell.client().find(QString::fromStdString(wanted),
                      [&](result<Client::Found> f) { found = std::move(f); });
  if (!shell.waitUntil([&] { return found.has_value(); }, shell.options().timeoutS))
    return fail(errc::db_unavailable, "the search was not answered");
  return *std::move(found);
}

[[nodiscard]] result<protocol::session> bySession(Shell& shell, const std::string& id) {
  const auto parsed = parse_uuid(id);
  if (!parsed)
    return fail(errc::invalid, "no session id", "session");
  return shell.client().store().session(*parsed).map([&](const auto& known) {
    protocol::session unknown;
    unknown.id = *parsed;
    return known.value_or(unknown);
  });
}

[[nodiscard]] result<protocol::session> byPlate(Shell& shell, const std::string& plate) {
  const auto key = domain::plate_key(plate);
  const auto found = find(shell, plate);
  if (!found)
    return fail(found.error());
  const auto stay = std::ranges::find_if(found->sessions, [&](const protocol::session& s) {
    return s.plate_key == key && s.status == protocol::session_status::open;
  });
  if (stay == found->sessions.end())
    return fail(errc::unknown_session, "no such vehicle is inside", "plate");
  return *stay;
}

[[nodiscard]] result<protocol::session> byTicket(Shell& shell, const std::string& ticket) {
  const auto found = find(shell, ticket);
  if (!found)
    return fail(found.error());
  if (found->sessions.empty())
    return fail(errc::unknown_session, "no stay has this ticket", "ticket");
  return found->sessions.front();
}

[[nodiscard]] result<protocol::session> leaving(Shell& shell, const ExitOptions& options) {
  if (!options.session.empty())
    return bySession(shell, options.session);
  return options.ticket.empty() ? byPlate(shell, options.plate) : byTicket(shell, options.ticket);
}

[[nodiscard]] result<rupiah> chargeFor(Shell& shell, const ExitOptions& options,
                                       const protocol::session& stay) {
  if (options.charged)
    return rupiah{*options.charged};
  return shell.client().quote(stay, options.isLostTicket).map(&domain::fee::due);
}

[[nodiscard]] Client::Exit exitOf(const ExitOptions& options, const protocol::session& stay,
                                  rupiah charge) {
  Client::Exit exit;
  exit.gateId = options.gate;
  exit.charged = charge;
  exit.isLostTicket = options.isLostTicket;
  if (stay.id.is_nil())
    exit.ticket = options.ticket;
  else
    exit.sessionId = stay.id;
  if (charge > rupiah{0}) {
    exit.paid = protocol::payment{options.method, charge, {}, {}};
    if (options.tendered)
      exit.paid->tendered = rupiah{*options.tendered};
  }
  return exit;
}

} // namespace

int recordEntry(Shell& shell, const EntryOptions& options) {
  const auto vehicle = domain::vehicle_class_from(options.vehicle);
  if (!vehicle) {
    complain("bad_vehicle_type", "there is no vehicle type " + options.vehicle);
    return isMisused;
  }
  prepare(shell);
  Client::Entry entry;
  entry.gateId = options.gate;
  entry.vehicle = *vehicle;
  entry.isInsideAnyway = options.isInsideAnyway;
  if (options.noPlateReason.empty())
    entry.plate = options.plate;
  else
    entry.plateReason = options.noPlateReason;
  return finish(shell, shell.client().recordEntry(entry));
}

int recordExit(Shell& shell, const ExitOptions& options) {
  prepare(shell);
  const auto stay = leaving(shell, options);
  if (!stay) {
    complain(stay.error());
    return isUnfinished;
  }
  const auto charge = chargeFor(shell, options, *stay);
  if (!charge) {
    complain(charge.error());
    return isUnfinished;
  }
  return finish(shell, shell.client().recordExit(exitOf(options, *stay, *charge)));
}

} // namespace palang::mobile::commands
