#include "server/actors/gates.hpp"

#include "tests/server/actors/actor_world.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

protocol::gate_command command_for(const actor_world& world) {
  protocol::gate_command c;
  c.id = make_uuid_v7(world.clock.now());
  c.gate_id = "in-1";
  c.requested_at = world.clock.now();
  c.expires_at = world.clock.now() + 10s;
  return c;
}

} // namespace

TEST_CASE("an opening of a gate without a lock fails, and says why", "[actors][gates]") {
  actor_world world;
  world.run();
  const auto c = command_for(world);
  world.tell(world.at().gates, actors::carry_out{c});
  world.run();
  CHECK(world.ledger.open_commands[c.id].state == protocol::command_state::failed);
  CHECK(world.ledger.open_commands[c.id].detail.find("no lock bound to this gate")
        != std::string::npos);
}

TEST_CASE("an outcome is written once the database is back", "[actors][gates]") {
  actor_world world;
  world.run();
  const auto c = command_for(world);
  world.ledger.is_down = true;
  world.tell(world.at().gates, actors::carry_out{c});
  world.pass(3s);
  CHECK_FALSE(world.ledger.open_commands.contains(c.id));
  world.ledger.is_down = false;
  SECTION("in time") {
    world.pass(2s);
    CHECK(world.ledger.open_commands[c.id].state == protocol::command_state::failed);
  }
  SECTION("or as expired") {
    world.clock.advance(10s);
    world.pass(2s);
    CHECK(world.ledger.open_commands[c.id].state == protocol::command_state::expired);
  }
}

TEST_CASE("openings that a restart left open are brought to an outcome", "[actors][gates]") {
  actor_world world;
  const auto c = command_for(world);
  world.ledger.open_commands[c.id] = c;
  world.run();
  CHECK(world.ledger.open_commands[c.id].state == protocol::command_state::failed);
}
