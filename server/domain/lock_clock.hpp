#pragma once

#include "shared/core/clock.hpp"

#include <chrono>
#include <optional>

namespace palang::domain {

/// A lock's clock less true time, from what passed by. A prompt record reaches the cloud between
/// soonest and slowest after it was made: a clock for which that holds is believed; one for which a
/// record came before it was made runs ahead by at least that much; one for which records come
/// slower is followed by and by. Its whole memory is the offset, so it goes on after a restart.
class lock_clock {
public:
  static constexpr milliseconds soonest = std::chrono::milliseconds{500};
  static constexpr milliseconds slowest = std::chrono::seconds{10};
  /// What came later than this is late, whatever the clock says: it tells nothing of the clock.
  static constexpr milliseconds latest = std::chrono::minutes{2};
  /// A clock that is further off is broken; only measured() believes it.
  static constexpr milliseconds widest = std::chrono::hours{24};
  /// From here on the lock's clock should be set.
  static constexpr milliseconds large = std::chrono::seconds{30};

  lock_clock() = default;
  explicit lock_clock(std::optional<milliseconds> known) : offset_{known} {}

  /// `server_at`: when the cloud had it. Records known to be late (backlog, pulls) must not be
  /// given.
  void note(instant lock_at, instant server_at);
  /// The lock's clock was read through a gateway: exact within that delay; it replaces what was
  /// estimated.
  void measured(milliseconds offset) { offset_ = offset; }

  /// Nullopt before anything was noted.
  [[nodiscard]] std::optional<milliseconds> offset() const { return offset_; }
  [[nodiscard]] instant corrected(instant lock_at) const {
    return lock_at - offset_.value_or(milliseconds{0});
  }
  [[nodiscard]] bool is_large() const {
    return std::chrono::abs(offset_.value_or(milliseconds{0})) >= large;
  }

private:
  std::optional<milliseconds> offset_;
};

} // namespace palang::domain
