#include "server/domain/lock_clock.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;

namespace {

constexpr instant noon = from_ms(1'742'785'200'000);

/// A record made at `made` by a clock that is `offset` off, in the cloud after `delay`.
void note(lock_clock& clock, instant made, milliseconds offset, milliseconds delay) {
  clock.note(made + offset, made + delay);
}

} // namespace

TEST_CASE("a clock is unknown before a record told of it, and then believed", "[lock_clock]") {
  lock_clock clock;
  CHECK_FALSE(clock.offset());
  CHECK(clock.corrected(noon) == noon);
  note(clock, noon, 0ms, 9'700ms);
  CHECK(clock.offset() == 0ms);
}

TEST_CASE("a record that comes before it was made shows a fast clock at once", "[lock_clock]") {
  lock_clock clock;
  clock.note(from_ms(1'680'810'186'000), from_ms(1'680'810'180'029)); // a real one
  CHECK(clock.offset() == 5'971ms + lock_clock::soonest);
  note(clock, noon, 80s, 3s);
  CHECK(std::chrono::abs(*clock.offset() - 80s) <= 3s);
  CHECK(clock.is_large());
  CHECK(std::chrono::abs(clock.corrected(noon + 80s) - noon) <= 3s);
}

TEST_CASE("a slow clock is followed by and by, one late record is not believed", "[lock_clock]") {
  lock_clock clock{0ms};
  note(clock, noon, 0ms, 70s);
  CHECK(clock.offset() == -15s);
  lock_clock slow;
  for (int i = 0; i < 30; ++i)
    note(slow, noon + std::chrono::minutes{i}, -60s, 2s);
  CHECK(std::chrono::abs(*slow.offset() + 60s) <= lock_clock::slowest);
}

TEST_CASE("backlog and broken clocks teach nothing", "[lock_clock]") {
  lock_clock clock{5s};
  note(clock, noon, 5s, 40min);
  CHECK(clock.offset() == 5s);
  note(clock, noon, 30h, 2s);
  CHECK(clock.offset() == 5s);
}

TEST_CASE("a measured offset replaces what was estimated and is not talked away", "[lock_clock]") {
  lock_clock clock{40s};
  clock.measured(1s);
  CHECK(clock.offset() == 1s);
  CHECK_FALSE(clock.is_large());
  note(clock, noon, 1s, 4s);
  CHECK(clock.offset() == 1s);
}

TEST_CASE("whatever the drift, a prompt record is corrected to within the delays",
          "[lock_clock][property]") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  for (int world = 0; world < 50; ++world) {
    lock_clock clock;
    auto made = noon;
    milliseconds offset{static_cast<std::int64_t>(random() % 120'000) - 60'000};
    const milliseconds drift{static_cast<std::int64_t>(random() % 200) - 100};
    for (int i = 0; i < 200; ++i) {
      made += 10min;
      offset += drift;
      note(clock, made, offset, milliseconds{1'000 + random() % 8'000});
    }
    CHECK(std::chrono::abs(clock.corrected(made + offset) - made) <= lock_clock::slowest);
  }
}
