// The control interface and world files.
#include "tests/ttlock_sim/desk.hpp"

#include "tests/ttlock_sim/api/settings_json.hpp"
#include "tests/ttlock_sim/api/world_json.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::ttlock_sim;
using namespace std::chrono_literals;
using json = nlohmann::ordered_json;

TEST_CASE("events are made now, in the past and in the future", "[ttlock_sim]") {
  desk d;
  d.s.pass(1h);
  const auto made =
      d.control("/events", json::parse(R"([{"lock_id": 1, "by": "app", "username": "budi"},
        {"lock_id": 2, "by": "passcode_failed", "passcode": "1234", "at_ms": 1767225600000},
        {"lock_id": 2, "type_from_lock": 199, "type": 299, "success": false},
        {"lock_id": 1, "by": "card", "in_ms": 1000, "every_ms": 1000, "count": 3}])"));
  CHECK(made.dump() == R"([{"numbers":[1]},{"numbers":[2]},{"numbers":[3]},{"numbers":[]}])");
  CHECK(d.view("/truth")["records"].size() == 3);
  d.control("/time/advance", {{"ms", 3'000}});
  const auto truth = d.view("/truth")["records"];
  REQUIRE(truth.size() == 6);
  CHECK(truth[1]["lock_date_ms"] == 1767225600000);
  CHECK(truth[1]["type_from_lock"] == 7);
  CHECK(truth[1]["success"] == false);
  CHECK(truth[2]["type"] == 299);
  CHECK(truth[5]["happened_ms"] == to_ms(site::start + 1h + 3s));
}

TEST_CASE("a setting is changed alone, and one that does not exist is refused", "[ttlock_sim]") {
  const settings before;
  const auto after = merged(before, json::parse(R"({"callback": {"retries": 3}})"));
  REQUIRE(after);
  CHECK(after->callback.retries == 3);
  auto expected = settings_to_json(before);
  expected["callback"]["retries"] = 3;
  CHECK(settings_to_json(*after) == expected);
  for (const auto* bad : {R"({"callback": {"retry": 3}})", R"({"upload": {"order": "random"}})",
                          R"({"list": {"order": 1}})", R"({"callback": {"retries": "3"}})",
                          R"({"callback": {"retries": null}})", R"([])"})
    CHECK_FALSE(merged(before, json::parse(bad)));
}

TEST_CASE("calls that make no sense are refused with a reason", "[ttlock_sim]") {
  desk d;
  CHECK(d.control("/events", {{"lock_id", 77}}).contains("error"));
  CHECK(d.control("/events", {{"by", "card"}}).contains("error"));
  CHECK(d.control("/events", {{"lock_id", 1}, {"by", "magic"}}).contains("error"));
  CHECK(d.control("/gateways/cut", {{"gateway_id", 77}}).contains("error"));
  CHECK(d.control("/time/advance", {{"ms", -1}}).contains("error"));
  CHECK(d.control("/commands/next", {{"outcome", "magic"}}).contains("error"));
  CHECK(d.control("/nothing", json::object()).contains("error"));
  CHECK(d.view("/nothing").contains("error"));
}

TEST_CASE("the truth tells what became of each record", "[ttlock_sim]") {
  desk d;
  d.control("/settings", {{"lock", {{"memory", 2}}}});
  d.control("/gateways/cut", {{"gateway_id", 9}});
  d.control("/events", {{"lock_id", 1}, {"count", 3}});
  d.control("/time/advance", {{"ms", 1'000}});
  d.control("/gateways/restore", {{"gateway_id", 9}});
  d.control("/time/advance", {{"ms", 1'000}});
  const auto truth = d.view("/truth");
  CHECK(truth["lost"] == 1);
  CHECK(truth["records"][0]["is_lost"] == true);
  CHECK(truth["records"][1]["uploaded_ms"] == to_ms(site::start + 1s));
  CHECK(truth["records"][1]["record_id"].is_number());
  CHECK(truth["records"][1]["pushed"] == 1);
}

TEST_CASE("a lock's clock is set and its commands are told", "[ttlock_sim]") {
  desk d;
  CHECK(d.control("/locks", {{"lock_id", 1}, {"offset_ms", 80'000}})["offset_ms"] == 80'000);
  CHECK(d.ask("/v3/lock/queryDate", {{"lockId", "1"}}, 2s)["date"]
        == to_ms(site::start + 2s + 80s));
  (void)d.ask("/v3/lock/updateDate", {{"lockId", "1"}}, 2s);
  const auto commands = d.view("/commands")["commands"];
  REQUIRE(commands.size() == 2);
  CHECK(commands[0]["what"] == "read_clock");
  CHECK(commands[1]["what"] == "set_clock");
  CHECK(commands[1]["answered_ms"] == to_ms(site::start + 4s));
  CHECK(d.view("/state")["locks"][0]["offset_ms"] == 0);
}

TEST_CASE("a lock says that it is locked, open, or that it does not know", "[ttlock_sim]") {
  desk d;
  const auto state = [&d] {
    return d.ask("/v3/lock/queryOpenState", {{"lockId", "1"}}, 2s)["state"].get<int>();
  };
  CHECK(state() == 0);
  d.s.card(site::entrance);
  CHECK(state() == 1);
  d.control("/locks", {{"lock_id", 1}, {"is_state_unknown", true}});
  CHECK(state() == 2);
}

TEST_CASE("a world file makes its locks and gateways", "[ttlock_sim]") {
  const auto file = parse_world(demo_world());
  REQUIRE(file);
  world w{file->who, 1, site::start};
  REQUIRE(furnish(w, *file));
  CHECK(w.locks().size() == 4);
  CHECK(w.find_lock(7000004)->clock.read(site::start) == site::start + 6s);
  CHECK(w.gateways_of(7000001).size() == 1);
  CHECK(w.gateways_of(7000001)[0]->id == 8000001);
  CHECK(w.gateways_of(7000003)[0]->id == 8000002);
  CHECK_FALSE(parse_world("{"));
  const auto broken = parse_world(R"({"locks": [{"alias": "without a number"}]})");
  REQUIRE(broken);
  CHECK_FALSE(furnish(w, *broken));
}
