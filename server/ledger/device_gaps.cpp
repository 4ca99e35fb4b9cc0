#include "server/ledger/device_gaps.hpp"

#include "server/domain/alert_texts.hpp"
#include "server/ledger/try.hpp"

#include <utility>

namespace palang::ledger {

namespace {

constexpr milliseconds between_looks = std::chrono::hours{1};

/// The greatest number that was received so long ago; 0: none. What is missing before it is older.
result<std::uint32_t> old_number(const voice& v, std::uint16_t device_no) {
  storage::sync_log_filter filter;
  filter.device_no = device_no;
  filter.to = v.now - oldest_gap;
  filter.limit = 1;
  PALANG_TRY(page, v.db.reports.sync_log(filter));
  return page.entries.empty() ? 0 : page.entries.front().device_seq;
}

result<void> look_at(const voice& v, const protocol::device& device) {
  PALANG_TRY(progress, v.db.submissions.progress_of(device.device_no));
  if (progress.missing.empty())
    return {};
  PALANG_TRY(open, v.db.alerts.open_of_device(device.id, protocol::alert_kind::device_gap));
  if (!open.empty())
    return {};
  PALANG_TRY(old, old_number(v, device.device_no));
  std::int64_t count = 0;
  for (const auto& range : progress.missing)
    if (range.last < old)
      count += std::int64_t{range.last} - range.first + 1;
  if (count == 0)
    return {};
  auto alert = domain::device_gap_alert(device.device_no, count);
  alert.refers.device_id = device.id;
  PALANG_CHECK(v.raise(std::move(alert)));
  return {};
}

} // namespace

result<void> tell_old_gaps(const voice& v) {
  auto& looked_at = v.state.facts.gaps_looked_at;
  if (looked_at && v.now - *looked_at < between_looks)
    return {};
  looked_at = v.now;
  PALANG_TRY(devices, v.db.devices.all());
  for (const auto& device : devices)
    if (device.status == protocol::device_status::approved)
      PALANG_CHECK(look_at(v, device));
  return {};
}

} // namespace palang::ledger
