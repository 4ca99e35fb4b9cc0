#include "server/domain/recovery_plan.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;

namespace {

constexpr instant start = from_ms(1'742'785'200'000);
const lock_times times;

instant at(milliseconds since) {
  return start + since;
}

/// Nothing to do.
recovery_facts quiet() {
  recovery_facts out;
  out.last_sweep = start;
  return out;
}

finished_scan done(const scan_window& window, instant began) {
  return {window.from, window.to, began};
}

} // namespace

TEST_CASE("a lock that was never swept is swept 72 hours back, into the future", "[recovery]") {
  auto facts = quiet();
  CHECK_FALSE(next_scan(facts, times, at(5h)));
  facts.last_sweep.reset();
  const auto window = next_scan(facts, times, at(5h));
  REQUIRE(window);
  CHECK(window->why == "sweep");
  CHECK(window->from == at(5h) - 73h);
  CHECK(window->to == at(6h));
  facts.last_sweep = at(5h);
  CHECK_FALSE(next_scan(facts, times, at(10h)));
  CHECK(next_scan(facts, times, at(11h)));
}

TEST_CASE("a gap is scanned when it has settled and once more later, then never again",
          "[recovery]") {
  auto facts = quiet();
  facts.gaps = {{at(0min), at(30min)}};
  CHECK_FALSE(next_scan(facts, times, at(31min)));
  const auto first = next_scan(facts, times, at(32min));
  REQUIRE(first);
  CHECK(first->why == "gap");
  CHECK(first->from == at(0min) - 1h);
  CHECK(first->to == at(30min) + 1h);
  facts.scans.push_back(done(*first, at(32min)));
  CHECK_FALSE(next_scan(facts, times, at(40min)));
  const auto second = next_scan(facts, times, at(45min));
  REQUIRE(second);
  facts.scans.push_back(done(*second, at(45min)));
  CHECK_FALSE(next_scan(facts, times, at(3h)));
}

TEST_CASE("an open gap waits, and a scan of a part answers nothing", "[recovery]") {
  auto facts = quiet();
  facts.gaps = {{at(0min), std::nullopt}};
  CHECK_FALSE(next_scan(facts, times, at(3h)));
  facts.gaps.front().to = at(2h);
  facts.scans = {{at(1h), at(5h), at(3h)}};
  CHECK(next_scan(facts, times, at(3h)));
}

TEST_CASE("what is suspected comes first, and one scan takes gaps that overlap", "[recovery]") {
  auto facts = quiet();
  facts.gaps = {{at(0min), at(30min)}, {at(20min), at(50min)}, {at(4h), at(5h)}};
  facts.suspected = {{at(10min), at(12min)}};
  auto window = next_scan(facts, times, at(6h));
  REQUIRE(window);
  CHECK(window->why == "suspicion");
  facts.suspected.clear();
  window = next_scan(facts, times, at(5h) + 30min);
  REQUIRE(window);
  CHECK(window->to == at(50min) + 1h);
}

TEST_CASE("what the cloud forgot is not asked for", "[recovery]") {
  auto facts = quiet();
  const auto now = start + cloud_memory;
  facts.last_sweep = now;
  facts.gaps = {{at(-48h), at(-24h)}};
  CHECK_FALSE(next_scan(facts, times, now));
  facts.gaps = {{at(-24h), at(24h)}};
  const auto window = next_scan(facts, times, now);
  REQUIRE(window);
  CHECK(window->from == start);
}

TEST_CASE("a faster pace shortens all waiting", "[recovery]") {
  const auto fast = times.at_pace(60);
  CHECK(fast.catch_up == 2s);
  CHECK(fast.scan_again == 15s);
  CHECK(fast.sweep == 6min);
}

TEST_CASE("a gap loses what is older than the cloud and what the lock squeezed out", "[recovery]") {
  const span gap{at(0h), at(10h)};
  CHECK_FALSE(lost_of(gap, 494, at(1h), at(11h)));
  CHECK(lost_of(gap, 499, at(1h), at(11h)) == span{at(0h), at(1h)});
  CHECK(lost_of(gap, 500, at(1h), at(11h)) == span{at(0h), at(1h)});
  CHECK(lost_of(gap, 510, at(1h), at(11h)) == span{at(0h), at(1h)});
  CHECK_FALSE(lost_of(gap, 500, at(0h), at(11h)));
  CHECK(lost_of(gap, 3, at(1h), at(5h) + cloud_memory) == span{at(0h), at(5h)});
  CHECK(lost_of(gap, 0, std::nullopt, at(20h) + cloud_memory) == gap);
  CHECK_FALSE(lost_of({at(0h), std::nullopt}, 500, at(1h), at(11h)));
  // A gateway that went on reading.
  CHECK_FALSE(lost_of(gap, 900, at(1h), at(11h)));
}

TEST_CASE("whatever happened, scans that end well leave nothing to do", "[recovery][property]") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  for (int world = 0; world < 100; ++world) {
    recovery_facts facts;
    const auto now = at(24h * 8);
    for (auto n = random() % 8; n > 0; --n) {
      const auto from = at(std::chrono::minutes{random() % (24 * 60 * 8)});
      facts.gaps.push_back({from, from + std::chrono::minutes{random() % 600}});
    }
    for (auto n = random() % 4; n > 0; --n) {
      const auto from = at(std::chrono::minutes{random() % (24 * 60 * 7)});
      facts.suspected.push_back({from, from + 2min});
    }
    std::size_t scans = 0;
    while (const auto window = next_scan(facts, times, now)) {
      REQUIRE(++scans <= facts.gaps.size() + facts.suspected.size() + 1);
      CHECK(window->from < window->to);
      facts.scans.push_back(done(*window, now));
      if (window->why == "sweep")
        facts.last_sweep = now;
    }
    for (const auto& s : facts.suspected)
      CHECK(std::ranges::any_of(facts.scans, [&](const finished_scan& scan) {
        return scan.from <= s.from && *s.to <= scan.to;
      }));
  }
}
