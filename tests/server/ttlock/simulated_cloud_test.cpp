#include "server/ttlock/callback.hpp"
#include "server/ttlock/cloud.hpp"
#include "server/ttlock/record_kind.hpp"

#include "tests/ttlock_sim/support/callback_receiver.hpp"
#include "tests/ttlock_sim/support/sim_control.hpp"
#include "tests/ttlock_sim/support/sim_process.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <vector>

using namespace palang;
using namespace palang::ttlock;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t entrance = 7'000'001;
const std::string entrance_id = "7000001";

/// A real connection to the simulated cloud and its locks.
struct connected {
  static std::unique_ptr<http_client> http(const testing::sim_process& sim) {
    auto made = make_http_client(sim.cloud_url());
    REQUIRE(made);
    return std::move(*made);
  }

  testing::sim_process sim;
  testing::sim_control control{sim.control_port()};
  system_clock clock;
  credential_key key{{3}};
  token_source tokens{
      http(sim), {"sim-client", "sim-secret", "admin@example.com", "sim-password"}, clock, {}};
  cloud it{http(sim), tokens, "sim-client", clock, {}, key};

  std::vector<lock_record> records() {
    const auto now = clock.now();
    const auto got = it.records(entrance_id, now - 24h, now + 24h);
    INFO((got ? "" : got.error().detail));
    REQUIRE(got);
    REQUIRE(got->unreadable.empty());
    return got->records;
  }
};

} // namespace

TEST_CASE("the simulated cloud's locks and gateways are found", "[ttlock]") {
  connected to;
  const auto locks = to.it.locks();
  INFO((locks ? "" : locks.error().detail));
  REQUIRE(locks);
  CHECK(locks->items.size() == 4);
  CHECK(locks->is_last());
  const auto gateways = to.it.gateways();
  REQUIRE(gateways);
  CHECK(gateways->items.size() == 2);
  CHECK(gateways->items.front().is_online);
  const auto heard = to.it.gateways_of(entrance_id);
  REQUIRE(heard);
  REQUIRE_FALSE(heard->empty());
  CHECK(to.it.locks_of(heard->front().id).value().size() == 2);
}

TEST_CASE("a record has one key in the cloud's callback and in its list", "[ttlock]") {
  connected to;
  testing::callback_receiver receiver;
  to.control.set(
      {{"upload", {{"prompt", {{"least_ms", 0}, {"most_ms", 0}, {"slow_probability", 0}}}}}});
  to.control.call_back(receiver.url());
  REQUIRE(to.it.locks()); // Callbacks need a log-in.
  to.control.open(entrance);
  to.control.open(entrance, {{"by", "passcode"}, {"passcode", "445566"}});
  to.control.open(entrance, {{"by", "app"}});
  std::set<std::string> called;
  for (const auto& body : receiver.wait_for(3)) {
    const auto got = read_callback(body, "application/x-www-form-urlencoded", to.key);
    REQUIRE(got);
    CHECK(got->batch.unreadable.empty());
    for (const auto& record : got->batch.records)
      called.insert(record.natural_key);
  }
  std::set<std::string> listed;
  for (const auto& record : to.records())
    listed.insert(record.natural_key);
  CHECK(called.size() == 3);
  CHECK(listed == called);
}

TEST_CASE("an unlock moves the simulated lock and leaves its record", "[ttlock]") {
  connected to;
  to.control.set(
      {{"upload", {{"prompt", {{"least_ms", 0}, {"most_ms", 0}, {"slow_probability", 0}}}}}});
  const auto moved = to.it.unlock(entrance_id);
  INFO((moved ? "" : moved.error().detail));
  REQUIRE(moved);
  const auto state = to.it.state_of(entrance_id);
  REQUIRE(state);
  CHECK(state->state == bolt::unlocked);
  REQUIRE(to.control.settle());
  CHECK(std::ranges::any_of(to.records(), is_remote_unlock));
  REQUIRE(to.it.set_date_of(entrance_id));
  const auto date = to.it.date_of(entrance_id);
  REQUIRE(date);
  CHECK(std::chrono::abs(*date - to.clock.now()) < 1min);
}

TEST_CASE("tokens that the simulated cloud takes back are renewed", "[ttlock]") {
  for (const auto* how : {"expire", "forget", "expire_refresh"}) {
    INFO(how);
    connected to;
    REQUIRE(to.it.locks());
    to.control.post("/tokens", {{"do", how}});
    to.control.post("/tokens", {{"do", "expire"}});
    CHECK(to.it.locks());
  }
}

TEST_CASE("the simulated cloud's refusals and silences are told apart", "[ttlock]") {
  connected to;
  REQUIRE(to.it.locks());
  const auto fault = [&](testing::sim_control::json what) {
    what["path"] = "/v3/lock/unlock";
    what["count"] = 1;
    to.control.fault(what);
    const auto got = to.it.unlock(entrance_id);
    REQUIRE_FALSE(got);
    return got.error();
  };
  CHECK(fault({{"errcode", -3003}}).what == failure::busy);
  CHECK(fault({{"errcode", 30007}}).what == failure::quota);
  CHECK_FALSE(fault({{"errcode", -4043}}).is_outcome_unknown);
  CHECK(fault({{"drop", "before"}}).is_outcome_unknown);
  const auto lost = fault({{"drop", "after"}});
  CHECK(lost.is_outcome_unknown);
  CHECK(lost.what == failure::unreachable);
  CHECK(fault({{"http_status", 502}}).is_outcome_unknown);
  to.control.cut(8'000'001);
  const auto offline = to.it.unlock("4711");
  REQUIRE_FALSE(offline);
  CHECK(offline.error().what == failure::invalid);
}
