#include "server/ledger/cursor.hpp"
#include "server/ledger/lock_hearing.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <chrono>

namespace palang::ledger {

namespace {

using namespace std::chrono_literals;

/// Of a lock's list, the one that has begun among them.
constexpr auto shown_hours = 24h;

} // namespace

protocol::gateway gateway_view(const storage::stored_gateway& row) {
  return {row.id, row.name, row.is_online, row.since, row.last_seen, row.late_records};
}

result<std::string> answer(const query_context& q, const protocol::lock_list&) {
  const auto end = std::chrono::ceil<std::chrono::hours>(q.now);
  PALANG_TRY(heard, read_hearing(q.db, end - shown_hours, q.now));
  std::vector<protocol::lock> locks;
  for (const auto& lock : known_locks(q.config.document, heard))
    locks.push_back(lock_view(lock, q.config.document, heard));
  return encoded_list("locks", locks);
}

result<std::string> answer(const query_context& q, const protocol::gateway_list&) {
  PALANG_TRY(stored, q.db.locks.all_gateways());
  std::vector<protocol::gateway> gateways;
  for (const auto& row : stored)
    gateways.push_back(gateway_view(row));
  return encoded_list("gateways", gateways);
}

result<std::string> answer(const query_context& q, const protocol::lock_records& what) {
  PALANG_CHECK(check_page(what.window));
  storage::record_filter filter{what.lock_id, what.window.from, what.window.to, std::nullopt,
                                what.window.limit};
  if (what.window.after) {
    PALANG_TRY(cursor, split_cursor(*what.window.after));
    PALANG_TRY(number, number_cursor(cursor.rest));
    filter.after = storage::record_cursor{from_ms(cursor.number), number};
  }
  PALANG_TRY(page, q.db.records.list(filter));
  for (auto& record : page.records) {
    const auto words = words_of(record);
    record.text_id = words.text_id;
    record.text_en = words.text_en;
  }
  std::optional<std::string> next;
  if (page.next)
    next = make_cursor(to_ms(page.next->corrected_at), std::to_string(page.next->number));
  return encoded_page("records", encoded_items(page.records), next);
}

} // namespace palang::ledger
