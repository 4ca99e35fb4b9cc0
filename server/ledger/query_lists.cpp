#include "server/ledger/cursor.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"

namespace palang::ledger {

namespace {

/// A full page may have a successor, any other is the last.
template <class T>
bool is_full(const std::vector<T>& items, const protocol::page& p) {
  return static_cast<std::int64_t>(items.size()) == p.limit;
}

result<storage::alert_filter> filter_of(const protocol::page& p) {
  PALANG_CHECK(check_page(p));
  storage::alert_filter out;
  out.from = p.from;
  out.to = p.to;
  out.limit = p.limit;
  if (!p.after)
    return out;
  PALANG_TRY(cursor, split_cursor(*p.after));
  const auto id = parse_uuid(cursor.rest);
  if (!id)
    return fail(errc::invalid, "this is no cursor of this list", "data.after");
  out.after = storage::alert_cursor{from_ms(cursor.number), *id};
  return out;
}

std::optional<std::string> next_of(const std::vector<protocol::alert>& alerts,
                                   const protocol::page& p) {
  if (!is_full(alerts, p))
    return std::nullopt;
  return make_cursor(to_ms(alerts.back().raised_at), to_string(alerts.back().id));
}

} // namespace

result<std::string> answer(const query_context& q, const protocol::alert_list& what) {
  PALANG_TRY(filter, filter_of(what.window));
  filter.kind = what.kind;
  filter.is_open = what.is_open;
  PALANG_TRY(alerts, q.db.alerts.list(filter));
  return encoded_page("alerts", encoded_items(alerts), next_of(alerts, what.window));
}

result<std::string> answer(const query_context& q, const protocol::shift_list& what) {
  PALANG_CHECK(check_page(what.window));
  storage::shift_filter filter{what.username, what.window.from,  what.window.to,
                               std::nullopt,  what.window.limit, what.is_different};
  if (what.window.after) {
    PALANG_TRY(before, number_cursor(*what.window.after));
    filter.before = from_ms(before);
  }
  PALANG_TRY(shifts, q.db.shifts.list(filter));
  std::optional<std::string> next;
  if (is_full(shifts, what.window))
    next = std::to_string(to_ms(shifts.back().opened_at));
  return encoded_page("shifts", encoded_items(shifts), next);
}

result<std::string> answer(const query_context& q, const protocol::audit_list& what) {
  PALANG_CHECK(check_page(what.window));
  storage::audit_filter filter{what.actor,     what.action,  what.window.from,
                               what.window.to, std::nullopt, what.window.limit};
  if (what.window.after) {
    PALANG_TRY(after, number_cursor(*what.window.after));
    filter.after = after;
  }
  PALANG_TRY(lines, q.db.audit.list(filter));
  std::optional<std::string> next;
  if (is_full(lines, what.window))
    next = std::to_string(lines.back().id);
  return encoded_page("entries", encoded_items(lines), next);
}

result<std::string> answer(const query_context& q, const protocol::sync_log& what) {
  PALANG_CHECK(check_page(what.window));
  storage::sync_log_filter filter{what.device_no,    what.window.from, what.window.to, std::nullopt,
                                  what.window.limit, what.is_accepted, what.is_offline};
  if (what.window.after) {
    PALANG_TRY(after, number_cursor(*what.window.after));
    filter.after = after;
  }
  PALANG_TRY(page, q.db.reports.sync_log(filter));
  std::optional<std::string> next;
  if (page.next)
    next = std::to_string(*page.next);
  return encoded_page("entries", encoded_items(page.entries), next);
}

} // namespace palang::ledger
