#include "server/actors/session.hpp"

#include "server/config/defaults.hpp"
#include "shared/protocol/limits.hpp"
#include "tests/server/actors/actor_world.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
namespace close_code = palang::protocol::close_code;

namespace {

protocol::client_message find_query() {
  protocol::query q;
  q.id = "q1";
  q.data = protocol::session_find{};
  return q;
}

std::vector<uuid> answered_ids(const fake_network::link& link) {
  std::vector<uuid> ids;
  for (const auto& message : link.sent)
    if (const auto* yes = std::get_if<protocol::accepted>(&message))
      ids.push_back(yes->id);
    else if (const auto* no = std::get_if<protocol::rejected>(&message))
      ids.push_back(no->id);
  return ids;
}

protocol::submit user_with_password() {
  auto s = actor_world::make_submit();
  protocol::user_set_data d;
  d.username = "tono";
  d.password = "a long password";
  s.data = d;
  return s;
}

actors::frame_received unreadable(actors::connection_id from) {
  protocol::decode_failure failure;
  failure.why = {errc::bad_message, "no type", "type"};
  return {from, tl::unexpected(failure)};
}

} // namespace

TEST_CASE("a welcome tells where the server is", "[actors][session]") {
  actor_world world;
  world.ledger.append();
  world.run();
  const auto id = world.greet(world.make_token());
  const auto welcome = world.network.last<protocol::welcome>(id);
  REQUIRE(welcome);
  CHECK(welcome->epoch == "epoch-1");
  CHECK(welcome->seq == 1);
  CHECK(welcome->oldest_seq == 1);
  CHECK(welcome->config_version == 7);
  CHECK_FALSE(welcome->is_resumed);
  CHECK(welcome->is_db_up);
  CHECK(world.network.greeted.contains(id));
}

TEST_CASE("a resume is refused when the history or the position is another", "[actors][session]") {
  actor_world world;
  world.ledger.append();
  world.run();
  const auto resumed = [&](const std::string& epoch, std::int64_t seq) {
    const auto id = world.greet(world.make_token(), protocol::resume_point{epoch, seq});
    return world.network.last<protocol::welcome>(id)->is_resumed;
  };
  CHECK(resumed("epoch-1", 0));
  CHECK(resumed("epoch-1", 1));
  CHECK_FALSE(resumed("epoch-1", 2));
  CHECK_FALSE(resumed("epoch-1", -1));
  CHECK_FALSE(resumed("epoch-0", 1));
}

TEST_CASE("who says no hello within five seconds is closed", "[actors][session]") {
  actor_world world;
  world.run();
  const auto id = world.open();
  world.pass(4950ms);
  CHECK_FALSE(world.network.links[id].close_code);
  world.pass(100ms);
  CHECK(world.network.links[id].close_code == close_code::no_hello);
}

TEST_CASE("a hello is refused by its token, its topics, its role", "[actors][session]") {
  actor_world world;
  world.run();
  const auto code_of = [&](actors::connection_id id) { return world.network.links[id].close_code; };
  CHECK(code_of(world.greet("no such token")) == close_code::unauthorized);
  const auto token = world.make_token();
  const auto unknown = world.greet(token, {}, {"session", "weather"});
  CHECK(code_of(unknown) == close_code::bad_message);
  CHECK(world.network.last<protocol::error_message>(unknown)->why.message.find("weather")
        != std::string::npos);
  CHECK(code_of(world.greet(token, {}, {"session", "alert"})) == close_code::forbidden);
  CHECK_FALSE(code_of(world.greet(world.make_token(protocol::role::supervisor), {}, {"alert"})));
  world.clock.advance(17h);
  CHECK(code_of(world.greet(token)) == close_code::unauthorized);
}

