#include "server/actors/locks.hpp"

#include "server/domain/recovery_plan.hpp"
#include "tests/server/actors/actor_world.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::command_state;

namespace {

constexpr auto busy = R"({"errcode":-3003,"errmsg":"The gateway is busy."})";
constexpr auto offline = R"({"errcode":-3002,"errmsg":"The gateway is offline."})";

/// Two locks behind one gateway, known to the cloud; gate in-1 has the first.
struct lock_world : actor_world {
  explicit lock_world(
      const std::function<void(fake_ledger&, instant)>& before = [](fake_ledger&, instant) {},
      int token_seconds = 7'776'000)
      : actor_world({}, true) {
    cloud.token_seconds = token_seconds;
    for (const auto* id : {"1", "2"}) {
      storage::stored_lock lock;
      lock.id = id;
      lock.discovered_at = clock.now();
      lock.clock_measured_at = clock.now();
      ledger.lock_facts.locks.push_back(lock);
      ledger.lock_facts.links.push_back({id, "9", -60, clock.now()});
    }
    ledger.lock_facts.gateways.push_back({"9", "G", "", "", true, clock.now(), clock.now(), 0});
    // Swept a while ago: nothing is due by itself.
    for (const auto* id : {"1", "2"}) {
      storage::stored_scan swept;
      swept.lock_id = id;
      swept.why = "sweep";
      swept.started_at = clock.now() - 2h;
      swept.from = clock.now() - 72h;
      swept.to = clock.now() + 1h;
      swept.state = storage::scan_state::done;
      ledger.lock_facts.done_scans.push_back(swept);
    }
    protocol::gate_config gate;
    gate.id = "in-1";
    gate.lock_id = "1";
    ledger.config.document.gates.push_back(gate);
    before(ledger, clock.now());
    run();
  }

  std::vector<ledger::gap_change> cloud_gaps() {
    auto out = ledger.gap_changes;
    std::erase_if(out, [](const auto& gap) { return gap.source != "cloud"; });
    return out;
  }

  protocol::gate_command command() {
    protocol::gate_command c;
    c.id = make_uuid_v7(clock.now());
    c.gate_id = "in-1";
    c.requested_at = clock.now();
    c.expires_at = clock.now() + 10s;
    return c;
  }

  protocol::gate_command carried_out() {
    const auto c = command();
    tell(at().gates, actors::carry_out{c});
    run();
    return c;
  }

  command_state state_of(const protocol::gate_command& c) {
    return ledger.open_commands[c.id].state;
  }
};

} // namespace

TEST_CASE("an opening goes to the gate's lock and is confirmed by its answer", "[actors][locks]") {
  lock_world world;
  const auto c = world.carried_out();
  CHECK(world.cloud.count("/v3/lock/unlock") == 1);
  CHECK(world.state_of(c) == command_state::confirmed);
}

TEST_CASE("a busy gateway is asked again until the opening expires", "[actors][locks]") {
  lock_world world;
  world.cloud.answer_next("/v3/lock/unlock", busy);
  SECTION("and then it opens") {
    const auto c = world.carried_out();
    world.pass(4s);
    CHECK(world.cloud.count("/v3/lock/unlock") == 2);
    CHECK(world.state_of(c) == command_state::confirmed);
  }
  SECTION("or it has failed, and nothing is sent later") {
    for (int i = 0; i < 9; ++i)
      world.cloud.answer_next("/v3/lock/unlock", busy);
    const auto c = world.carried_out();
    world.pass(30s);
    CHECK(world.cloud.count("/v3/lock/unlock") <= 4);
    CHECK(world.state_of(c) == command_state::failed);
  }
}

TEST_CASE("what the cloud refuses is told in words", "[actors][locks]") {
  lock_world world;
  world.cloud.answer_next("/v3/lock/unlock", offline);
  const auto c = world.carried_out();
  CHECK(world.state_of(c) == command_state::failed);
  CHECK_FALSE(world.ledger.open_commands[c.id].detail.empty());
}

TEST_CASE("an opening whose answer was lost is never sent again: the lock is asked",
          "[actors][locks]") {
  lock_world world;
  world.cloud.break_next("/v3/lock/unlock");
  world.cloud.answer_next("/v3/lock/queryOpenState", R"({"state":1})");
  const auto c = world.carried_out();
  CHECK(world.state_of(c) == command_state::unknown);
  world.pass(6s);
  CHECK(world.cloud.count("/v3/lock/unlock") == 1);
  CHECK(world.state_of(c) == command_state::confirmed);
}

