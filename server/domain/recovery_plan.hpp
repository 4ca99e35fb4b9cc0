#pragma once

#include "server/domain/coverage.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::domain {

/// The cloud forgets records that are older.
inline constexpr milliseconds cloud_memory = std::chrono::hours{24} * 182;
/// A lock keeps as many records as this until a gateway reads them; then it squeezes out the
/// oldest.
inline constexpr std::int64_t lock_memory = 500;
/// How far back the slow sweep looks.
inline constexpr milliseconds sweep_depth = std::chrono::hours{72};

/// How soon things are looked at.
struct recovery_times {
  milliseconds settle{std::chrono::minutes{2}}; ///< After a gap ended: the backlog is uploaded.
  milliseconds look_again{std::chrono::minutes{15}}; ///< A second look for what was slower.
  milliseconds sweep{std::chrono::hours{6}};         ///< Between slow sweeps.

  /// `pace` > 1 makes all of it faster, for demonstrations and tests.
  [[nodiscard]] recovery_times at_pace(double pace) const;
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
  friend bool operator==(const scan_window&, const scan_window&) = default;
};

/// The most urgent scan that is due now: what is suspected, then gaps, then the sweep (72 h back).
/// A suspicion is due once it is over and no scan that began since covers it; a gap when it has
/// ended and settled, and once more when look_again has passed. Windows are widened by the clock's
/// slack at both ends (so the sweep ends in the future), take in what else is due and overlaps, and
/// begin no earlier than the cloud keeps. After a scan of the window began and ended well, the same
/// facts do not ask for it again.
[[nodiscard]] std::optional<scan_window> next_scan(const recovery_facts& facts,
                                                   const recovery_times& times, instant now);

/// The span of a gap that can no longer be recovered: before what the cloud keeps, or, when the
/// lock filled its memory during the gap, before the oldest record that came.
[[nodiscard]] std::optional<span> lost_of(const span& gap, std::int64_t records_in_gap,
                                          std::optional<instant> oldest_in_gap, instant now);

} // namespace palang::domain
