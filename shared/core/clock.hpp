#pragma once

#include <chrono>
#include <cstdint>

namespace palang {

/// A point in time: UTC, milliseconds since 1970-01-01T00:00:00Z (the wire's and the databases' integer).
using instant = std::chrono::sys_time<std::chrono::milliseconds>;
using std::chrono::milliseconds;

[[nodiscard]] constexpr std::int64_t to_ms(instant at) noexcept { return at.time_since_epoch().count(); }
[[nodiscard]] constexpr instant from_ms(std::int64_t ms) noexcept { return instant{milliseconds{ms}}; }

/// The only way that Palang reads time, so that tests can set it. Thread: any.
class clock {
public:
  virtual ~clock() = default;
  /// Wall clock, UTC. May jump.
  [[nodiscard]] virtual instant now() const = 0;
  /// Since an arbitrary origin; never goes back.
  [[nodiscard]] virtual milliseconds monotonic() const = 0;
};

class system_clock final : public clock {
public:
  [[nodiscard]] instant now() const override;
  [[nodiscard]] milliseconds monotonic() const override;
};

/// For tests: moves only when told.
class manual_clock final : public clock {
public:
  explicit manual_clock(instant start) : now_{start} {}
  [[nodiscard]] instant now() const override { return now_; }
  [[nodiscard]] milliseconds monotonic() const override { return monotonic_; }
  void advance(milliseconds by) {
    now_ += by;
    monotonic_ += by;
  }
  /// A wall-clock jump: monotonic time does not see it.
  void set_wall(instant to) { now_ = to; }

private:
  instant now_;
  milliseconds monotonic_{0};
};

} // namespace palang
