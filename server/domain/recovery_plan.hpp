#pragma once

#include "server/domain/coverage.hpp"
#include "server/domain/lock_times.hpp"

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
/// How many records of a gap come when the lock's memory was full at its end: a few fewer, since
/// the cloud leaves some types out, or a few more, made just before the gap or just after it. Many
/// more: somebody read the lock in between.
inline constexpr std::int64_t least_in_full_memory = 495;
inline constexpr std::int64_t most_in_full_memory = 550;
/// How far back the slow sweep looks.
inline constexpr milliseconds sweep_depth = std::chrono::hours{72};

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
/// ended catch_up ago, and once more when scan_again has passed. Windows are widened by the clock's
/// slack at both ends (so the sweep ends in the future), take in what else is due and overlaps, and
/// begin no earlier than the cloud keeps. After a scan of the window began and ended well, the same
/// facts do not ask for it again.
[[nodiscard]] std::optional<scan_window> next_scan(const recovery_facts& facts,
                                                   const lock_times& times, instant now);

/// The span of a gap that can no longer be recovered: before what the cloud keeps, or, when the
/// lock's memory was full at its end, before the oldest that it still held. `came`: records of the
/// gap that came after it began; `oldest`: of the newest lock_memory of them.
[[nodiscard]] std::optional<span> lost_of(const span& gap, std::int64_t came,
                                          std::optional<instant> oldest, instant now);

} // namespace palang::domain
