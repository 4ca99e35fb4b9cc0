// The program itself, over real sockets.
#include "tests/support/http_client.hpp"
#include "tests/ttlock_sim/support/callback_receiver.hpp"
#include "tests/ttlock_sim/support/sim_control.hpp"
#include "tests/ttlock_sim/support/sim_process.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <future>
#include <string>

using namespace palang::testing;
using namespace std::chrono_literals;
using json = nlohmann::ordered_json;

namespace {

constexpr auto form = "application/x-www-form-urlencoded";
constexpr auto login = "clientId=sim-client&clientSecret=sim-secret&username=admin%40example.com"
                       "&password=780cdeac1a4f5f1706ae32f0e695b15b";

// A standing clock at a known instant: nothing depends on the host's speed.
constexpr auto still_world = R"({
  "seed": 11, "start_ms": 1767225600000, "speed": 0,
  "settings": {"account": {"date": "off"}, "upload": {"prompt": {"least_ms": 1000, "most_ms": 1000}}},
  "locks": [{"lock_id": 7, "alias": "Masuk 1", "mac": "16:72:4C:CC:01:C4"}],
  "gateways": [{"gateway_id": 8, "name": "Gerbang", "locks": [{"lock_id": 7}]}],
  "script": [{"after_ms": 60000, "call": "/gateways/cut", "body": {"gateway_id": 8}},
             {"after_ms": 70000, "call": "/events", "body": {"lock_id": 7, "by": "card", "username": "Kartu 2"}}]
})";

struct cloud {
  explicit cloud(const std::string& world, std::vector<std::string> more = {})
      : program{world, std::move(more)}, control{program.control_port()} {}

  http_reply post(const std::string& path, const std::string& body) {
    http_client client{program.cloud_port()};
    return client.request("POST", path, {{"Content-Type", form}}, body);
  }

  void log_in() { token = json::parse(post("/oauth2/token", login).body)["access_token"]; }

  json ask(const std::string& path, const std::string& more = {}) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    return json::parse(post(path, "clientId=sim-client&accessToken=" + token
                                      + "&date=" + std::to_string(ms) + more)
                           .body);
  }

  sim_process program;
  sim_control control;
  std::string token;
};

} // namespace

TEST_CASE("the demo serves its locks and gateways and stops when told", "[ttlock_sim]") {
  cloud c{{}};
  c.log_in();
  CHECK(c.ask("/v3/lock/list")["total"] == 4);
  CHECK(c.ask("/v3/gateway/list")["total"] == 2);
  const auto wrong = c.post("/v3/lock/list", "clientId=sim-client&accessToken=x&date=1");
  CHECK(wrong.status == 200);
  CHECK(wrong.headers.at("content-type") == "application/json;charset=UTF-8");
  CHECK(json::parse(wrong.body)["errcode"] == 10003);
  CHECK(c.program.stop() == 0);
}

TEST_CASE("one connection serves several calls, by GET too", "[ttlock_sim]") {
  cloud c{still_world};
  c.log_in();
  http_client client{c.program.cloud_port()};
  for (int i = 0; i < 3; ++i) {
    const auto reply =
        client.get("/v3/lockRecord/list?clientId=sim-client&lockId=7&accessToken=" + c.token);
    CHECK(json::parse(reply.body)["total"] == 0);
  }
}

