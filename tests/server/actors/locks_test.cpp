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
  lock_world() : actor_world({}, true) {
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
    run();
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
  world.cloud.break_next("/v3/gateway/list");
  world.pass(15min);
  const auto& gaps = world.ledger.gap_changes;
  CHECK(std::ranges::any_of(gaps, [](const auto& gap) { return gap.source == "cloud" && gap.to; }));
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
