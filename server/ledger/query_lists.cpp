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

} // namespace

result<std::string> answer(const query_context& q, const protocol::alert_list& what) {
  PALANG_CHECK(check_page(what.window));
  PALANG_TRY(after, cursor_of(what.window));
  const auto& p = what.window;
  PALANG_TRY(alerts, q.db.alerts.list({what.kind, what.is_open, p.from, p.to, after, p.limit}));
  std::optional<std::string> next;
  if (is_full(alerts, p))
    next = make_cursor(alerts.back().raised_at, alerts.back().id);
  return encoded_page("alerts", encoded_items(alerts), next);
}

result<std::string> answer(const query_context& q, const protocol::shift_list& what) {
  PALANG_CHECK(check_page(what.window));
  PALANG_TRY(after, cursor_of(what.window));
  const auto& p = what.window;
  PALANG_TRY(shifts,
             q.db.shifts.list({what.username, p.from, p.to, after, p.limit, what.is_different}));
  std::optional<std::string> next;
  if (is_full(shifts, p))
    next = make_cursor(shifts.back().opened_at, shifts.back().id);
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
