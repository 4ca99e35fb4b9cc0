// What becomes of a record between the lock's memory and the callback.
#include "tests/ttlock_sim/site.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace palang;
using namespace palang::ttlock_sim;
using namespace std::chrono_literals;

using names = std::vector<std::vector<std::string>>;

TEST_CASE("a record of an online lock reaches the list and the callback", "[ttlock_sim]") {
  site s;
  const auto number = s.card(site::entrance, "Kartu 7");
  s.pass(0ms);
  CHECK(s.pushed_names() == names{{"Kartu 7"}});
  REQUIRE(s.listed(site::entrance).total == 1);
  const auto& fate = s.w.truth()[number - 1];
  CHECK(fate.record_id == s.listed(site::entrance).records[0].record_id);
  CHECK(fate.pushed == 1);
  CHECK(s.listed(site::exit).total == 0);
}

TEST_CASE("upload and callback take the time that the settings give them", "[ttlock_sim]") {
  site s;
  s.w.rules.upload.prompt = {3'000, 3'000};
  s.w.rules.callback.after = {500, 500};
  s.card(site::entrance);
  s.pass(2'999ms);
  CHECK(s.listed(site::entrance).total == 0);
  s.pass(1ms);
  REQUIRE(s.listed(site::entrance).total == 1);
  CHECK(s.listed(site::entrance).records[0].server_date == site::start + 3s);
  CHECK(s.callbacks().empty());
  s.pass(500ms);
  CHECK(s.callbacks().size() == 1);
}

TEST_CASE("a lock keeps 500 records and squeezes the oldest out", "[ttlock_sim]") {
  site s;
  s.w.cut(s.hub());
  for (int i = 1; i <= 503; ++i) {
    s.card(site::entrance, std::to_string(i));
    s.pass(1s);
  }
  CHECK(s.at(site::entrance).memory.size() == 500);
  s.w.restore(s.hub());
  s.pass(1s);
  const auto& truth = s.w.truth();
  CHECK(std::ranges::count_if(truth, &record_fate::is_lost) == 3);
  CHECK(truth[2].is_lost());
  CHECK_FALSE(truth[3].is_lost());
  CHECK(s.listed(site::entrance).total == 500);
  const auto pushed = s.pushed_names();
  REQUIRE(pushed.size() == 500);
  CHECK(pushed.front() == std::vector<std::string>{"4"});
  CHECK(pushed.back() == std::vector<std::string>{"503"});
}

TEST_CASE("records that were read before they were squeezed out are not lost", "[ttlock_sim]") {
  site s;
  for (int i = 0; i < 510; ++i) {
    s.card(site::entrance);
    s.pass(1s);
  }
  CHECK(s.w.truth()[0].squeezed);
  CHECK(std::ranges::count_if(s.w.truth(), &record_fate::is_lost) == 0);
  CHECK(s.listed(site::entrance).total == 510);
}

TEST_CASE("records of an outage keep their lockDate and get the upload's serverDate",
          "[ttlock_sim]") {
  site s;
  s.w.cut(s.hub());
  s.card(site::entrance);
  s.pass(1h);
  CHECK(s.listed(site::entrance).total == 0);
  SECTION("by default") {
    s.w.restore(s.hub());
    s.pass(0ms);
    const auto page = s.listed(site::entrance);
    REQUIRE(page.total == 1);
    CHECK(page.records[0].record.lock_date == site::start);
    CHECK(page.records[0].server_date == site::start + 1h);
  }
  SECTION("or the lock's") {
    s.w.rules.upload.server_date = backlog_date::lock;
    s.w.restore(s.hub());
    s.pass(0ms);
    CHECK(s.listed(site::entrance).records.at(0).server_date == site::start);
  }
}

TEST_CASE("a backlog comes one by one or in arrays, in the order that is set", "[ttlock_sim]") {
  site s;
  s.w.cut(s.hub());
  for (const auto* name : {"a", "b", "c", "d", "e"}) {
    s.card(site::entrance, name);
    s.pass(1s);
  }
  const auto come_back = [&s] {
    s.w.restore(s.hub());
    s.pass(1s);
    return s.pushed_names();
  };
  SECTION("oldest first, each alone") {
    CHECK(come_back() == names{{"a"}, {"b"}, {"c"}, {"d"}, {"e"}});
  }
  SECTION("newest first, two at a time") {
    s.w.rules.upload.order = record_order::newest;
    s.w.rules.callback.backlog_batch = 2;
    CHECK(come_back() == names{{"e", "d"}, {"c", "b"}, {"a"}});
  }
  SECTION("shuffled, all at once, nothing missing") {
    s.w.rules.upload.order = record_order::shuffled;
    s.w.rules.callback.backlog_batch = 50;
    const auto got = come_back();
    REQUIRE(got.size() == 1);
    CHECK(std::set(got[0].begin(), got[0].end()) == std::set<std::string>{"a", "b", "c", "d", "e"});
  }
  SECTION("or not at all: then they are in the list only") {
    s.w.rules.callback.after_outage = false;
    CHECK(come_back().empty());
    CHECK(s.listed(site::entrance).total == 5);
  }
}

TEST_CASE("a record that the gateway had no time to read before a cut is late", "[ttlock_sim]") {
  site s;
  s.w.rules.upload.prompt = {5'000, 5'000};
  s.w.rules.callback.after_outage = false;
  s.card(site::entrance);
  s.pass(1s);
  s.w.cut(s.hub());
  s.pass(1min);
  s.w.restore(s.hub());
  s.pass(1min);
  CHECK(s.listed(site::entrance).total == 1);
  CHECK(s.callbacks().empty());
}

TEST_CASE("a gateway that keeps records saves them from being squeezed out", "[ttlock_sim]") {
  site s;
  s.w.rules.upload.gateway_keeps = true;
  s.w.cut(s.hub());
  for (int i = 0; i < 600; ++i)
    s.card(site::entrance);
  s.w.restore(s.hub());
  s.pass(1s);
  CHECK(s.listed(site::entrance).total == 600);
  CHECK(std::ranges::count_if(s.w.truth(), &record_fate::is_lost) == 0);
}

TEST_CASE("a lock out of its gateway's reach keeps its records until it is back", "[ttlock_sim]") {
  site s;
  s.w.set_reachable(s.at(site::exit), false);
  s.card(site::exit);
  s.pass(1min);
  CHECK(s.listed(site::exit).total == 0);
  CHECK(s.w.gateways_of(site::exit).size() == 1);
  s.pass(29min);
  CHECK(s.w.gateways_of(site::exit).empty());
  s.w.set_reachable(s.at(site::exit), true);
  s.pass(1s);
  CHECK(s.listed(site::exit).total == 1);
  CHECK(s.w.gateways_of(site::exit).size() == 1);
}

TEST_CASE("the cloud filters some types out and pushes others not", "[ttlock_sim]") {
  site s;
  s.w.rules.upload.filtered_types = {15};
  s.w.rules.callback.unpushed_types = {45};
  s.w.happen(s.at(site::entrance), {{15, 15, true, false}, "card added", {}, {}});
  s.w.happen(s.at(site::entrance), {*kind_of("auto_lock"), "auto", {}, {}});
  s.w.happen(s.at(site::entrance), {{222, 333, true, false}, "unknown", {}, {}});
  s.pass(1s);
  CHECK(s.pushed_names() == names{{"unknown"}});
  CHECK(s.listed(site::entrance).total == 2);
  CHECK(s.w.truth()[0].uploaded);
  CHECK_FALSE(s.w.truth()[0].record_id);
}

TEST_CASE("callbacks are dropped and doubled as often as the settings say", "[ttlock_sim]") {
  site s;
  SECTION("all dropped") {
    s.w.rules.callback.drop_probability = 1;
    s.card(site::entrance);
    s.pass(1min);
    CHECK(s.callbacks().empty());
    CHECK(s.listed(site::entrance).total == 1);
  }
  SECTION("all doubled, the second the same and later") {
    s.w.rules.callback.duplicate_probability = 1;
    s.card(site::entrance);
    s.pass(1s);
    const auto first = s.callbacks();
    s.pass(1s);
    const auto second = s.callbacks();
    REQUIRE(first.size() == 1);
    CHECK(first == second);
    CHECK(s.w.truth()[0].pushed == 2);
  }
}

TEST_CASE("without a token no callback leaves, unless the settings say so", "[ttlock_sim]") {
  site s;
  s.w.people.forget_access();
  s.card(site::entrance);
  s.pass(1s);
  CHECK(s.callbacks().empty());
  CHECK(s.w.truth()[0].pushed == 0);
  s.w.rules.callback.token = token_need::never;
  s.card(site::entrance);
  s.pass(1s);
  CHECK(s.callbacks().size() == 1);
}

TEST_CASE("while the cloud is down nothing arrives and nothing is lost", "[ttlock_sim]") {
  site s;
  s.w.set_cloud_down(true);
  s.card(site::entrance);
  s.pass(1h);
  CHECK(s.listed(site::entrance).total == 0);
  s.w.set_cloud_down(false);
  s.pass(1s);
  CHECK(s.listed(site::entrance).total == 1);
  CHECK(s.callbacks().size() == 1);
}

TEST_CASE("the same seed makes the same world and another seed another", "[ttlock_sim]") {
  const auto story = [](std::uint64_t seed) {
    site s{seed};
    s.w.rules.upload.prompt = {100, 60'000};
    s.w.rules.callback.drop_probability = 0.3;
    for (int i = 0; i < 40; ++i) {
      s.card(i % 2 == 0 ? site::entrance : site::exit, std::to_string(i));
      s.pass(10s);
    }
    s.pass(1h);
    return s.callbacks();
  };
  CHECK(story(5) == story(5));
  CHECK(story(5) != story(6));
}
