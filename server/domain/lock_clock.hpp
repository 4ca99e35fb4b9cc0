#pragma once

#include "shared/core/clock.hpp"

#include <deque>
#include <optional>

namespace palang::domain {

/// A lock's clock less true time, from what passed by. A record that a gateway forwards at once
/// reaches the cloud a few seconds after it was made, never before: so the least of
/// (server time - lock time) over the last prompt records is the least delay less the offset.
class lock_clock {
public:
  /// `server_at`: when the cloud had it. Records known to be late (backlog, pulls) must not be
  /// given.
  void note(instant lock_at, instant server_at);
  /// The lock's clock was read through a gateway at `at`: exact within its delay, and it replaces
  /// what was estimated.
  void measured(milliseconds offset, instant at);

  /// Nullopt before anything was noted.
  [[nodiscard]] std::optional<milliseconds> offset() const;
  [[nodiscard]] instant corrected(instant lock_at) const;
  /// Large enough that the lock's clock should be set.
  [[nodiscard]] bool is_large() const;

private:
  std::deque<milliseconds> lags_; ///< server time - lock time, newest last.
  std::optional<milliseconds> measured_;
};

} // namespace palang::domain