TEST_CASE("a token that runs out ends the connection", "[actors][session]") {
  actor_world world;
  world.run();
  const auto token = world.make_token();
  for (auto& [hash, grant] : world.ledger.tokens)
    grant.expires_at = world.clock.now() + 150s;
  const auto id = world.greet(token);
  world.pass(149s);
  CHECK_FALSE(world.network.links[id].close_code);
  world.pass(2s);
  CHECK(world.network.links[id].close_code == close_code::unauthorized);
}

TEST_CASE("what is sent before the welcome waits for it", "[actors][session]") {
  actor_world world;
  world.run();
  const auto id = world.open();
  protocol::hello h;
  h.token = world.make_token();
  world.receive(id, h);
  const auto s = actor_world::make_submit();
  world.receive(id, s);
  world.run();
  REQUIRE(world.network.links[id].sent.size() == 2);
  CHECK(std::holds_alternative<protocol::welcome>(world.network.links[id].sent[0]));
  CHECK(std::get<protocol::accepted>(world.network.links[id].sent[1]).id == s.id);
}

TEST_CASE("nothing but ping is taken without a hello", "[actors][session]") {
  actor_world world;
  world.run();
  const auto id = world.open();
  world.receive(id, protocol::ping{5});
  world.receive(id, actor_world::make_submit());
  world.receive(id, find_query());
  world.run();
  CHECK(world.network.last<protocol::pong>(id)->n == 5);
  CHECK(world.network.all<protocol::error_message>(id).size() == 2);
  CHECK(world.ledger.batch_sizes.empty());
}

TEST_CASE("submissions are answered in the order sent, whatever takes longer",
          "[actors][session]") {
  actor_world world;
  world.run();
  const auto id = world.greet(world.make_token(protocol::role::admin));
  const auto slow = user_with_password();
  const auto quick = actor_world::make_submit();
  world.hold("store-writer");
  world.receive(id, slow);
  world.receive(id, quick);
  world.run();
  world.release();
  world.run();
  CHECK(answered_ids(world.network.links[id]) == std::vector{slow.id, quick.id});
}

TEST_CASE("a password reaches the ledger as its hash, the same each time", "[actors][session]") {
  actor_world world;
  world.run();
  const auto id = world.greet(world.make_token(protocol::role::admin));
  const auto s = user_with_password();
  const auto stored = [&] {
    world.receive(id, s);
    world.run();
    return *std::get<protocol::user_set_data>(world.ledger.contents.at(s.id).data).password;
  };
  const auto first = stored();
  CHECK(first.starts_with("$argon2id$"));
  world.ledger.answered.clear();
  CHECK(stored() == first);
}

TEST_CASE("the sixty-fifth unanswered submission is refused as busy", "[actors][session]") {
  actor_world world;
  world.run();
  const auto id = world.greet(world.make_token());
  world.hold("store-writer");
  std::vector<uuid> sent;
  for (int i = 0; i < 66; ++i) {
    const auto s = actor_world::make_submit();
    sent.push_back(s.id);
    world.receive(id, s);
  }
  world.run();
  CHECK(answered_ids(world.network.links[id]).empty());
  world.release();
  world.run();
  CHECK(answered_ids(world.network.links[id]) == sent);
  const auto refused = world.network.all<protocol::rejected>(id);
  REQUIRE(refused.size() == 2);
  CHECK(refused[0].why.code == errc::busy);
}

TEST_CASE("a store that hangs costs a retryable refusal within a second, and no second answer",
          "[actors][session]") {
  actor_world world;
  world.run();
  const auto id = world.greet(world.make_token());
  world.hold("store-writer");
  const auto s = actor_world::make_submit();
  world.receive(id, s);
  world.pass(850ms);
  CHECK(answered_ids(world.network.links[id]).empty());
  world.pass(100ms);
  const auto refused = world.network.last<protocol::rejected>(id);
  REQUIRE(refused);
  CHECK(refused->why.code == errc::db_unavailable);
  world.release();
  world.pass(2s);
  CHECK(answered_ids(world.network.links[id]).size() == 1);
  world.receive(id, s);
  world.run();
  CHECK(world.network.last<protocol::accepted>(id)->is_duplicate);
}

