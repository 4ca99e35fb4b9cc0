#include "server/ledger/cursor.hpp"
#include "server/ledger/lock_hearing.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <chrono>
#include <map>

/// sync.health: how well the devices, gateways and locks were heard within a window.
namespace palang::ledger {

namespace {

using namespace std::chrono_literals;
using protocol::number;

constexpr milliseconds usual_window = 24h;
/// A quarter: every record of the window is looked at.
constexpr milliseconds longest_window = 92 * 24h;
constexpr std::int64_t shown_scans = 20;

/// What every part of the answer is made from: the window lies in `heard` and ends by now.
struct health {
  const query_context& q;
  lock_hearing heard;
  std::vector<storage::record_statistics> counts;
};

/// The value that `percent` of the others do not exceed (nearest rank); nullopt of nothing.
std::optional<std::int64_t> percentile(const std::vector<std::int64_t>& ascending,
                                       std::size_t percent) {
  if (ascending.empty())
    return std::nullopt;
  const auto rank = (ascending.size() * percent + 99) / 100;
  return ascending[std::max<std::size_t>(rank, 1) - 1];
}

std::string encoded_gap(const storage::stored_gap& gap) {
  return protocol::object({{"source", protocol::text(gap.source)},
                           {"from", number(to_ms(gap.from))},
                           {"to", protocol::time_or_null(gap.to)}});
}

// -- gateways ---------------------------------------------------------------------------

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

// -- locks ------------------------------------------------------------------------------

std::string encoded_scan(const storage::stored_scan& scan) {
  return protocol::object({{"id", protocol::text(to_string(scan.id))},
                           {"why", protocol::text(scan.why)},
                           {"from", number(to_ms(scan.from))},
                           {"to", number(to_ms(scan.to))},
                           {"state", protocol::text(storage::scan_state_words.word(scan.state))},
                           {"found", number(scan.found)},
                           {"added", number(scan.added)},
                           {"requested_by", protocol::text(scan.requested_by)},
                           {"started_at", number(to_ms(scan.started_at))},
                           {"ended_at", protocol::time_or_null(scan.ended_at)},
                           {"detail", protocol::text(scan.detail)}});
}

/// Hours of the window by mark.
std::string coverage_counts(const health& h, const std::string& lock_id) {
  std::map<protocol::coverage, std::int64_t> hours;
  for (const auto& hour :
       domain::coverage_hours(facts_of(h.heard, lock_id), h.heard.from, h.heard.to))
    ++hours[hour.mark];
  return protocol::object({{"covered", number(hours[protocol::coverage::covered])},
                           {"doubtful", number(hours[protocol::coverage::doubtful])},
                           {"blind", number(hours[protocol::coverage::blind])}});
}

result<std::string> scans_of(const health& h, const std::string& lock_id) {
  PALANG_TRY(recent, h.q.db.recovery.recent_scans(lock_id, shown_scans));
  std::vector<std::string> out;
  for (const auto& scan : recent)
    out.push_back(encoded_scan(scan));
  return protocol::array(out);
}

std::string encoded_delays(const storage::record_statistics& counts) {
  const auto& delays = counts.delays_ms;
  return protocol::object({{"p50", protocol::number_or_null(percentile(delays, 50))},
                           {"p95", protocol::number_or_null(percentile(delays, 95))},
                           {"max", delays.empty() ? "null" : number(counts.greatest_delay_ms)}});
}

result<std::string> lock_health(const health& h, const storage::stored_lock& lock) {
  const auto counted = std::ranges::find(h.counts, lock.id, &storage::record_statistics::lock_id);
  const auto counts = counted == h.counts.end() ? storage::record_statistics{} : *counted;
  std::vector<std::string> gaps;
  for (const auto& gap : gaps_of(h.heard, lock.id))
    gaps.push_back(encoded_gap(gap));
  PALANG_TRY(scans, scans_of(h, lock.id));
  return protocol::object(
      {{"lock_id", protocol::text(lock.id)},
       {"name", protocol::text(lock_name(h.q.config.document, lock.id, lock.alias))},
       {"by_callback", number(counts.by_callback)},
       {"by_pull", number(counts.by_pull)},
       {"late", number(counts.late)},
       {"greatest_batch", number(counts.greatest_batch)},
       {"delay_ms", encoded_delays(counts)},
       {"gaps", protocol::array(gaps)},
       {"coverage", coverage_counts(h, lock.id)},
       {"last_contact", protocol::time_or_null(lock.last_heard_at)},
       {"scans", scans}});
}

// -- devices and the cloud --------------------------------------------------------------

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
  return protocol::object({{"month", protocol::text(month)}, {"used", number(used)}});
}

result<health> gathered(const query_context& q, const protocol::page& window) {
  PALANG_CHECK(check_page(window));
  const auto to = std::min(window.to.value_or(q.now), q.now);
  const auto from = std::min(window.from.value_or(to - usual_window), to);
  if (to - from > longest_window)
    return fail(errc::invalid, "the window is longer than 92 days", "data.from");
  PALANG_TRY(heard, read_hearing(q.db, from, to));
  PALANG_TRY(counts, q.db.records.statistics(from, to));
  return health{q, std::move(heard), std::move(counts)};
}

} // namespace

result<std::string> answer(const query_context& q, const protocol::sync_health& what) {
  PALANG_TRY(h, gathered(q, what.window));
  std::vector<std::string> gateways;
  for (const auto& gateway : h.heard.gateways) {
    PALANG_TRY(told, gateway_health(h, gateway));
    gateways.push_back(std::move(told));
  }
  std::vector<std::string> locks;
  for (const auto& lock : configured_locks(q.config.document, h.heard)) {
    PALANG_TRY(told, lock_health(h, lock));
    locks.push_back(std::move(told));
  }
  PALANG_TRY(devices, devices_of(q.db));
  PALANG_TRY(calls, calls_of(q));
  PALANG_TRY(rejects, q.db.recovery.count_rejects(h.heard.from, h.heard.to));
  return protocol::object({{"gateways", protocol::array(gateways)},
                           {"locks", protocol::array(locks)},
                           {"devices", protocol::array(encoded_items(devices))},
                           {"calls", calls},
                           {"rejects", number(rejects)}});
}

} // namespace palang::ledger
