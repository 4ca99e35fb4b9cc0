#include "server/ledger/health.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <iterator>

namespace palang::ledger {

namespace {

using protocol::number;

std::vector<storage::stored_gap> offline_of(const health& h, const std::string& gateway_id) {
  std::vector<storage::stored_gap> out;
  std::ranges::copy_if(h.heard.gaps, std::back_inserter(out),
                       [&](const auto& gap) { return gap.source == gap_source_of(gateway_id); });
  return out;
}

milliseconds length_within(const std::vector<storage::stored_gap>& gaps, const health& h) {
  milliseconds out{0};
  for (const auto& gap : gaps)
    out += std::min(gap.to.value_or(h.heard.to), h.heard.to) - std::max(gap.from, h.heard.from);
  return out;
}

/// When the lock's records of the gap were all there: a scan that covers it ended, or else the last
/// of them came.
result<std::optional<instant>> caught_up_at(const health& h, const std::string& lock_id,
                                            const storage::stored_gap& gap) {
  std::optional<instant> scanned;
  for (const auto& scan : h.heard.scans)
    if (scan.lock_id == lock_id && scan.from <= gap.from && scan.to >= *gap.to && scan.ended_at
        && *scan.ended_at >= *gap.to)
      scanned = std::min(scanned.value_or(*scan.ended_at), *scan.ended_at);
  if (scanned)
    return scanned;
  return h.q.db.records.last_received(lock_id, gap.from, *gap.to);
}

/// How long after each gap of the gateway its slowest lock was complete; ascending.
result<std::vector<std::int64_t>> catch_ups(const health& h, const std::string& gateway_id,
                                            const std::vector<storage::stored_gap>& gaps) {
  std::vector<std::int64_t> out;
  for (const auto& gap : gaps) {
    if (!gap.to)
      continue;
    std::optional<instant> last;
    for (const auto& link : h.heard.links)
      if (link.gateway_id == gateway_id) {
        PALANG_TRY(done, caught_up_at(h, link.lock_id, gap));
        last = std::max(last, done);
      }
    if (last)
      out.push_back(std::max(*last - *gap.to, milliseconds{0}).count());
  }
  std::ranges::sort(out);
  return out;
}

} // namespace

result<std::string> gateway_health(const health& h, const storage::stored_gateway& gateway) {
  const auto gaps = offline_of(h, gateway.id);
  PALANG_TRY(delays, catch_ups(h, gateway.id, gaps));
  std::vector<std::string> offline;
  for (const auto& gap : gaps)
    offline.push_back(protocol::object(
        {{"from", number(to_ms(gap.from))}, {"to", protocol::time_or_null(gap.to)}}));
  return protocol::extended(
      protocol::encode(gateway_view(gateway)),
      {{"offline", protocol::array(offline)},
       {"offline_ms", number(length_within(gaps, h).count())},
       {"catch_up_ms",
        protocol::object({{"p50", protocol::number_or_null(percentile(delays, 50))},
                          {"max", protocol::number_or_null(percentile(delays, 100))}})}});
}

} // namespace palang::ledger
