#include "mobile/core/clockestimator.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace std::chrono_literals;
using protocol::clock_source;

namespace {

const instant start = from_ms(1'760'000'000'000);

/// A device whose wall clock is `fast` ahead of the server's.
struct Device {
  explicit Device(milliseconds ahead) : fast{ahead} {}

  [[nodiscard]] instant serverNow() const { return start + clock.monotonic(); }
  /// One exchange that takes `out` to the server and `back` again.
  void sample(milliseconds out, milliseconds back) {
    const auto sent = clock.monotonic();
    clock.advance(out);
    const auto told = serverNow();
    clock.advance(back);
    estimator.addSample(told, sent, clock.monotonic());
  }

  milliseconds fast;
  manual_clock clock{start + fast};
  ClockEstimator estimator{clock, "boot-1"};
};

} // namespace

TEST_CASE("before any contact nothing is known", "[clock]") {
  Device device{5min};
  CHECK(device.estimator.info() == protocol::clock_info{0, clock_source::none});
  CHECK_FALSE(device.estimator.offset());
  CHECK(device.estimator.correctedNow() == device.clock.now());
}

TEST_CASE("a sample tells how far the wall clock is off", "[clock]") {
  Device device{5min};
  device.sample(30ms, 30ms);
  CHECK(device.estimator.info() == protocol::clock_info{-300'000, clock_source::server});
  CHECK(device.estimator.correctedNow() == device.serverNow());
  CHECK(device.estimator.roundTrip() == 60ms);
}

TEST_CASE("the sample with the lowest round trip is believed", "[clock]") {
  Device device{0ms};
  device.sample(10ms, 10ms);
  device.sample(900ms, 100ms);
  CHECK(device.estimator.offset() == 0ms);
  CHECK(device.estimator.roundTrip() == 20ms);
}

TEST_CASE("a sample over ten minutes old gives way to a newer one", "[clock]") {
  Device device{0ms};
  device.sample(10ms, 10ms);
  device.clock.advance(11min);
  device.sample(300ms, 100ms);
  CHECK(device.estimator.roundTrip() == 400ms);
}

TEST_CASE("a wall clock that somebody sets changes the offset, never the corrected time",
          "[clock]") {
  Device device{0ms};
  device.sample(5ms, 5ms);
  device.clock.advance(1min);
  device.clock.set_wall(device.clock.now() - 2h);
  CHECK(device.estimator.correctedNow() == device.serverNow());
  CHECK(device.estimator.info() == protocol::clock_info{7'200'000, clock_source::monotonic});
  SECTION("and the next contact settles it") {
    device.sample(5ms, 5ms);
    device.clock.advance(11min);
    device.sample(5ms, 5ms);
    CHECK(device.estimator.info() == protocol::clock_info{7'200'000, clock_source::server});
  }
}

TEST_CASE("hours after the last contact the time is counted on monotonically", "[clock]") {
  Device device{90s};
  device.sample(5ms, 5ms);
  device.clock.advance(3h);
  CHECK(device.estimator.info() == protocol::clock_info{-90'000, clock_source::monotonic});
  CHECK(device.estimator.correctedNow() == device.serverNow());
}

TEST_CASE("what was kept counts on after a restart of the program", "[clock]") {
  Device device{90s};
  device.sample(5ms, 5ms);
  const auto kept = clockPairFrom(toText(device.estimator.pair().value()));
  REQUIRE(kept);
  device.clock.advance(1h);
  SECTION("in the same boot even when the wall clock was set meanwhile") {
    device.clock.set_wall(start);
    ClockEstimator next{device.clock, "boot-1"};
    next.restore(*kept);
    CHECK(next.correctedNow() == device.serverNow());
    CHECK(next.info().source == clock_source::monotonic);
  }
  SECTION("after a reboot only the wall clock and the old offset are left, and that is said") {
    manual_clock rebooted{device.clock.now()};
    ClockEstimator next{rebooted, "boot-2"};
    next.restore(*kept);
    CHECK(next.info() == protocol::clock_info{-90'000, clock_source::none});
    CHECK(next.correctedNow() == device.serverNow());
    CHECK_FALSE(next.offset());
  }
}

TEST_CASE("a kept pair that cannot be read counts for nothing", "[clock]") {
  CHECK_FALSE(clockPairFrom(""));
  CHECK_FALSE(clockPairFrom("12 abc 7 boot"));
}
