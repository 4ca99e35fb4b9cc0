#include "server/ledger/cursor.hpp"
#include "server/ledger/health.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <chrono>

/// sync.health: how well the devices, gateways and locks were heard within a window.
namespace palang::ledger {

namespace {

using namespace std::chrono_literals;
using protocol::number;

constexpr milliseconds usual_window = 24h;
/// A quarter: every record of the window is looked at.
constexpr milliseconds longest_window = 92 * 24h;

result<std::vector<protocol::device>> devices_of(storage::repositories& db) {
  PALANG_TRY(all, db.devices.all());
  std::vector<protocol::device> out;
  for (auto& device : all) {
    PALANG_TRY(told, with_progress(db, std::move(device)));
    out.push_back(std::move(told));
  }
  return out;
}

/// The cloud's months begin at midnight in Beijing.
std::string cloud_month(instant at) {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(at + 8h)};
  const auto month = static_cast<unsigned>(day.month());
  return std::to_string(static_cast<int>(day.year())) + (month < 10 ? "-0" : "-")
         + std::to_string(month);
}

result<std::string> calls_of(const query_context& q) {
  const auto month = cloud_month(q.now);
  PALANG_TRY(used, q.db.recovery.calls_of(month));
  return protocol::object({{"month", protocol::text(month)},
                           {"used", number(used)},
                           {"limit", protocol::number_or_null(q.monthly_calls)}});
}

result<health> gathered(const query_context& q, const protocol::page& window) {
  PALANG_CHECK(check_page(window));
  const auto to = std::min(window.to.value_or(q.now), q.now);
  const auto asked = std::min(window.from.value_or(to - usual_window), to);
  const auto from = std::max(asked, instant{to - longest_window});
  PALANG_TRY(heard, read_hearing(q.db, from, to));
  PALANG_TRY(counts, q.db.records.statistics(from, to));
  return health{q, std::move(heard), std::move(counts)};
}

} // namespace

/// The value that `percent` of the others do not exceed (nearest rank); nullopt of nothing.
std::optional<std::int64_t> percentile(const std::vector<std::int64_t>& ascending,
                                       std::size_t percent) {
  if (ascending.empty())
    return std::nullopt;
  const auto rank = (ascending.size() * percent + 99) / 100;
  return ascending[std::max<std::size_t>(rank, 1) - 1];
}

result<std::string> answer(const query_context& q, const protocol::sync_health& what) {
  PALANG_TRY(h, gathered(q, what.window));
  std::vector<std::string> gateways;
  for (const auto& gateway : h.heard.gateways) {
    PALANG_TRY(told, gateway_health(h, gateway));
    gateways.push_back(std::move(told));
  }
  std::vector<std::string> locks;
  for (const auto& lock : known_locks(q.config.document, h.heard)) {
    PALANG_TRY(told, lock_health(h, lock));
    locks.push_back(std::move(told));
  }
  PALANG_TRY(devices, devices_of(q.db));
  PALANG_TRY(calls, calls_of(q));
  PALANG_TRY(rejects, q.db.recovery.count_rejects(h.heard.from, h.heard.to));
  return protocol::object({{"from", number(to_ms(h.heard.from))},
                           {"to", number(to_ms(h.heard.to))},
                           {"gateways", protocol::array(gateways)},
                           {"locks", protocol::array(locks)},
                           {"devices", protocol::array(encoded_items(devices))},
                           {"calls", calls},
                           {"rejects", number(rejects)}});
}

} // namespace palang::ledger
