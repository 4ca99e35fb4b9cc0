#include "server/actors/keeper.hpp"

#include "server/config/defaults.hpp"
#include "tests/server/actors/actor_world.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

/// Adds one, and fails at zero.
caf::behavior adder(caf::event_based_actor*) {
  return {[](int n) {
    if (n == 0)
      throw std::runtime_error("a defect");
    return n + 1;
  }};
}

struct kept {
  explicit kept(actor_world& w) : world{w} {
    actors::kept_role role;
    role.name = "adder";
    role.spawn = [this](caf::event_based_actor* keeper) {
      ++starts;
      return keeper->spawn<caf::linked>(adder);
    };
    role.give_up = [this](const std::string& name, const std::string&) { gave_up = name; };
    handle = world.system.spawn(actors::keeper, role, &world.clock, &world.meters);
    caf::anon_send(handle, actors::start_now{});
    world.run();
  }
  ~kept() {
    caf::anon_send_exit(handle, caf::exit_reason::user_shutdown);
    world.run();
  }

  std::optional<int> ask(int n) { return world.ask<int>(handle, n); }

  actor_world& world;
  caf::actor handle;
  int starts = 0;
  std::string gave_up;
};

} // namespace

TEST_CASE("a keeper's handle stays good when the actor behind it failed", "[actors][keeper]") {
  actor_world world;
  kept adders{world};
  CHECK(adders.ask(1) == 2);
  CHECK_FALSE(adders.ask(0));
  CHECK_FALSE(adders.ask(1));
  world.pass(100ms);
  CHECK(adders.ask(1) == 2);
  CHECK(adders.starts == 2);
}

TEST_CASE("a keeper waits longer after each failure and gives up after five", "[actors][keeper]") {
  actor_world world;
  kept adders{world};
  for (const auto wait : {100ms, 200ms, 400ms, 800ms}) {
    CHECK_FALSE(adders.ask(0));
    world.pass(wait - 50ms);
    CHECK_FALSE(adders.ask(1));
    world.pass(50ms);
    CHECK(adders.ask(1) == 2);
  }
  CHECK(adders.gave_up.empty());
  CHECK_FALSE(adders.ask(0));
  CHECK(adders.gave_up == "adder");
}

TEST_CASE("failures that lie far apart never make a keeper give up", "[actors][keeper]") {
  actor_world world;
  kept adders{world};
  for (int i = 0; i < 12; ++i) {
    CHECK_FALSE(adders.ask(0));
    world.pass(100ms);
    world.clock.advance(31s);
    CHECK(adders.ask(1) == 2);
  }
  CHECK(adders.gave_up.empty());
}

TEST_CASE("a part that keeps failing ends the server with a last line that names it",
          "[actors][root]") {
  actor_world world;
  world.run();
  const auto worker = world.greet(world.make_token());
  world.network.failing_publishes = 1000;
  for (int i = 0; i < 40 && world.last_line.empty(); ++i) {
    world.receive(worker, actor_world::make_submit());
    world.pass(1s);
  }
  CHECK(world.last_line.find("journal keeps failing") != std::string::npos);
}
