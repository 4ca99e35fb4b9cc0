#include "server/actors/sessions.hpp"

#include "shared/core/crypto.hpp"
#include "shared/protocol/limits.hpp"
#include "tests/server/actors/actor_world.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
namespace close_code = palang::protocol::close_code;

TEST_CASE("the same device again takes over, another does not", "[actors][sessions]") {
  actor_world world;
  world.run();
  const auto device = make_uuid_v7(world.clock.now());
  const auto token = world.make_token(protocol::role::attendant, device);
  const auto old = world.greet(token);
  const auto other =
      world.greet(world.make_token(protocol::role::attendant, make_uuid_v7(world.clock.now())));
  const auto now = world.greet(token);
  CHECK(world.network.links[old].close_code == close_code::taken_over);
  CHECK_FALSE(world.network.links[other].close_code);
  CHECK_FALSE(world.network.links[now].close_code);
  SECTION("and the old connection's end does not forget the new one") {
    world.tell(world.at().sessions, actors::connection_closed{old, close_code::taken_over});
    world.run();
    const auto third = world.greet(token);
    CHECK(world.network.links[now].close_code == close_code::taken_over);
    CHECK_FALSE(world.network.links[third].close_code);
  }
}

TEST_CASE("revoking users, devices and tokens ends their connections", "[actors][sessions]") {
  actor_world world;
  world.run();
  const auto device = make_uuid_v7(world.clock.now());
  const auto handheld = world.greet(world.make_token(protocol::role::attendant, device));
  const auto token = world.make_token();
  const auto user = world.ledger.tokens.at(crypto::to_hex(crypto::sha256_of(token))).who.user_id;
  const auto person = world.greet(token);
  const auto untouched = world.greet(world.make_token());
  world.ledger.on_commit = [&](ledger::committed& c) {
    c.revoked_devices = {device};
    c.revoked_users = {user};
  };
  world.receive(untouched, actor_world::make_submit());
  world.run();
  CHECK(world.network.links[handheld].close_code == close_code::forbidden);
  CHECK(world.network.links[person].close_code == close_code::unauthorized);
  CHECK_FALSE(world.network.links[untouched].close_code);
}

TEST_CASE("a log-out ends the token and its connections", "[actors][sessions]") {
  actor_world world;
  world.run();
  const auto token = world.make_token();
  const auto id = world.greet(token);
  const auto done = world.ask<actors::done>(world.at().auth, actors::logout{token});
  REQUIRE(done);
  CHECK(*done);
  CHECK(world.network.links[id].close_code == close_code::unauthorized);
  CHECK(world.network.links[world.greet(token)].close_code == close_code::unauthorized);
}

TEST_CASE("a session that fails takes its own connection along and no other",
          "[actors][sessions]") {
  actor_world world;
  world.run();
  const auto unlucky = world.greet(world.make_token());
  const auto lucky = world.greet(world.make_token());
  world.network.failing_sends = unlucky;
  world.receive(unlucky, protocol::ping{1});
  world.run();
  world.network.failing_sends = 0;
  world.receive(lucky, protocol::ping{2});
  world.receive(unlucky, protocol::ping{3});
  world.run();
  CHECK(world.network.links[unlucky].close_code == 1011);
  CHECK_FALSE(world.network.links[lucky].close_code);
  CHECK(world.network.last<protocol::pong>(lucky)->n == 2);
}

TEST_CASE("connections come and go without a trace", "[actors][sessions]") {
  actor_world world;
  world.run();
  const auto before = world.system.registry().running();
  for (int i = 0; i < 50; ++i) {
    const auto id = world.greet(world.make_token());
    world.tell(world.at().sessions, actors::connection_closed{id, 1000});
    world.run();
  }
  CHECK(world.system.registry().running() == before);
}

TEST_CASE("draining waits for what was taken and refuses what comes", "[actors][sessions]") {
  actor_world world;
  world.run();
  const auto id = world.greet(world.make_token());
  world.hold("store-writer");
  world.receive(id, actor_world::make_submit());
  world.run();
  caf::scoped_actor self{world.system, true};
  auto pending = self->request(world.at().sessions, 10s, actors::drain{});
  world.run();
  CHECK_FALSE(self->has_next_message());
  world.receive(id, actor_world::make_submit());
  world.run();
  world.release();
  world.run();
  CHECK(self->has_next_message());
  pending.receive([](actors::drained) {}, [](const caf::error&) { FAIL("no answer"); });
  CHECK(world.network.all<protocol::accepted>(id).size() == 1);
  CHECK(world.network.last<protocol::rejected>(id)->why.code == errc::shutting_down);
}
