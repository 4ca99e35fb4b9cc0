#include "mobile/core/linkmachine.h"

#include "shared/protocol/limits.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace std::chrono_literals;
using Action = LinkMachine::Action;
using Phase = LinkMachine::Phase;

namespace {

constexpr std::uint16_t abnormal = 1006;

/// Takes a machine to Greeted at `now`.
void greet(LinkMachine& machine, milliseconds now, milliseconds heartbeat = 10s) {
  REQUIRE(machine.socketOpened(now) == Action::Greet);
  REQUIRE(machine.welcomed(now, heartbeat, 5s) == Action::Ping);
  machine.ponged(machine.pingNumber());
}

[[nodiscard]] LinkMachine greeted(std::uint32_t seed = 1) {
  LinkMachine machine{seed};
  REQUIRE(machine.open(0ms) == Action::Connect);
  greet(machine, 0ms);
  return machine;
}

/// Lets the wait pass and returns when the machine connects again.
[[nodiscard]] milliseconds nextTry(LinkMachine& machine) {
  REQUIRE(machine.phase() == Phase::Waiting);
  const auto due = machine.deadline().value();
  CHECK(machine.tick(due - 1ms) == Action::None);
  CHECK(machine.tick(due) == Action::Connect);
  return due;
}

/// The longest wait of a hundred machines that failed `failures` times before.
[[nodiscard]] milliseconds longestWait(int failures) {
  milliseconds longest{0};
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    LinkMachine machine{seed};
    REQUIRE(machine.open(0ms) == Action::Connect);
    milliseconds now{0};
    for (int i = 0; i < failures; ++i) {
      machine.closed(now, abnormal);
      now = nextTry(machine);
    }
    machine.closed(now, abnormal);
    longest = std::max(longest, machine.deadline().value() - now);
  }
  return longest;
}

} // namespace

TEST_CASE("a link connects, greets and pings at once", "[linkmachine]") {
  LinkMachine machine{1};
  CHECK_FALSE(machine.deadline());
  CHECK(machine.open(0ms) == Action::Connect);
  CHECK(machine.phase() == Phase::Opening);
  CHECK(machine.socketOpened(20ms) == Action::Greet);
  CHECK(machine.welcomed(40ms, 10s, 5s) == Action::Ping);
  CHECK(machine.phase() == Phase::Greeted);
}

TEST_CASE("a link whose pongs come pings every heartbeat", "[linkmachine]") {
  auto machine = greeted();
  for (auto now = 10s; now <= 60s; now += 10s) {
    REQUIRE(machine.deadline() == now);
    CHECK(machine.tick(now - 1ms) == Action::None);
    CHECK(machine.tick(now) == Action::Ping);
    machine.heard(now + 5ms);
    machine.ponged(machine.pingNumber());
  }
}

TEST_CASE("a link without a pong and without a frame is dropped after ten seconds",
          "[linkmachine]") {
  auto machine = greeted();
  REQUIRE(machine.tick(10s) == Action::Ping);
  CHECK(machine.tick(20s - 1ms) == Action::None);
  CHECK(machine.tick(20s) == Action::Drop);
  CHECK(machine.phase() == Phase::Waiting);
}

TEST_CASE("a pong that waits behind a long replay does not break the link", "[linkmachine]") {
  auto machine = greeted();
  REQUIRE(machine.tick(10s) == Action::Ping);
  for (auto now = 11s; now < 39s; now += 1s) {
    machine.heard(now);
    CHECK(machine.tick(now) != Action::Drop);
  }
  SECTION("but not for ever") {
    CHECK(machine.tick(40s) == Action::Drop);
  }
  SECTION("and once it came the link lives on") {
    machine.ponged(machine.pingNumber());
    CHECK(machine.tick(40s) == Action::Ping);
  }
}

TEST_CASE("a late pong of an earlier ping proves nothing", "[linkmachine]") {
  auto machine = greeted();
  REQUIRE(machine.tick(10s) == Action::Ping);
  const auto first = machine.pingNumber();
  machine.heard(19s);
  REQUIRE(machine.tick(20s) == Action::Ping);
  machine.ponged(first);
  CHECK(machine.tick(30s) == Action::Drop);
}

TEST_CASE("a link that slept through its deadlines is dropped on waking", "[linkmachine]") {
  auto machine = greeted();
  REQUIRE(machine.tick(10s) == Action::Ping);
  CHECK(machine.tick(8h) == Action::Drop);
}

TEST_CASE("a connection or a greeting that takes too long is given up", "[linkmachine]") {
  LinkMachine machine{1};
  REQUIRE(machine.open(0ms) == Action::Connect);
  SECTION("no socket") {
    CHECK(machine.tick(10s - 1ms) == Action::None);
    CHECK(machine.tick(10s) == Action::Drop);
  }
  SECTION("no welcome") {
    REQUIRE(machine.socketOpened(4s) == Action::Greet);
    CHECK(machine.tick(14s - 1ms) == Action::None);
    CHECK(machine.tick(14s) == Action::Drop);
  }
  CHECK(machine.phase() == Phase::Waiting);
}

