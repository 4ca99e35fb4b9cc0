// 2,000 supervisors come back after the server was killed and started again: from the first
// connection to the last welcome and the last missed event. Prints one JSON line per round.
#include "shared/protocol/codec.hpp"
#include "tests/bench/ws_load.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"

#include <chrono>
#include <cstdio>

using namespace palang;
using steady = std::chrono::steady_clock;

namespace {

constexpr std::size_t watchers = 2'000;
constexpr int missed_entries = 50;
constexpr int rounds = 3;

/// Makes some events that everybody missed; returns the journal's end before and after.
struct span {
  protocol::resume_point before;
  std::int64_t after = 0;
};

span make_events(std::uint16_t port, const std::string& token, int round) {
  testing::protocol_client wati{port, token, {}};
  span s{{wati.greeting().epoch, wati.greeting().seq}, 0};
  system_clock time;
  for (int i = 0; i < missed_entries; ++i) {
    protocol::entry_data entry;
    entry.session_id = make_uuid_v7(time.now());
    entry.gate_id = "in-1";
    entry.plate = "B " + std::to_string(100 + i) + " R" + static_cast<char>('A' + round);
    entry.vehicle_type = "MOBIL";
    protocol::submit submission;
    submission.id = make_uuid_v7(time.now());
    submission.taken_at = time.now();
    submission.clock = {0, protocol::clock_source::server};
    submission.data = std::move(entry);
    wati.send(submission);
    s.after = std::get<protocol::accepted>(wati.next_answer()).seq;
  }
  return s;
}

} // namespace

int main() {
  testing::server_process server;
  for (int round = 1; round <= rounds; ++round) {
    const auto token = testing::log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token;
    const auto missed = make_events(server.client_port(), token, round);
    server.kill();
    server.start();

    protocol::hello greeting;
    greeting.token = token;
    greeting.topics = {"session", "gate", "alert"};
    greeting.resume = missed.before;
    greeting.is_batch = true;
    const auto hello = protocol::encode(protocol::client_message{greeting});

    const double cpu = bench::cpu_seconds(server.running().id());
    const auto begin = steady::now();
    bench::ws_load clients{server.client_port()};
    for (std::size_t i = 0; i < watchers; ++i)
      clients.send(clients.add(), hello);
    const auto last = "\"seq\":" + std::to_string(missed.after) + ",";
    std::vector<bool> is_back(watchers);
    std::size_t back = 0;
    const bool ok = clients.run(
        [&](std::size_t client, std::string_view text) {
          if (!is_back[client] && text.find("\"event\"") != std::string_view::npos
              && text.find(last) != std::string_view::npos) {
            is_back[client] = true;
            ++back;
          }
        },
        [&] { return back == watchers; });
    const auto took = std::chrono::duration<double>(steady::now() - begin).count();
    std::printf("{\"bench\":\"resume\",\"round\":%d,\"clients\":%zu,\"missed_events\":%lld,\"all_"
                "back\":%s,\"seconds\":%.3f,"
                "\"server_cpu_us_per_client\":%.1f,\"server_rss_mb\":%.1f}\n",
                round, watchers, static_cast<long long>(missed.after - missed.before.seq),
                ok ? "true" : "false", took,
                (bench::cpu_seconds(server.running().id()) - cpu) * 1e6
                    / static_cast<double>(watchers),
                static_cast<double>(bench::resident_bytes(server.running().id())) / 1e6);
    std::fflush(stdout);
  }
  return server.stop();
}