TEST_CASE("a callback is posted, refused, and posted again", "[ttlock_sim]") {
  callback_receiver receiver;
  receiver.answer_next({"later", ""});
  cloud c{still_world, {"--callback-url", receiver.url()}};
  c.log_in();
  c.control.set({{"callback", {{"retries", 2}, {"retry_ms", 1'000}}}});
  c.control.open(7, {{"username", "Kartu 1"}, {"passcode", "0000000000"}});
  c.control.advance(10s);
  REQUIRE(receiver.wait_for(1).size() == 1);
  c.control.advance(10s);
  REQUIRE(receiver.wait_for(2).size() == 2);
  c.control.advance(10s);
  const auto bodies = receiver.wait_for(3);
  REQUIRE(bodies.size() == 3);
  CHECK(bodies[0] == bodies[2]);
  CHECK(bodies[0].starts_with("lockId=7&notifyType=1&records=%5B%7B%22lockId%22%3A7%2C"));
  CHECK(c.control.settle());
  const auto log = c.control.get("/callbacks");
  CHECK(log["deliveries"][0]["answer"] == "200 later");
  CHECK(log["deliveries"][2]["is_success"] == true);
  CHECK(log["deliveries"][2]["attempt"] == 3);
}

TEST_CASE("callbacks go to the URL that a later call names, whatever they hold", "[ttlock_sim]") {
  callback_receiver receiver;
  cloud c{still_world};
  c.log_in();
  c.control.open(7);
  c.control.advance(10s);
  CHECK(c.control.get("/callbacks")["deliveries"][0]["answer"] == "no callback URL is set");
  c.control.call_back(receiver.url());
  c.control.post("/callbacks", {{"body", "notifyType=99&what=%"}});
  CHECK(receiver.wait_for(1).at(0) == "notifyType=99&what=%");
  c.control.post("/callbacks", {{"method", "GET"}});
  CHECK(receiver.wait_for(2).at(1).empty());
  CHECK_THROWS(c.control.call_back("callback"));
}

TEST_CASE("an outage of an hour takes no time to test", "[ttlock_sim]") {
  callback_receiver receiver;
  cloud c{still_world, {"--callback-url", receiver.url()}};
  c.log_in();
  c.control.advance(1h);
  const auto told = receiver.wait_for(1);
  REQUIRE(told.size() == 1);
  CHECK(told[0].starts_with("notifyType=2&gatewayId=8&gatewayName=Gerbang&"));
  CHECK(told[0].ends_with("&isOnline=0"));
  CHECK(c.ask("/v3/gateway/list")["list"][0]["isOnline"] == 0);
  c.control.restore(8);
  c.control.advance(1min);
  const auto bodies = receiver.wait_for(3);
  REQUIRE(bodies.size() == 3);
  CHECK(bodies[2].find("Kartu+2") != std::string::npos);
  CHECK(c.ask("/v3/lockRecord/list", "&lockId=7")["total"] == 1);
  CHECK(c.control.now_ms() == 1767225600000 + 3'660'000);
}

TEST_CASE("an unlock waits for the world's time", "[ttlock_sim]") {
  cloud c{still_world};
  c.log_in();
  auto said =
      std::async(std::launch::async, [&c] { return c.ask("/v3/lock/unlock", "&lockId=7"); });
  while (c.control.get("/commands")["commands"].empty()) {
  }
  CHECK(said.wait_for(0s) == std::future_status::timeout);
  CHECK(c.ask("/v3/lock/unlock", "&lockId=7")["errcode"] == -3003);
  c.control.advance(10s);
  CHECK(said.get()["errcode"] == 0);
  CHECK(c.control.truth(7)["records"][0]["type_from_lock"] == 28);
}

TEST_CASE("a dropped reply ends the connection, a slow one comes", "[ttlock_sim]") {
  cloud c{still_world};
  c.log_in();
  c.control.fault({{"path", "/v3/lock/list"}, {"drop", "before"}});
  CHECK_THROWS(c.ask("/v3/lock/list"));
  c.control.fault({{"path", "/v3/lock/list"}, {"slow_ms", 50}});
  const auto before = std::chrono::steady_clock::now();
  CHECK(c.ask("/v3/lock/list")["total"] == 1);
  CHECK(std::chrono::steady_clock::now() - before >= 50ms);
  c.control.post("/cloud", {{"is_down", true}});
  CHECK_THROWS(c.ask("/v3/lock/list"));
  c.control.post("/cloud", {{"is_down", false}});
  CHECK(c.ask("/v3/lock/list")["total"] == 1);
}

TEST_CASE("a server that is cut off misses callbacks, while the cloud goes on", "[ttlock_sim]") {
  cloud c{still_world};
  c.log_in();
  c.control.post("/cloud", {{"is_cut_off", true}});
  CHECK_THROWS(c.ask("/v3/lock/list"));
  c.control.open(7);
  c.control.advance(1min);
  CHECK_FALSE(c.control.truth(7)["records"].back()["uploaded_ms"].is_null());
  c.control.post("/cloud", {{"is_cut_off", false}});
  CHECK(c.ask("/v3/lock/list")["total"] == 1);
}

TEST_CASE("the same seed gives the same tokens and record ids", "[ttlock_sim]") {
  const auto story = [] {
    cloud c{still_world};
    c.log_in();
    c.control.advance(2h);
    c.control.restore(8);
    c.control.advance(1min);
    return c.token + c.ask("/v3/lockRecord/list", "&lockId=7").dump();
  };
  CHECK(story() == story());
}

TEST_CASE("a world that makes no sense is refused before anything is served", "[ttlock_sim]") {
  using Catch::Matchers::Contains;
  CHECK_THROWS_WITH(sim_process{R"({"settings": {"callbacks": {}}})"}, Contains("/callbacks"));
  CHECK_THROWS_WITH(sim_process{R"({"gateways": [{"gateway_id": 1, "locks": [{"lock_id": 2}]}]})"},
                    Contains("unknown lock"));
  CHECK_THROWS_WITH(sim_process{"{"}, Contains("parse"));
  CHECK_THROWS_WITH(sim_process({}, {"--callback-url", "https://example.com"}),
                    Contains("http://"));
}
