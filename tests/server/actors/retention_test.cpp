#include "server/actors/retention.hpp"

#include "tests/server/actors/actor_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

struct old_site : actor_world {
  old_site() {
    for (int i = 0; i < 1'000; ++i)
      ledger.append();
    run();
  }
};

} // namespace

TEST_CASE("retention waits a minute after the start and then an hour", "[retention]") {
  old_site w;
  w.pass(59s);
  CHECK(w.ledger.prunes.empty());
  w.pass(2s);
  CHECK(w.ledger.prunes.size() == 1);
  w.pass(59min);
  CHECK(w.ledger.prunes.size() == 1);
  w.pass(2min);
  CHECK(w.ledger.prunes.size() == 2);
}

TEST_CASE("retention asks for what the site's configuration lets go", "[retention]") {
  old_site w;
  w.ledger.config.document.retention = {.photos_days = 0,
                                        .photos_mib = 0,
                                        .journal_days = 10,
                                        .journal_events = 500,
                                        .logs_days = 0,
                                        .archive_days = 7};
  w.pass(61s);
  REQUIRE(w.ledger.prunes.size() == 1);
  const auto& asked = w.ledger.prunes.front();
  const auto age = w.clock.now() - asked.journal_before;
  CHECK(std::chrono::abs(age - 240h) < 2s);
  CHECK(asked.most_events == 500);
  CHECK(asked.tokens_before > asked.journal_before);
}

TEST_CASE("retention takes small steps with pauses between them, until nothing is left",
          "[retention]") {
  old_site w;
  w.ledger.prunable = 950;
  w.pass(60s);
  const auto first = w.ledger.prunes.size();
  CHECK(first <= 1);
  w.pass(30s);
  CHECK(w.ledger.prunable == 0);
  CHECK(w.ledger.prunes.size() >= 3);
  for (std::size_t i = 1; i < w.ledger.prunes.size(); ++i)
    CHECK(w.ledger.prunes[i].oldest_seq
          == w.ledger.prunes[i - 1].oldest_seq + (i == 1 ? 1 : 0) + w.ledger.prunes[i - 1].limit);
}

TEST_CASE("steps become smaller while they take long, and grow again when they no longer do",
          "[retention]") {
  old_site w;
  w.ledger.prunable = 1'000'000;
  milliseconds each = defaults::retention_budget * 2;
  w.ledger.on_prune = [&](const auto&) { w.clock.advance(each); };
  w.pass(90s);
  REQUIRE(w.ledger.prunes.size() > 10);
  CHECK(w.ledger.prunes.front().limit == defaults::retention_rows_first);
  CHECK(w.ledger.prunes[1].limit == defaults::retention_rows_first / 2);
  CHECK(w.ledger.prunes.back().limit == defaults::retention_rows_least);
  each = 1ms;
  w.pass(60s);
  CHECK(w.ledger.prunes.back().limit > defaults::retention_rows_first);
}

TEST_CASE("a step keeps a steady pace within half of its budget", "[retention]") {
  old_site w;
  w.ledger.prunable = 1'000'000;
  w.ledger.on_prune = [&](const auto& asked) { w.clock.advance(milliseconds{asked.limit / 10}); };
  w.pass(120s);
  CHECK(w.ledger.prunes.size() > 100);
  for (const auto& asked : w.ledger.prunes)
    CHECK(milliseconds{asked.limit / 10} * 2 <= defaults::retention_budget);
}

TEST_CASE("a photo's file goes before its row", "[retention]") {
  old_site w;
  w.ledger.old_photos = {std::string(64, 'a'), std::string(64, 'b')};
  w.pass(70s);
  CHECK(w.ledger.old_photos.empty());
  REQUIRE(w.ledger.prunes.size() == 2);
  CHECK(w.ledger.prunes[0].photos.empty());
  CHECK(w.ledger.prunes[1].photos == std::vector{std::string(64, 'a'), std::string(64, 'b')});
}

TEST_CASE("a client that resumes from before what is kept is told so", "[retention]") {
  old_site w;
  w.ledger.prunable = 100;
  const auto before = w.ask<actors::position_result>(w.at().journal, actors::ask_position{});
  REQUIRE(before);
  CHECK((*before)->oldest_seq == 1);
  w.pass(70s);
  const auto after = w.ask<actors::position_result>(w.at().journal, actors::ask_position{});
  REQUIRE(after);
  CHECK((*after)->oldest_seq == 101);
}

TEST_CASE("a database that is down ends the round; the next one goes on", "[retention]") {
  old_site w;
  w.ledger.prunable = 10;
  w.ledger.is_down = true;
  w.pass(61s);
  CHECK(w.ledger.prunes.empty());
  w.ledger.is_down = false;
  w.pass(61min);
  CHECK(w.ledger.prunable == 0);
}
