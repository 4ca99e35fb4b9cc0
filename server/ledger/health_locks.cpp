#include "server/ledger/health.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <map>

namespace palang::ledger {

namespace {

using protocol::number;

constexpr std::int64_t shown_scans = 20;

std::string encoded_gap(const storage::stored_gap& gap) {
  return protocol::object({{"source", protocol::text(gap.source)},
                           {"from", number(to_ms(gap.from))},
                           {"to", protocol::time_or_null(gap.to)}});
}

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
  constexpr std::string_view letters = "cdb";
  std::map<protocol::coverage, std::int64_t> hours;
  std::string marks;
  for (const auto& hour :
       domain::coverage_hours(facts_of(h.heard, lock_id), h.heard.from, h.heard.to)) {
    ++hours[hour.mark];
    marks += letters[static_cast<std::size_t>(hour.mark)];
  }
  return protocol::object({{"covered", number(hours[protocol::coverage::covered])},
                           {"doubtful", number(hours[protocol::coverage::doubtful])},
                           {"blind", number(hours[protocol::coverage::blind])},
                           {"from", number(to_ms(h.heard.from))},
                           {"marks", protocol::text(marks)}});
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

} // namespace

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

} // namespace palang::ledger
