#pragma once

#include "shared/core/clock.hpp"

#include <chrono>

namespace palang::domain {

/// How long the TTLock side waits for what the cloud tells late, and how often it looks.
struct lock_times {
  // -- what the cloud is like (TTLOCK 3.3, 4.3)
  /// A gateway that lost its connection still counts as online for so long.
  milliseconds cloud_lag{std::chrono::minutes{10}};
  /// Notices that a gateway is offline come 30 minutes late, and some.
  milliseconds notice_lag{std::chrono::minutes{35}};
  /// A record that a gateway reads after it came back is in the cloud by then.
  milliseconds catch_up{std::chrono::minutes{2}};

  // -- openings
  milliseconds cause_grace{std::chrono::minutes{2}};  ///< For what explains a record.
  milliseconds record_grace{std::chrono::minutes{3}}; ///< For the record of a transaction.
  milliseconds judge_again{std::chrono::minutes{1}};  ///< What cannot be judged yet.
  milliseconds scan_wait{std::chrono::minutes{30}};   ///< Without a scan it is judged all the same.

  // -- re-scans
  milliseconds scan_again{std::chrono::minutes{15}}; ///< A second look after a gap.
  milliseconds sweep{std::chrono::hours{6}};         ///< Between slow sweeps.

  /// All of it so many times shorter, for demonstrations and tests.
  [[nodiscard]] lock_times at_pace(double pace) const;
};

/// The process's: in earnest, unless set_lock_times() was called before any other thread began.
[[nodiscard]] const lock_times& lock_waits() noexcept;
void set_lock_times(const lock_times& times);

} // namespace palang::domain