TEST_CASE("who is greeted while the database is down knows it, whichever comes first",
          "[actors][session]") {
  actor_world world;
  world.run();
  const auto token = world.make_token();
  world.greet(token); // The token is known now without the database.
  SECTION("down long since") {
    world.ledger.is_down = true;
    world.pass(1100ms);
    const auto id = world.greet(token);
    CHECK_FALSE(world.network.last<protocol::welcome>(id)->is_db_up);
  }
  SECTION("down while the hello is looked at") {
    const auto id = world.greet(token);
    REQUIRE(world.network.last<protocol::welcome>(id)->is_db_up);
    // Told to everybody just before this client was greeted, and to its session just after.
    world.tell(world.at().sessions, actors::db_status{false, world.clock.now(), "gone"});
    world.run();
    const auto told = world.network.last<protocol::status>(id);
    REQUIRE(told);
    CHECK_FALSE(told->is_db_up);
  }
}

TEST_CASE("while the database is down, submissions and queries are refused and pings answered",
          "[actors][session]") {
  actor_world world;
  world.run();
  const auto id = world.greet(world.make_token());
  world.ledger.is_down = true;
  world.pass(1100ms);
  REQUIRE_FALSE(world.network.statuses.empty());
  CHECK_FALSE(world.network.statuses.back().is_db_up);
  world.receive(id, actor_world::make_submit());
  world.receive(id, find_query());
  world.receive(id, protocol::ping{1});
  world.run();
  CHECK(world.network.last<protocol::rejected>(id)->why.code == errc::db_unavailable);
  CHECK(world.network.last<protocol::error_message>(id)->why.code == errc::db_unavailable);
  CHECK_FALSE(world.network.last<protocol::pong>(id)->is_db_up);
  world.ledger.is_down = false;
  world.pass(600ms);
  CHECK(world.network.statuses.back().is_db_up);
  world.receive(id, actor_world::make_submit());
  world.receive(id, find_query());
  world.run();
  CHECK(world.network.last<protocol::accepted>(id));
  CHECK(world.network.last<protocol::query_result>(id));
}

TEST_CASE("a query above the role is refused", "[actors][session]") {
  actor_world world;
  world.run();
  const auto id = world.greet(world.make_token());
  protocol::query q;
  q.id = "a";
  q.data = protocol::audit_list{};
  world.receive(id, q);
  world.run();
  const auto refused = world.network.last<protocol::error_message>(id);
  REQUIRE(refused);
  CHECK(refused->id == "a");
  CHECK(refused->why.code == errc::forbidden);
}

TEST_CASE("the tenth unreadable frame within a minute closes", "[actors][session]") {
  actor_world world;
  world.run();
  const auto id = world.greet(world.make_token());
  const auto send_bad = [&](int count) {
    for (int i = 0; i < count; ++i)
      world.tell(world.at().sessions, unreadable(id));
    world.run();
  };
  send_bad(9);
  CHECK_FALSE(world.network.links[id].close_code);
  SECTION("at once") {
    send_bad(1);
    CHECK(world.network.links[id].close_code == close_code::bad_message);
  }
  SECTION("but not when the others are older") {
    world.clock.advance(61s);
    send_bad(1);
    CHECK_FALSE(world.network.links[id].close_code);
  }
}

TEST_CASE("an unreadable submission is refused by its id, in its turn", "[actors][session]") {
  actor_world world;
  world.run();
  const auto id = world.greet(world.make_token());
  const auto first = actor_world::make_submit();
  protocol::decode_failure failure;
  failure.why = {errc::invalid, "is required", "data.gate_id"};
  failure.submit_id = make_uuid_v7(world.clock.now());
  world.receive(id, first);
  world.tell(world.at().sessions, actors::frame_received{id, tl::unexpected(failure)});
  world.run();
  CHECK(answered_ids(world.network.links[id]) == std::vector{first.id, *failure.submit_id});
}
