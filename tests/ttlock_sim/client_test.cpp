// The server's own client and the simulated cloud understand each other.
#include "server/ttlock/callback.hpp"
#include "server/ttlock/cloud.hpp"
#include "tests/ttlock_sim/support/callback_receiver.hpp"
#include "tests/ttlock_sim/support/sim_control.hpp"
#include "tests/ttlock_sim/support/sim_process.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto entrance = "7000001";

/// A client of a simulated cloud whose locks answer at once.
struct connected {
  explicit connected(std::vector<std::string> more = {}) : program{{}, std::move(more)} {
    control.set({{"command", {{"takes", {{"least_ms", 0}, {"most_ms", 0}}}}},
                 {"upload", {{"prompt", {{"least_ms", 0}, {"most_ms", 0}}}}}});
  }

  [[nodiscard]] std::unique_ptr<ttlock::http_client> line() {
    return ttlock::make_http_client(program.cloud_url()).value();
  }

  sim_process program;
  sim_control control{program.control_port()};
  system_clock clock;
  ttlock::token_source tokens{
      line(), {"sim-client", "sim-secret", "admin@example.com", "sim-password"}, clock, {}};
  ttlock::cloud cloud{line(), tokens, "sim-client", clock, {}, ttlock::credential_key{}};
};

} // namespace

TEST_CASE("the server's client reads locks, gateways and their links", "[ttlock_sim]") {
  connected c;
  const auto locks = c.cloud.locks();
  REQUIRE(locks);
  REQUIRE(locks->total == 4);
  CHECK(locks->items[0].id == entrance);
  CHECK(locks->items[0].name == "Masuk 1");
  CHECK(locks->items[0].has_gateway);
  const auto gateways = c.cloud.gateways();
  REQUIRE(gateways);
  REQUIRE(gateways->items.size() == 2);
  CHECK(gateways->items[0].is_online);
  CHECK(gateways->items[0].lock_count == 2);
  const auto links = c.cloud.gateways_of(entrance);
  REQUIRE(links);
  CHECK(links->at(0).id == "8000001");
  CHECK(c.cloud.locks_of("8000002").value().size() == 2);
}

TEST_CASE("the server's client unlocks, sees the door and finds the record", "[ttlock_sim]") {
  connected c;
  c.control.post("/locks", {{"lock_id", 7000001}, {"auto_lock_s", 0}});
  REQUIRE(c.cloud.unlock(entrance));
  CHECK(c.cloud.state_of(entrance).value().state == ttlock::bolt::unlocked);
  c.control.advance(1s);
  const auto now = c.clock.now();
  const auto found = c.cloud.records(entrance, now - 1h, now + 1h);
  REQUIRE(found);
  CHECK(found->total == 1);
  CHECK(c.cloud.set_date_of(entrance));
}

TEST_CASE("the server's client gets a new token when the old one is refused", "[ttlock_sim]") {
  connected c;
  REQUIRE(c.cloud.locks());
  c.control.post("/tokens", {{"do", GENERATE("expire", "forget")}});
  CHECK(c.cloud.locks());
}

TEST_CASE("the server's client knows that a lost answer leaves the outcome open", "[ttlock_sim]") {
  connected c;
  REQUIRE(c.cloud.locks());
  c.control.fault({{"path", "/v3/lock/unlock"}, {"drop", "after"}});
  const auto said = c.cloud.unlock(entrance);
  REQUIRE_FALSE(said);
  CHECK(said.error().is_outcome_unknown);
  CHECK(c.control.truth(7000001)["records"].size() == 1);
}

TEST_CASE("the server's client names what the cloud refuses", "[ttlock_sim]") {
  connected c;
  const auto code = [&c] { return c.cloud.unlock(entrance).error().errcode; };
  c.control.post("/locks", {{"lock_id", 7000001}, {"is_remote_unlock_on", false}});
  CHECK(code() == -4043);
  c.control.post("/locks", {{"lock_id", 7000001}, {"is_remote_unlock_on", true}});
  c.control.cut(8000001);
  CHECK(code() == -3037);
  c.control.advance(11min);
  CHECK(code() == -3002);
  c.control.post("/quota", {{"limit", 0}});
  CHECK(code() == 30007);
}

TEST_CASE("the server reads the simulated callbacks", "[ttlock_sim]") {
  callback_receiver receiver;
  connected c{{"--callback-url", receiver.url()}};
  c.control.set({{"callback", {{"backlog_batch", 3}, {"extra_fields", true}}}});
  REQUIRE(c.cloud.locks());
  c.control.cut(8000002);
  c.control.open(7000004, {{"count", 3}, {"passcode", "0012345678"}, {"username", "Kartu 4"}});
  c.control.advance(31min);
  c.control.restore(8000002);
  c.control.advance(1min);
  const auto bodies = receiver.wait_for(3);
  REQUIRE(bodies.size() == 3);
  const auto read = [](const std::string& body) {
    return ttlock::read_callback(body, "application/x-www-form-urlencoded",
                                 ttlock::credential_key{});
  };
  REQUIRE(read(bodies[0]));
  REQUIRE(read(bodies[0])->gateway);
  CHECK_FALSE(read(bodies[0])->gateway->is_online);
  CHECK(read(bodies[1])->gateway->is_online);
  CHECK(read(bodies[2])->batch.records.size() == 3);
}
