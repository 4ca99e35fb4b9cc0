#include "server/ledger/lateness.hpp"

#include "server/ledger/lock_hearing.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <vector>

namespace palang::ledger {

namespace {

/// The lock's gateways that were offline at some time of [from, to).
result<std::vector<std::string>> deaf_gateways(const voice& v, const std::string& lock_id,
                                               instant from, instant to) {
  PALANG_TRY(links, v.db.locks.all_links());
  PALANG_TRY(gaps, v.db.recovery.gaps(from, to));
  std::vector<std::string> out;
  for (const auto& link : links)
    if (link.lock_id == lock_id
        && std::ranges::find(gaps, gap_source_of(link.gateway_id), &storage::stored_gap::source)
               != gaps.end())
      out.push_back(link.gateway_id);
  return out;
}

/// While the cloud was away, locks may have kept what they recorded.
result<bool> was_cloud_away(const voice& v, instant from, instant to) {
  PALANG_TRY(gaps, v.db.recovery.gaps(from, to));
  return std::ranges::find(gaps, "cloud", &storage::stored_gap::source) != gaps.end();
}

} // namespace

result<bool> is_prompt(const voice& v, const protocol::lock_record& r) {
  // Some say that the cloud dates a backlog by the lock's own clock.
  if (r.source != protocol::record_source::callback || !r.server_at || *r.server_at == r.lock_at
      || std::chrono::abs(r.received_at - *r.server_at) > prompt_limit)
    return false;
  PALANG_TRY(deaf, deaf_gateways(v, r.lock_id, r.received_at - backlog_time, r.received_at));
  if (!deaf.empty())
    return false;
  PALANG_TRY(was_away, was_cloud_away(v, r.received_at - backlog_time, r.received_at));
  return !was_away;
}

result<void> count_late(const voice& v, const protocol::lock_record& r, late_counts& late) {
  if (r.late_by_ms == 0)
    return {};
  PALANG_TRY(deaf, deaf_gateways(v, r.lock_id, r.corrected_at, r.corrected_at + milliseconds{1}));
  for (const auto& gateway : deaf)
    ++late[gateway];
  return {};
}

result<void> tell_late(const voice& v, const late_counts& late) {
  for (const auto& [id, count] : late) {
    PALANG_TRY(gateway, v.db.locks.find_gateway(id));
    if (!gateway)
      continue;
    gateway->late_records += count;
    PALANG_CHECK(v.db.locks.put_gateway(*gateway));
    if (gateway->is_online)
      PALANG_CHECK(
          v.emit(protocol::topic::gateway, "gateway.caught_up",
                 protocol::object({{"gateway", protocol::encode(gateway_view(*gateway))}})));
  }
  return {};
}

} // namespace palang::ledger
