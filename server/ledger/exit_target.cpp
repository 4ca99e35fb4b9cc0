#include "server/ledger/exit_target.hpp"

#include "server/ledger/stays.hpp"
#include "server/ledger/try.hpp"

#include <chrono>

namespace palang::ledger {

namespace {

/// A chain of merges longer than this is a defect, not a history.
constexpr int longest_chain = 16;

struct issue_number {
  std::uint16_t device_no = 0;
  std::uint32_t device_seq = 0;
};

/// A signed ticket proves itself; a number that somebody read aloud only names an entry that the
/// server has.
result<issue_number> read_ticket(context& c, const std::string& text, exit_target& out) {
  if (const auto number = domain::parse_ticket_number(text)) {
    if (number->site_no != c.config().site.number)
      return fail(errc::bad_ticket, "this ticket is of another site", "data.ticket");
    return issue_number{number->device_no, number->device_seq};
  }
  PALANG_TRY(ticket, verified_ticket(c, text));
  out.ticket = ticket;
  return issue_number{ticket.device_no, ticket.device_seq};
}

} // namespace

result<std::optional<storage::stored_session>> find_kept(context& c, uuid id) {
  for (int step = 0; step < longest_chain; ++step) {
    PALANG_TRY(found, c.db.sessions.find(id));
    if (!found || !found->shown.merged_into)
      return found;
    id = *found->shown.merged_into;
  }
  return fail(errc::corrupt, "sessions are merged in a circle: " + to_string(id));
}

result<exit_target> find_exit_target(context& c, const protocol::exit_data& d) {
  exit_target out;
  if (!d.session_id && !d.ticket)
    return fail(errc::invalid, "an exit names its session or its ticket", "data.session_id");
  if (d.session_id) {
    PALANG_TRY(found, find_kept(c, *d.session_id));
    out.stay = std::move(found);
  }
  if (out.stay || !d.ticket)
    return out;
  PALANG_TRY(issued, read_ticket(c, *d.ticket, out));
  PALANG_TRY(session, c.db.sessions.of_ticket(issued.device_no, issued.device_seq));
  if (!session)
    return out;
  PALANG_TRY(found, find_kept(c, *session));
  out.stay = std::move(found);
  return out;
}

storage::stored_session orphan_of(const context& c, const protocol::exit_data& d,
                                  const exit_target& target) {
  storage::stored_session out;
  auto& s = out.shown;
  s.id = d.session_id.value_or(make_uuid_v7(c.now()));
  s.status = protocol::session_status::exit_only;
  if (d.plate)
    if (const auto read = domain::parse_plate(*d.plate))
      set_plate(s, *read);
  if (!target.ticket)
    return out;
  const auto& ticket = *target.ticket;
  s.vehicle_type = ticket.vehicle;
  s.entered_at = instant{std::chrono::seconds{ticket.entered_s}};
  s.entry_device_no = ticket.device_no;
  s.entry_seq = ticket.device_seq;
  s.ticket_no = domain::ticket_number(ticket.site_no, ticket.device_no, ticket.device_seq);
  s.tariff_version = ticket.tariff_version;
  if (s.plate_key.empty() && !ticket.plate_key.empty())
    if (const auto read = domain::parse_plate(ticket.plate_key))
      set_plate(s, *read);
  return out;
}

} // namespace palang::ledger