TEST_CASE("an opening that was sent before a restart is unknown after it", "[actors][locks]") {
  lock_world world;
  auto c = world.command();
  c.state = command_state::sent;
  world.ledger.open_commands[c.id] = c;
  world.tell(world.at().gates, actors::rebuild{});
  world.run();
  CHECK(world.cloud.count("/v3/lock/unlock") == 0);
  CHECK(world.state_of(c) == command_state::unknown);
}

TEST_CASE("an opening is written as sent before it is", "[actors][locks]") {
  lock_world world;
  world.ledger.is_down = true;
  const auto c = world.command();
  world.tell(world.at().gates, actors::carry_out{c});
  world.pass(3s);
  CHECK(world.cloud.count("/v3/lock/unlock") == 0);
  world.ledger.is_down = false;
  world.pass(3s);
  CHECK(world.cloud.count("/v3/lock/unlock") == 1);
}

TEST_CASE("a gap is scanned page by page, each written before the next is asked for",
          "[actors][locks]") {
  lock_world world;
  const auto now = world.clock.now();
  world.ledger.lock_facts.gaps.push_back({1, "gateway/9", now - 1h, now - 30min});
  world.cloud.answer_next(
      "/v3/lockRecord/list",
      R"({"list":[{"recordId":1,"lockId":1,"recordTypeFromLock":17,"recordType":7,"success":1,"username":"A","lockDate":1616674054000,"serverDate":1616674056000}],"pageNo":1,"pageSize":200,"pages":2,"total":201})");
  world.cloud.answer_next("/v3/lockRecord/list",
                          R"({"list":[],"pageNo":2,"pageSize":200,"pages":2,"total":201})");
  world.pass(20s);
  const auto& steps = world.ledger.scan_steps;
  const auto first = std::ranges::find_if(steps, [](const auto& s) { return !s.records.empty(); });
  REQUIRE(first != steps.end());
  CHECK_FALSE(first->is_last);
  const auto second = std::find_if(std::next(first), steps.end(),
                                   [&](const auto& s) { return s.scan == first->scan; });
  REQUIRE(second != steps.end());
  CHECK(second->is_last);
}

TEST_CASE("what the cloud lists is written, and a lost cloud is a gap", "[actors][locks]") {
  lock_world world;
  REQUIRE_FALSE(world.ledger.discoveries.empty());
  const auto met_at = world.clock.now();
  world.clock.advance(1min);
  world.cloud.break_next("/v3/gateway/list");
  world.pass(15min);
  const auto gaps = world.cloud_gaps();
  REQUIRE(gaps.size() == 2);
  // Known as soon as it begins, from when the cloud last answered.
  CHECK(gaps[0].from == met_at);
  CHECK_FALSE(gaps[0].to);
  CHECK(gaps[1].from == met_at);
  CHECK(gaps[1].to > met_at + 1min);
}

TEST_CASE("a cloud that only an opening, a clock or a page missed leaves a gap, too",
          "[actors][locks]") {
  lock_world world;
  SECTION("an opening") {
    world.cloud.break_next("/v3/lock/unlock");
    world.carried_out();
  }
  SECTION("a page") {
    const auto now = world.clock.now();
    world.ledger.lock_facts.gaps.push_back({1, "gateway/9", now - 1h, now - 30min});
    world.cloud.break_next("/v3/lockRecord/list");
    world.pass(16s);
  }
  SECTION("a clock") {
    world.ledger.lock_facts.locks.front().clock_measured_at.reset();
    world.cloud.break_next("/v3/lock/queryDate");
    world.pass(16s);
  }
  world.pass(3min);
  const auto gaps = world.cloud_gaps();
  REQUIRE(gaps.size() >= 2);
  CHECK_FALSE(gaps[0].to);
  CHECK(gaps[1].to);
}

TEST_CASE("an absence of the cloud that the process before this saw begin ends with its first "
          "answer",
          "[actors][locks]") {
  lock_world world{[](fake_ledger& ledger, instant now) {
    ledger.lock_facts.gaps.push_back({1, "cloud", now - 2h, std::nullopt});
  }};
  const auto gaps = world.cloud_gaps();
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].from == world.clock.now() - 2h);
  CHECK(gaps[0].to);
}

