#pragma once

#include "shared/core/clock.hpp"

namespace palang::ttlock_sim {

/// The world's time, made from the host's monotonic clock: it starts where it is told, runs at a
/// speed, and jumps.
class world_clock {
public:
  world_clock(instant start, milliseconds host, double speed = 1)
      : world_{start}, host_{host}, speed_{speed} {}

  [[nodiscard]] instant now(milliseconds host) const;
  [[nodiscard]] double speed() const noexcept { return speed_; }
  /// World time per host time; 0 stands still.
  void set_speed(double speed, milliseconds host);
  void advance(milliseconds by) { world_ += by; }
  /// Host time until the world's clock shows `when`; at most an hour.
  [[nodiscard]] milliseconds until(instant when, milliseconds host) const;

private:
  instant world_;
  milliseconds host_;
  double speed_;
};

} // namespace palang::ttlock_sim
