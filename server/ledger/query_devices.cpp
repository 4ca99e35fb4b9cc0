#include "server/domain/offline_windows.hpp"
#include "server/ledger/cursor.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <chrono>
#include <map>

/// sync.devices: how each device kept in touch.
namespace palang::ledger {

namespace {

using namespace std::chrono_literals;

constexpr milliseconds usual_window = 24h;
constexpr milliseconds longest_window = 31 * 24h;
constexpr std::int64_t most_faults = 1'000;

/// What a window tells of all devices, by number or id.
struct device_facts {
  std::map<std::uint16_t, std::vector<storage::offline_arrival>> offline;
  std::map<std::uint16_t, std::vector<storage::refusal_count>> refused;
  std::map<uuid, std::int64_t> clock_faults;
};

result<device_facts> facts_between(storage::repositories& db, instant from, instant to) {
  device_facts out;
  PALANG_TRY(offline, db.reports.offline(from, to));
  for (const auto& row : offline)
    out.offline[row.device_no].push_back(row);
  PALANG_TRY(refused, db.reports.refusals(from, to));
  for (auto& row : refused)
    out.refused[row.device_no].push_back(std::move(row));
  storage::alert_filter faults;
  faults.kind = protocol::alert_kind::clock_fault;
  faults.from = from;
  faults.to = to;
  faults.limit = most_faults;
  PALANG_TRY(alerts, db.alerts.list(faults));
  for (const auto& alert : alerts)
    if (alert.refers.device_id)
      ++out.clock_faults[*alert.refers.device_id];
  return out;
}

std::string encoded_offline(const std::vector<storage::offline_arrival>& arrivals) {
  std::vector<domain::record_delay> delays;
  milliseconds greatest{0};
  for (const auto& row : arrivals) {
    delays.push_back({row.corrected_at, row.received_at});
    greatest = std::max(greatest, row.received_at - row.corrected_at);
  }
  std::vector<std::string> windows;
  for (const auto& window : domain::offline_windows(std::move(delays)))
    windows.push_back(protocol::object({{"from", protocol::number(to_ms(window.from))},
                                        {"to", protocol::number(to_ms(window.to))},
                                        {"count", protocol::number(window.count)}}));
  return protocol::object({{"count", protocol::number(static_cast<std::int64_t>(arrivals.size()))},
                           {"greatest_delay_ms", protocol::number(greatest.count())},
                           {"windows", protocol::array(windows)}});
}

std::string encoded_device(const protocol::device& device, device_facts& facts) {
  const auto& arrivals = facts.offline[device.device_no];
  std::vector<std::string> refused;
  for (const auto& row : facts.refused[device.device_no])
    refused.push_back(protocol::object(
        {{"code", protocol::text(row.code)}, {"count", protocol::number(row.count)}}));
  const auto uncertain = std::ranges::count_if(arrivals, &storage::offline_arrival::is_uncertain);
  const auto clock = protocol::object({{"faults", protocol::number(facts.clock_faults[device.id])},
                                       {"uncertain", protocol::number(uncertain)}});
  return protocol::extended(protocol::encode(device), {{"offline", encoded_offline(arrivals)},
                                                       {"refused", protocol::array(refused)},
                                                       {"clock", clock}});
}

} // namespace

result<std::string> answer(const query_context& q, const protocol::sync_devices& what) {
  PALANG_CHECK(check_page(what.window));
  const auto to = what.window.to.value_or(q.now);
  const auto from = what.window.from.value_or(to - usual_window);
  if (to - from > longest_window)
    return fail(errc::invalid, "the window is longer than 31 days", "data.from");
  PALANG_TRY(facts, facts_between(q.db, from, to));
  PALANG_TRY(devices, q.db.devices.all());
  std::vector<std::string> items;
  for (auto& device : devices) {
    PALANG_TRY(told, with_progress(q.db, std::move(device)));
    items.push_back(encoded_device(told, facts));
  }
  return protocol::object({{"devices", protocol::array(items)}});
}

} // namespace palang::ledger
