#include "server/gateway/timer_wheel.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <memory>

using namespace palang::gateway;
using namespace std::chrono_literals;

namespace {

struct bell final : timed {
  void on_time() override {
    ++rings;
    if (then)
      then();
  }
  int rings = 0;
  std::function<void()> then;
};

void turn(timer_wheel& wheel, int ticks) {
  for (int i = 0; i < ticks; ++i)
    wheel.turn();
}

} // namespace

TEST_CASE("the wheel calls once, not before its time", "[gateway][timer-wheel]") {
  timer_wheel wheel;
  bell a;
  wheel.arm(a, 1s);
  turn(wheel, 10);
  CHECK(a.rings == 0);
  turn(wheel, 1);
  CHECK(a.rings == 1);
  turn(wheel, 1'000);
  CHECK(a.rings == 1);
}

TEST_CASE("arming again moves the call", "[gateway][timer-wheel]") {
  timer_wheel wheel;
  bell a;
  wheel.arm(a, 1s);
  turn(wheel, 5);
  wheel.arm(a, 1s);
  turn(wheel, 10);
  CHECK(a.rings == 0);
  turn(wheel, 1);
  CHECK(a.rings == 1);
}

TEST_CASE("a wait longer than the wheel ends early, after a whole turn", "[gateway][timer-wheel]") {
  timer_wheel wheel;
  bell a;
  wheel.arm(a, 1h);
  turn(wheel, 510);
  CHECK(a.rings == 0);
  turn(wheel, 1);
  CHECK(a.rings == 1);
}

TEST_CASE("who is called may arm itself and destroy others", "[gateway][timer-wheel]") {
  timer_wheel wheel;
  bell first;
  auto second = std::make_unique<bell>();
  wheel.arm(first, 0s);
  wheel.arm(*second, 0s);
  first.then = [&] {
    second.reset();
    wheel.arm(first, 0s);
  };
  turn(wheel, 3);
  CHECK(first.rings == 3);
}
