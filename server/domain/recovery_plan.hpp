#pragma once

#include "server/domain/coverage.hpp"

#include <optional>
#include <string>
#include <vector>

namespace palang::domain {

/// How soon things are looked at. `pace` > 1 makes all of it faster, for demonstrations and tests.
struct recovery_times {
  milliseconds settle{std::chrono::minutes{2}}; ///< After a gap ended: the backlog is uploaded.
  milliseconds look_again{std::chrono::minutes{15}}; ///< A second look for what was slower.
  milliseconds sweep{std::chrono::hours{6}};         ///< Between slow sweeps.
};

/// What a lock's re-scans are planned from.
struct recovery_facts {
  std::vector<span> gaps; ///< Closed or open, of its gateways, of us and of the cloud.
  std::vector<finished_scan> scans;
  std::optional<instant> last_sweep; ///< Start of the last one that ended well.
  std::vector<span> suspected;       ///< Around transactions whose opening is missing.
  milliseconds clock_slack{std::chrono::hours{1}}; ///< How wrong the lock's clock may be.
};

struct scan_window {
  instant from{}; ///< Lock time.
  instant to{};
  std::string why; ///< "gap", "suspicion", "sweep"
};

/// The most urgent scan that is due now: what is suspected, then gaps, then the sweep (72 h back).
/// Windows are widened by the clock's slack, end in the future, and begin no earlier than the
/// cloud keeps (six months).
[[nodiscard]] std::optional<scan_window> next_scan(const recovery_facts& facts,
                                                   const recovery_times& times, instant now);

/// The span of a gap that can no longer be recovered: before what the cloud keeps, or, when the
/// lock made more than its memory of 500 during the gap, before the oldest record that came.
[[nodiscard]] std::optional<span> lost_of(const span& gap, std::int64_t records_in_gap,
                                          std::optional<instant> oldest_in_gap, instant now);

} // namespace palang::domain