TEST_CASE("a gap that could not be written is written when the database is back",
          "[actors][locks]") {
  lock_world world;
  world.ledger.is_down = true;
  world.tell(world.at().locks, actors::cloud_met{true, world.clock.now()});
  world.pass(1s);
  world.tell(world.at().locks, actors::cloud_met{false, world.clock.now()});
  world.pass(1min);
  CHECK(world.cloud_gaps().empty());
  world.ledger.is_down = false;
  world.pass(1min);
  const auto gaps = world.cloud_gaps();
  REQUIRE(gaps.size() == 2);
  CHECK(gaps[1].to);
}

TEST_CASE("a clock that could not be read is read again soon, then ever more rarely",
          "[actors][locks]") {
  lock_world world;
  world.ledger.lock_facts.locks.front().clock_measured_at.reset();
  const std::size_t failures = 3;
  for (std::size_t i = 0; i < failures; ++i)
    world.cloud.answer_next("/v3/lock/queryDate", offline);
  const auto shown = std::to_string(to_ms(world.clock.now()));
  const auto asked = [&] { return world.cloud.count("/v3/lock/queryDate"); };
  world.pass(20s);
  CHECK(asked() == 1);
  for (const auto& [wait, count] : {std::pair{16min, 2U}, {31min, 3U}, {59min, 3U}}) {
    world.clock.advance(wait - 20s);
    world.pass(20s);
    CHECK(asked() == count);
  }
  CHECK(world.ledger.readings.empty());
  world.cloud.answer_next("/v3/lock/queryDate", R"({"date":)" + shown + "}");
  world.clock.advance(2min);
  world.pass(20s);
  CHECK(asked() >= 4);
  CHECK_FALSE(world.ledger.readings.empty());
}

TEST_CASE("a clock is set when it is more than half a minute off", "[actors][locks]") {
  lock_world world;
  const auto now = world.clock.now();
  const milliseconds offset = GENERATE(29s, -29s, 31s, -31s);
  world.ledger.lock_facts.locks.front().clock_measured_at.reset();
  world.cloud.answer_next("/v3/lock/queryDate",
                          R"({"date":)" + std::to_string(to_ms(now + 15s + offset)) + "}");
  world.cloud.answer_next("/v3/lock/updateDate",
                          R"({"date":)" + std::to_string(to_ms(now + 15s)) + "}");
  world.pass(16s);
  REQUIRE_FALSE(world.ledger.readings.empty());
  CHECK(world.cloud.count("/v3/lock/updateDate") == (std::chrono::abs(offset) > 30s ? 1 : 0));
}

TEST_CASE("a token is renewed ahead of time, with nobody waiting for it", "[actors][locks]") {
  lock_world world{[](fake_ledger&, instant) {}, 100 * 60};
  const auto renewed = [&] { return world.cloud.count("/oauth2/token"); };
  REQUIRE(renewed() == 1);
  world.clock.advance(80min);
  world.pass(20s);
  CHECK(renewed() == 1);
  world.clock.advance(11min);
  world.pass(20s);
  CHECK(renewed() == 2);
}

TEST_CASE("a cloud that is away is asked ever more rarely: failed calls cost, too",
          "[actors][locks]") {
  lock_world world;
  const auto now = world.clock.now();
  world.ledger.lock_facts.gaps.push_back({1, "gateway/9", now - 1h, now - 30min});
  for (int i = 0; i < 100; ++i) {
    world.cloud.break_next("/v3/lockRecord/list");
    world.cloud.break_next("/v3/gateway/list");
  }
  world.pass(20min);
  CHECK(world.cloud.count("/v3/lockRecord/list") <= 2 * 8);
  CHECK(world.cloud.count("/v3/gateway/list") <= 10);
}

TEST_CASE("while the database was away nobody heard the locks", "[actors][locks]") {
  lock_world world;
  world.ledger.is_down = true;
  world.pass(5s);
  world.ledger.is_down = false;
  world.pass(5s);
  const auto& gaps = world.ledger.gap_changes;
  const auto found = std::ranges::find(gaps, std::string{"database"}, &ledger::gap_change::source);
  REQUIRE(found != gaps.end());
  CHECK(found->to);
}