TEST_CASE("the back-off is jittered from the first try and doubles from half a second to thirty",
          "[linkmachine]") {
  CHECK(longestWait(0) <= 500ms);
  CHECK(longestWait(0) > 400ms);
  CHECK(longestWait(1) <= 1s);
  CHECK(longestWait(1) > 800ms);
  CHECK(longestWait(3) <= 4s);
  CHECK(longestWait(3) > 3s);
  CHECK(longestWait(9) <= 30s);
  CHECK(longestWait(9) > 24s);
}

TEST_CASE("a welcome alone does not reset the back-off, a sync does", "[linkmachine]") {
  const auto longestAfterSix = [](bool isHealthy) {
    milliseconds longest{0};
    for (std::uint32_t seed = 1; seed <= 50; ++seed) {
      auto machine = greeted(seed);
      milliseconds now{0};
      for (int i = 0; i < 6; ++i) {
        machine.closed(now, abnormal);
        now = nextTry(machine);
        greet(machine, now);
      }
      if (isHealthy)
        machine.confirmHealthy();
      machine.closed(now, abnormal);
      longest = std::max(longest, machine.deadline().value() - now);
    }
    return longest;
  };
  CHECK(longestAfterSix(false) > 10s);
  CHECK(longestAfterSix(true) <= 500ms);
}

TEST_CASE("a stopping server spreads its clients over the window it told", "[linkmachine]") {
  milliseconds longest{0};
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    auto machine = greeted(seed);
    machine.confirmHealthy();
    machine.closed(0ms, protocol::close_code::going_away);
    longest = std::max(longest, machine.deadline().value());
  }
  CHECK(longest > 4s);
  CHECK(longest <= 5s);
}

TEST_CASE("a refusal that needs a person parks the link until asked", "[linkmachine]") {
  const auto code = GENERATE(protocol::close_code::unauthorized, protocol::close_code::forbidden,
                             protocol::close_code::taken_over);
  auto machine = greeted();
  machine.closed(1s, code);
  CHECK(machine.phase() == Phase::Parked);
  CHECK_FALSE(machine.deadline());
  CHECK(machine.networkBack(2s) == Action::None);
  CHECK(machine.checkNow(3s) == Action::Connect);
}

TEST_CASE("other closes lead to another try", "[linkmachine]") {
  const auto code =
      GENERATE(as<std::uint16_t>{}, protocol::close_code::going_away,
               protocol::close_code::not_text, protocol::close_code::too_large,
               protocol::close_code::bad_message, protocol::close_code::no_hello,
               protocol::close_code::too_many, protocol::close_code::too_slow, 1000, abnormal);
  auto machine = greeted();
  machine.closed(1s, code);
  CHECK(machine.phase() == Phase::Waiting);
}

TEST_CASE("a client that sent too much waits as after many failures", "[linkmachine]") {
  milliseconds longest{0};
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    auto machine = greeted(seed);
    machine.closed(0ms, protocol::close_code::too_many);
    longest = std::max(longest, machine.deadline().value());
  }
  CHECK(longest > 15s);
}

TEST_CASE("the network's return tries at once but keeps the back-off, a person clears it",
          "[linkmachine]") {
  milliseconds afterNetwork{0};
  milliseconds afterPerson{0};
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    auto machine = greeted(seed);
    milliseconds now{0};
    for (int i = 0; i < 6; ++i) {
      machine.closed(now, abnormal);
      REQUIRE(machine.networkBack(now) == Action::Connect);
    }
    machine.closed(now, abnormal);
    afterNetwork = std::max(afterNetwork, machine.deadline().value() - now);
    REQUIRE(machine.checkNow(now) == Action::Connect);
    machine.closed(now, abnormal);
    afterPerson = std::max(afterPerson, machine.deadline().value() - now);
  }
  CHECK(afterNetwork > 15s);
  CHECK(afterPerson <= 500ms);
}

TEST_CASE("a check while connected pings at once", "[linkmachine]") {
  auto machine = greeted();
  const auto before = machine.pingNumber();
  CHECK(machine.checkNow(3s) == Action::Ping);
  CHECK(machine.pingNumber() == before + 1);
  CHECK(machine.tick(13s) == Action::Drop);
}

TEST_CASE("a closed link stays closed", "[linkmachine]") {
  auto machine = greeted();
  machine.close();
  CHECK_FALSE(machine.deadline());
  machine.closed(1s, abnormal);
  CHECK(machine.phase() == Phase::Idle);
  CHECK(machine.checkNow(2s) == Action::None);
  CHECK(machine.tick(1h) == Action::None);
}
