#include "server/domain/pricing.hpp"
#include "server/ledger/cursor.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"
#include "shared/domain/plate.hpp"
#include "shared/domain/ticket.hpp"
#include "shared/protocol/limits.hpp"

#include <algorithm>
#include <chrono>

namespace palang::ledger {

namespace {

using sessions = std::vector<protocol::session>;
using protocol::limits::max_find;

constexpr std::size_t shortest_prefix = 2;
constexpr std::size_t shortest_part = 3;

void add_new(sessions& to, sessions from) {
  for (auto& s : from)
    if (to.size() < max_find && std::ranges::find(to, s.id, &protocol::session::id) == to.end())
      to.push_back(std::move(s));
}

/// The whole plate first, then open sessions, then the rest: what an attendant at the exit most
/// likely means.
result<sessions> by_plate(storage::session_queries& db, const protocol::session_find& what) {
  const auto key = domain::plate_key(*what.plate);
  if (key.size() < shortest_prefix)
    return fail(errc::invalid, "name at least two letters or digits", "data.plate");
  const bool may_be_open = !what.status || *what.status == protocol::session_status::open;
  sessions out;
  if (may_be_open) {
    PALANG_TRY(open, db.open_with_prefix(key, max_find));
    std::ranges::stable_partition(open, [&](const auto& s) { return s.plate_key == key; });
    add_new(out, std::move(open));
  }
  PALANG_TRY(exact, db.left_with_plate(key, what.status, max_find));
  add_new(out, std::move(exact));
  PALANG_TRY(others, db.left_with_prefix(key, what.status, max_find));
  add_new(out, std::move(others));
  if (!out.empty() || key.size() < shortest_part)
    return out;
  if (may_be_open) {
    PALANG_TRY(open, db.open_containing(key, max_find));
    add_new(out, std::move(open));
  }
  PALANG_TRY(left, db.left_containing(key, what.status, max_find));
  add_new(out, std::move(left));
  return out;
}

result<sessions> by_id(const query_context& q, const uuid& id) {
  PALANG_TRY(found, q.db.sessions.find(id));
  return found ? sessions{std::move(found->shown)} : sessions{};
}

/// A ticket names its entry whether or not the signature holds: an exit checks that, a search need
/// not.
result<sessions> by_ticket(const query_context& q, const std::string& text) {
  std::optional<uuid> session;
  if (const auto number = domain::parse_ticket_number(text)) {
    PALANG_TRY(found, q.db.sessions.of_ticket(number->device_no, number->device_seq));
    session = found;
  } else if (const auto ticket = domain::parse_ticket(text)) {
    PALANG_TRY(found, q.db.sessions.of_ticket(ticket->device_no, ticket->device_seq));
    session = found;
  } else {
    return fail(errc::bad_ticket, std::string{domain::message_en(ticket.error())}, "data.ticket");
  }
  return session ? by_id(q, *session) : sessions{};
}

std::optional<milliseconds> minutes(const std::optional<std::int64_t>& count) {
  return count ? std::optional<milliseconds>{std::chrono::minutes{*count}} : std::nullopt;
}

storage::session_filter filter_of(const protocol::session_list& what, instant now) {
  storage::session_filter out;
  out.status = what.status;
  out.gate_id = what.gate_id;
  out.from = what.window.from;
  out.to = what.window.to;
  out.limit = what.window.limit;
  out.vehicle_type = what.vehicle_type;
  if (what.plate)
    out.plate_part = domain::plate_key(*what.plate);
  out.entry_by = what.entry_by;
  out.exit_by = what.exit_by;
  out.attendant = what.attendant;
  out.flag = what.flag;
  out.amount = what.amount;
  out.charged_from = what.charged_from;
  out.charged_to = what.charged_to;
  out.method = what.method;
  out.stay_from = minutes(what.stay_from);
  out.stay_to = minutes(what.stay_to);
  out.now = now;
  out.is_without_exit_photo = what.is_without_exit_photo;
  out.is_notable = what.is_notable;
  out.is_by_exit = what.is_by_exit;
  return out;
}

result<sessions> find_sessions(const query_context& q, const protocol::session_find& what) {
  if (what.session_id)
    return by_id(q, *what.session_id);
  if (what.ticket)
    return by_ticket(q, *what.ticket);
  if (what.plate)
    return by_plate(q.db.session_lists, what);
  return fail(errc::invalid, "name a plate, a session or a ticket", "data.plate");
}

} // namespace

result<std::string> answer(const query_context& q, const protocol::session_find& what) {
  PALANG_TRY(found, find_sessions(q, what));
  if (what.status)
    std::erase_if(found, [&](const auto& s) { return s.status != *what.status; });
  return encoded_list("sessions", found);
}

result<std::string> answer(const query_context& q, const protocol::session_list& what) {
  PALANG_CHECK(check_page(what.window));
  auto filter = filter_of(what, q.now);
  if (what.window.after) {
    PALANG_TRY(cursor, split_cursor(*what.window.after));
    PALANG_TRY(number, number_cursor(cursor.rest));
    filter.after = storage::session_cursor{from_ms(cursor.number), number};
  }
  PALANG_TRY(page, q.db.session_lists.list(filter));
  std::optional<std::string> next;
  if (page.next)
    next = make_cursor(to_ms(page.next->at), std::to_string(page.next->number));
  return encoded_page("sessions", encoded_items(page.sessions), next);
}

result<std::string> answer(const query_context& q, const protocol::session_quote& what) {
  PALANG_TRY(found, q.db.sessions.find(what.session_id));
  if (!found)
    return fail(errc::unknown_session, "this session is not known", "data.session_id");
  const auto& s = found->shown;
  domain::stay_facts stay{s.vehicle_type,
                          s.tariff_version,
                          s.entered_at,
                          found->entry_uncertainty,
                          found->entry_received_at,
                          what.at.value_or(s.exited_at.value_or(q.now)),
                          milliseconds{0},
                          what.is_lost_ticket,
                          true};
  const auto* rules = domain::tariff_of(q.config.document, stay);
  if (!rules)
    return fail(errc::invalid, "no tariff prices this vehicle", "data.session_id");
  auto priced = domain::price(*rules, stay);
  if (priced && domain::is_free_by_grace(*rules, *priced) && s.entered_at && !s.plate_key.empty()) {
    PALANG_TRY(left_free,
               q.db.sessions.left_free_since(
                   s.plate_key, *s.entered_at - std::chrono::minutes{rules->grace_reentry_min}));
    stay.grace_allowed = !left_free;
    priced = domain::price(*rules, stay);
  }
  if (!priced)
    return fail(errc::invalid, priced.error().message, "data.at");
  return protocol::object({{"fee", protocol::encode(*priced)}});
}

} // namespace palang::ledger
