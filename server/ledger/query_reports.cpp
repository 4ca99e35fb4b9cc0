#include "server/ledger/cursor.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"

#include "server/domain/stats.hpp"

namespace palang::ledger {

result<std::string> answer(const query_context& q, const protocol::stats_summary& what) {
  PALANG_CHECK(domain::check_window(what));
  PALANG_TRY(hourly, q.db.reports.hourly(what.from, what.to));
  PALANG_TRY(inside, q.db.reports.inside_at(what.from));
  return encoded_list("buckets", domain::summarise(hourly, inside, what));
}

/// Without the TTLock side only the devices' own gaps are known.
result<std::string> answer(const query_context& q, const protocol::sync_health&) {
  PALANG_TRY(all, q.db.devices.all());
  std::vector<protocol::device> devices;
  for (auto& device : all) {
    PALANG_TRY(told, with_progress(q.db, std::move(device)));
    devices.push_back(std::move(told));
  }
  return protocol::object(
      {{"gateways", "[]"}, {"locks", "[]"}, {"devices", protocol::array(encoded_items(devices))}});
}

} // namespace palang::ledger
