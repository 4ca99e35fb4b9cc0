#include "tests/system/site_books.hpp"

#include "tests/support/protocol_client.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <ostream>

namespace palang::testing {

namespace {

constexpr std::int64_t page_size = 200;

using visitor = std::function<void(const std::string& item)>;

/// Visits every item of a list that comes in pages.
template <class Query>
void each_of(protocol_client& asks, Query request, std::string_view name, const visitor& visit) {
  request.window.limit = page_size;
  while (true) {
    const auto data = asks.ask(request);
    const auto items = protocol::items_of(data, name).value();
    for (const auto& item : items)
      visit(item);
    request.window.after = protocol::string_of(protocol::member_of(data, "next").value());
    if (!request.window.after)
      return;
  }
}

stay_facts facts_of(const protocol::session& s) {
  return {std::string{to_string(s.status)},
          s.plate_key,
          s.ticket_no,
          s.entered_at ? to_ms(*s.entered_at) : 0,
          s.exited_at ? to_ms(*s.exited_at) : 0,
          s.fee.value_or(rupiah{}).value,
          s.charged.value_or(rupiah{}).value};
}

/// Reads the whole journal as a client that resumes from its beginning.
void read_journal(std::uint16_t port, const std::string& token, const protocol::welcome& now,
                  site_books& out) {
  protocol_client reader{port,
                         token,
                         {"session", "gate", "lock", "gateway", "alert", "config", "sync"},
                         protocol::resume_point{now.epoch, now.oldest_seq - 1}};
  out.is_journal_gapless = reader.greeting().is_resumed;
  for (auto seq = now.oldest_seq; seq <= now.seq && out.is_journal_gapless; ++seq) {
    const auto e = reader.next_event();
    out.is_journal_gapless = e.seq == seq;
    if (e.kind != "session.entered" && e.kind != "session.exited")
      continue;
    const auto s = protocol::decode_session(protocol::member_of(e.data, "session").value()).value();
    (e.kind == "session.entered" ? out.told_entries : out.told_exits).insert(s.id);
  }
}

} // namespace

site_books read_books(std::uint16_t port) {
  const auto token = log_in(port, {"admin", "palang-demo", {}, {}}).token;
  protocol_client asks{port, token, {}};
  site_books out;
  out.epoch = asks.greeting().epoch;
  each_of(asks, protocol::session_list{}, "sessions", [&](const std::string& item) {
    const auto s = protocol::decode_session(item).value();
    if (s.status == protocol::session_status::merged)
      return;
    out.stays.emplace(s.id, facts_of(s));
    out.charged += s.charged.value_or(rupiah{});
    out.entries += s.entered_at ? 1 : 0;
    out.exits += s.exited_at ? 1 : 0;
  });
  each_of(asks, protocol::sync_log{}, "entries", [&](const std::string& item) {
    const auto entry = protocol::decode_sync_log_entry(item).value();
    if (entry.device_no == 0)
      return;
    (entry.is_accepted ? out.accepted : out.refused).insert(entry.id);
    out.order.push_back(entry.device_seq);
  });
  protocol::alert_list open;
  open.is_open = true;
  each_of(asks, open, "alerts", [&](const std::string& item) {
    out.open_alerts.emplace_back(to_string(protocol::decode_alert(item).value().kind));
  });
  std::ranges::reverse(out.order);
  read_journal(port, token, asks.greeting(), out);
  return out;
}

std::ostream& operator<<(std::ostream& out, const stay_facts& s) {
  return out << s.status << ' ' << s.plate << ' ' << s.ticket << ' ' << s.entered_ms << ' '
             << s.exited_ms << ' ' << s.fee << ' ' << s.charged;
}

} // namespace palang::testing
