#pragma once

#include "shared/core/clock.hpp"

#include <string>

namespace palang::mobile {

/// The device's clocks. Monotonic time counts while the device sleeps, so that a heartbeat deadline
/// that passed during a night in the pocket is seen on waking, and starts anew only with the
/// operating system. Thread: any.
class MonotonicClock final : public clock {
public:
  [[nodiscard]] instant now() const override;
  [[nodiscard]] milliseconds monotonic() const override;
};

/// Names this run of the operating system: monotonic readings of the same boot can be compared.
/// Empty when unknown.
[[nodiscard]] std::string bootId();

} // namespace palang::mobile
