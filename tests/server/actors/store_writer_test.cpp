#include "server/actors/store_writer.hpp"

#include "tests/server/actors/actor_world.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;

namespace {

/// Asks the writer for `count` submissions at once; the verdicts in the order asked.
std::vector<actors::verdict_result> submit_all(actor_world& world, std::size_t count) {
  caf::scoped_actor self{world.system, true};
  using pending =
      decltype(self->request(world.at().writer, std::chrono::seconds{3600}, ledger::submission{}));
  std::vector<pending> asked;
  for (std::size_t i = 0; i < count; ++i) {
    ledger::submission s;
    s.content = actor_world::make_submit();
    asked.push_back(self->request(world.at().writer, std::chrono::seconds{3600}, std::move(s)));
  }
  world.run();
  std::vector<actors::verdict_result> verdicts;
  for (auto& one : asked)
    one.receive([&](actors::verdict_result& v) { verdicts.push_back(std::move(v)); },
                [](const caf::error&) { FAIL("no answer"); });
  return verdicts;
}

} // namespace

TEST_CASE("an idle store commits a single submission at once", "[actors][store]") {
  actor_world world;
  world.run();
  REQUIRE(submit_all(world, 1).front());
  CHECK(world.ledger.batch_sizes == std::vector<std::size_t>{1});
}

TEST_CASE("what waits in the mailbox is committed together, at most 256 at a time",
          "[actors][store]") {
  actor_world world;
  world.run();
  const auto verdicts = submit_all(world, 300);
  CHECK(world.ledger.batch_sizes == std::vector<std::size_t>{256, 44});
  REQUIRE(verdicts.size() == 300);
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    REQUIRE(verdicts[i]);
    CHECK(std::get<protocol::accepted>(*verdicts[i]).seq == static_cast<std::int64_t>(i) + 1);
  }
}

TEST_CASE("committed events are published once, in order", "[actors][store]") {
  actor_world world;
  world.run();
  submit_all(world, 300);
  REQUIRE(world.network.published.size() == 300);
  for (std::size_t i = 0; i < 300; ++i)
    REQUIRE(world.network.published[i] == static_cast<std::int64_t>(i) + 1);
}

TEST_CASE("a failed batch is told to everyone in it, and the database counts as down",
          "[actors][store]") {
  actor_world world;
  world.run();
  world.ledger.is_down = true;
  for (const auto& verdict : submit_all(world, 5)) {
    REQUIRE_FALSE(verdict);
    CHECK(verdict.error().code == errc::db_unavailable);
  }
  REQUIRE_FALSE(world.network.statuses.empty());
  CHECK_FALSE(world.network.statuses.back().is_db_up);
  CHECK(world.network.statuses.back().detail == "the disk is gone");
}

TEST_CASE("a writer that has much to do is not down; one that hangs is", "[actors][store]") {
  using namespace std::chrono_literals;
  actor_world world;
  world.run();
  world.hold("store-writer");
  world.pass(defaults::probe_when_up + defaults::probe_timeout / 2);
  world.tell(world.at().health, actors::store_worked{});
  const auto told = world.network.statuses.size();
  world.pass(defaults::probe_timeout);
  CHECK(world.network.statuses.size() == told);
  world.pass(2s);
  REQUIRE(world.network.statuses.size() == told + 1);
  CHECK_FALSE(world.network.statuses.back().is_db_up);
  world.release();
  world.pass(2s);
  CHECK(world.network.statuses.back().is_db_up);
}

TEST_CASE("a ledger that throws costs its batch an answer `internal`, and nobody else anything",
          "[actors][store]") {
  actor_world world;
  world.run();
  world.ledger.throws_in_submit = true;
  for (const auto& verdict : submit_all(world, 3)) {
    REQUIRE_FALSE(verdict);
    CHECK(verdict.error().code == errc::internal);
  }
  world.ledger.throws_in_submit = false;
  CHECK(submit_all(world, 1).front());
}

TEST_CASE("events of a commit whose teller failed are published all the same", "[actors][store]") {
  actor_world world;
  world.run();
  world.ledger.throws_after_commit = true;
  submit_all(world, 2);
  world.ledger.throws_after_commit = false;
  CHECK(world.network.published.empty());
  SECTION("with the next commit") {
    submit_all(world, 1);
    CHECK(world.network.published == std::vector<std::int64_t>{1, 2, 3});
  }
  SECTION("or a moment later") {
    world.pass(std::chrono::seconds{2});
    CHECK(world.network.published == std::vector<std::int64_t>{1, 2});
  }
}
