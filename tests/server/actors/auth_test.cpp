#include "server/actors/auth.hpp"

#include "server/actors/hasher.hpp"
#include "tests/server/actors/actor_world.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto right = "a long password";

void add_user(actor_world& world, const std::string& name) {
  ledger::credentials c;
  c.who.id = make_uuid_v7(world.clock.now());
  c.who.username = name;
  c.password_hash = *actors::hash_of(right, c.who.id);
  world.ledger.users[name] = c;
}

actors::login_answer log_in(actor_world& world, const std::string& name,
                            const std::string& password, const std::string& remote = "10.0.0.1") {
  actors::login_attempt attempt;
  attempt.request.username = name;
  attempt.request.password = password;
  attempt.remote = remote;
  auto answer = world.ask<actors::login_answer>(world.at().auth, attempt);
  REQUIRE(answer);
  return *answer;
}

errc code_of(const actors::login_answer& answer) {
  return answer.error().why.code;
}

} // namespace

TEST_CASE("the right password gives a token that is good", "[actors][auth]") {
  actor_world world;
  add_user(world, "budi");
  world.run();
  const auto reply = log_in(world, "Budi", right);
  REQUIRE(reply);
  CHECK(reply->site_name == "Site");
  CHECK(reply->epoch == "epoch-1");
  const auto grant =
      world.ask<actors::grant_result>(world.at().auth, actors::check_token{reply->token});
  REQUIRE(grant);
  CHECK(*grant);
  CHECK(world.ledger.reads == 0);
}

TEST_CASE("a wrong name and a wrong password are told apart by nobody", "[actors][auth]") {
  actor_world world;
  add_user(world, "budi");
  world.run();
  const auto wrong_name = log_in(world, "nobody", right);
  const auto wrong_password = log_in(world, "budi", "something else");
  REQUIRE_FALSE(wrong_name);
  REQUIRE_FALSE(wrong_password);
  CHECK(wrong_name.error().why == wrong_password.error().why);
  CHECK(code_of(wrong_name) == errc::bad_credentials);
}

TEST_CASE("five failures lock a name for the rest of the minute, even with the right password",
          "[actors][auth]") {
  actor_world world;
  add_user(world, "budi");
  add_user(world, "sari");
  world.run();
  for (int i = 0; i < 5; ++i)
    CHECK(code_of(log_in(world, "budi", "wrong")) == errc::bad_credentials);
  const auto locked = log_in(world, "budi", right);
  REQUIRE_FALSE(locked);
  CHECK(code_of(locked) == errc::too_many_attempts);
  CHECK(locked.error().retry_after == 60s);
  CHECK(log_in(world, "sari", right));
  REQUIRE(world.ledger.audits.size() == 1);
  CHECK(world.ledger.audits[0].action == "login.locked");
  world.clock.advance(60s);
  CHECK(log_in(world, "budi", right));
}

TEST_CASE("attempts that come at once are counted one by one", "[actors][auth]") {
  actor_world world;
  add_user(world, "budi");
  world.run();
  caf::scoped_actor self{world.system, true};
  actors::login_attempt attempt;
  attempt.request.username = "budi";
  attempt.request.password = "wrong";
  std::vector<errc> codes;
  for (int i = 0; i < 8; ++i)
    self->send(world.at().auth, attempt);
  world.run();
  CHECK(code_of(log_in(world, "budi", right)) == errc::too_many_attempts);
}

TEST_CASE("tokens that are known cost the database nothing, for five minutes", "[actors][auth]") {
  actor_world world;
  world.run();
  const auto token = world.make_token();
  const auto check = [&] {
    return world.ask<actors::grant_result>(world.at().auth, actors::check_token{token});
  };
  CHECK(*check());
  CHECK(*check());
  CHECK(world.ledger.reads == 1);
  world.ledger.tokens.clear();
  world.clock.advance(5min);
  CHECK(check()->error().code == errc::unauthorized);
}
