#include "tests/system/outage.hpp"

#include "tests/support/http_client.hpp"

#include <catch2/catch.hpp>

#include <cstdio>
#include <future>
#include <thread>

namespace palang::testing {

using namespace std::chrono_literals;
using steady = std::chrono::steady_clock;

namespace {

/// How long after `begin` a client is told.
long long told_after(protocol_client& client, bool is_up, steady::time_point begin) {
  (void)client.next_status(is_up);
  return ms_since(begin);
}

unsigned post_callback(std::uint16_t port) {
  http_client cloud{port, {.patience = 30s}};
  return cloud
      .request("POST", std::string{"/ttlock/callback/"} + callback_secret,
               {{"Content-Type", "application/x-www-form-urlencoded"}},
               "lockId=7252408&notifyType=1&records=%5B%7B%22lockId%22%3A7252408%2C%22"
               "recordTypeFromLock%22%3A17%2C%22recordType%22%3A7%2C%22success%22%3A1%2C%22"
               "lockDate%22%3A1680810186000%7D%5D")
      .status;
}

} // namespace

std::string plate(int n) {
  return "B " + std::to_string(n) + " MT";
}

long long ms_since(steady::time_point begin) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(steady::now() - begin).count();
}

protocol::pong ping(protocol_client& client) {
  client.send(protocol::ping{7});
  while (true) {
    const auto message = client.next();
    if (const auto* answer = std::get_if<protocol::pong>(&message))
      return *answer;
  }
}

void stay_down(protocol_client& client) {
  for (int i = 0; i < 6; ++i) {
    std::this_thread::sleep_for(200ms);
    CHECK_FALSE(ping(client).is_db_up);
  }
}

void insist(protocol_client& writer, const protocol::submit& what) {
  while (true) {
    writer.send(what);
    const auto answer = writer.next_answer();
    if (std::holds_alternative<protocol::accepted>(answer))
      return;
    REQUIRE(is_retryable(std::get<protocol::rejected>(answer).why.code));
  }
}

void suffer(const server_process& server, const std::string& token, const outage& what,
            int number) {
  INFO(what.name);
  const auto port = server.client_port();
  protocol_client writer{port, token, {}};
  protocol_client watcher{port, token, {}};
  insist(writer, enter_now(plate(2 * number)));

  const auto begin = steady::now();
  what.happen();
  const auto happened = ms_since(begin);
  auto down = std::async(std::launch::async, [&] { return told_after(watcher, false, begin); });
  const auto made = enter_now(plate(2 * number + 1));
  const auto sent = steady::now();
  writer.send(made);
  const auto answer = writer.next_answer();
  const auto refused = ms_since(sent);
  REQUIRE(std::holds_alternative<protocol::rejected>(answer));
  CHECK(std::get<protocol::rejected>(answer).why.code == errc::db_unavailable);
  const auto known = down.get();
  const auto pinged = steady::now();
  CHECK_FALSE(ping(writer).is_db_up);
  const auto ponged = ms_since(pinged);
  const auto posted = steady::now();
  CHECK(post_callback(server.intake_port()) == 503);
  const auto answered = ms_since(posted);
  stay_down(writer);

  what.end();
  const auto mended = steady::now();
  auto up = std::async(std::launch::async, [&] { return told_after(watcher, true, mended); });
  const auto back = up.get();
  insist(writer, made);
  std::printf("%-24s known %lld ms, refused %lld ms, pong %lld ms, callback 503 %lld ms, up again "
              "%lld ms (the fault itself took %lld ms)\n",
              what.name, known, refused, ponged, answered, back, happened);
  CHECK(post_callback(server.intake_port()) == 200);
}

} // namespace palang::testing
