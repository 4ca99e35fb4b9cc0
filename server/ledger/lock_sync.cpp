#include "server/domain/recovery_plan.hpp"
#include "server/ledger/kinds.hpp"
#include "server/ledger/scans.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <chrono>

namespace palang::ledger {

namespace {

/// What one request may ask for: more would use up the month's calls.
constexpr milliseconds longest_window = std::chrono::hours{24} * 31;

result<void> check_lock(context& c, const std::string& id) {
  const auto& locks = c.config().locks;
  if (std::ranges::find(locks, id, &protocol::lock_config::id) == locks.end())
    return fail(errc::invalid, "there is no lock " + id, "data.lock_id");
  PALANG_TRY(known, c.db.locks.find(id));
  if (!known || !known->discovered_at)
    return fail(errc::invalid, "TTLock does not know the lock " + id, "data.lock_id");
  return {};
}

result<void> check_window(const context& c, const protocol::lock_sync_data& d) {
  if (d.from >= d.to)
    return fail(errc::invalid, "the window is empty", "data.to");
  if (d.from < c.now() - domain::cloud_memory)
    return fail(errc::invalid, "TTLock keeps records for six months", "data.from");
  if (d.to - d.from > longest_window)
    return fail(errc::invalid, "the window is longer than 31 days", "data.to");
  return {};
}

} // namespace

result<effect> apply(context& c, const protocol::lock_sync_data& d) {
  PALANG_CHECK(check_lock(c, d.lock_id));
  PALANG_CHECK(check_window(c, d));
  PALANG_TRY(scan, new_scan(c.telling(),
                            {d.lock_id, "request", d.from, d.to, c.from.by.username, c.now()}));
  auto run = protocol::object({{"id", protocol::text(to_string(scan.id))}});
  PALANG_CHECK(c.note("lock/" + d.lock_id, "", run, ""));
  c.state.done.locks_to_scan.push_back(d.lock_id);
  return effect{protocol::object({{"run", std::move(run)}}), std::nullopt};
}

} // namespace palang::ledger
