// The supervisors' computer sleeps until the server has given it up, while the site goes on; it
// wakes and catches up by what it missed.
#include "tests/support/http_client.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"
#include "tests/system/handheld_window.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <sstream>
#include <thread>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

/// A figure of the server's own; -1 when it has none of this name.
std::int64_t metric(const server_process& server, const std::string& name) {
  std::istringstream lines{http_client{server.ops_port()}.get("/metrics").body};
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(name + " "))
      return static_cast<std::int64_t>(std::stod(line.substr(name.size())));
  return -1;
}

/// The server pings every 20 s and gives up who was silent for 45 s.
bool is_given_up(const server_process& server) {
  const auto end = std::chrono::steady_clock::now() + 120s;
  while (metric(server, "palang_connections") > 0) {
    if (std::chrono::steady_clock::now() > end)
      return false;
    std::this_thread::sleep_for(200ms);
  }
  return true;
}

/// So many cars come in; of these some leave, and one of them pays what it need not.
void go_on(const server_process& server, int first, int cars, int leaving) {
  const auto port = server.client_port();
  protocol_client client{port, log_in(port, {"wati", "palang-demo", {}, {}}).token, {}};
  const auto send = [&](const protocol::submit& s) {
    client.send(s);
    REQUIRE(std::holds_alternative<protocol::accepted>(client.next_answer()));
  };
  for (int i = 0; i < cars; ++i) {
    const auto entry = enter_now("B " + std::to_string(first + i) + " TDR");
    send(entry);
    if (i >= leaving)
      continue;
    protocol::exit_data left;
    left.session_id = std::get<protocol::entry_data>(entry.data).session_id;
    left.gate_id = "out-1";
    left.charged = rupiah{i == 0 ? 5'000 : 0};
    if (i == 0)
      left.paid = protocol::payment{"cash", rupiah{5'000}, std::nullopt, std::nullopt};
    send(submit_now(left));
  }
}

} // namespace

TEST_CASE("a desk that slept is told once what it missed, and nothing else", "[system][desk]") {
  server_process server;
  handheld_window desk{server.client_port(), "palang-supervisor"};
  const std::string sums = "waitText live.entries.value 61\nwaitText live.exits.value 40\n"
                           "waitText live.revenue.value Rp10.000\n";
  desk.play("timeout 60000\nwait login.submit\ntype login.username wati\n"
            "type login.password palang-demo\nclick login.submit\n"
            "waitText connection Terhubung\nstop awake\nwaitText live.entries.value 1\n"
            "stop asleep\nwaitSaid live.alerts B 7000 TDR: tarif Rp0\n"
            "waitSaid live.alerts B 7030 TDR: tarif Rp0\n"
            + sums + "waitText connection Terhubung\nwaitSaid live.feed B 7059 TDR\n"
            + "click nav.vehicles\nwaitSaid vehicles.row.0 B 7059 TDR\nclick nav.live\n" + sums
            + "quit\n");
  desk.reach("awake");
  go_on(server, 6'999, 1, 0);
  desk.let_go("awake");
  desk.reach("asleep");
  desk.running().signal(SIGSTOP);
  REQUIRE(desk.running().wait_until_stopped(10s));
  // What happens at first still comes as far as its computer, what happens later no farther than
  // the server.
  go_on(server, 7'000, 30, 20);
  REQUIRE(is_given_up(server));
  const auto given_up = metric(server, "palang_newest_seq");
  go_on(server, 7'030, 30, 20);
  const auto missed = metric(server, "palang_newest_seq") - given_up;
  REQUIRE(missed >= 50);
  CHECK(metric(server, "palang_events_replayed_total") == 0);
  desk.let_go("asleep");
  desk.running().signal(SIGCONT);
  desk.finish();
  CHECK(metric(server, "palang_events_replayed_total") >= missed);
}
