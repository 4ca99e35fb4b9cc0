// A backlog of 100,000 records over 200 locks that no callback told: how long until all of them are
// here, how many calls to the cloud that took (pages hold 200), and what memory. Prints one JSON
// line.
#include "shared/protocol/codec.hpp"
#include "tests/bench/ws_load.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"
#include "tests/ttlock_sim/support/sim_control.hpp"
#include "tests/ttlock_sim/support/sim_process.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <thread>

using namespace palang;
using namespace palang::testing;
using steady = std::chrono::steady_clock;
using json = sim_control::json;

namespace {

constexpr int locks = 200;
constexpr int records_each = 500;
constexpr std::chrono::minutes patience{10};

std::string world() {
  json out;
  out["locks"] = json::array();
  json links = json::array();
  for (int i = 0; i < locks; ++i) {
    out["locks"].push_back({{"lock_id", 7'000'001 + i}, {"alias", "L" + std::to_string(i)}});
    links.push_back({{"lock_id", 7'000'001 + i}, {"rssi", -60}});
  }
  out["gateways"] = json::array({{{"gateway_id", 8'000'001}, {"name", "G"}, {"locks", links}}});
  out["settings"] = json::parse(R"({"upload": {"prompt": {"least_ms": 0, "most_ms": 0},
      "backlog": {"least_ms": 0, "most_ms": 0}}, "callback": {"drop_probability": 1}})");
  return out.dump();
}

/// A lock's whole memory: one card every two minutes.
json memory_of(int lock, instant since) {
  json events = json::array();
  for (int n = 0; n < records_each; ++n)
    events.push_back({{"lock_id", lock},
                      {"by", "card"},
                      {"username", "Sari"},
                      {"passcode", std::to_string(1'000'000'000 + n)},
                      {"at_ms", to_ms(since + n * std::chrono::minutes{2})}});
  return events;
}

std::int64_t resident_kib(int pid) {
  std::ifstream status{"/proc/" + std::to_string(pid) + "/status"};
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:"))
      return std::stoll(line.substr(6));
  return 0;
}

std::int64_t pulled(protocol_client& wati) {
  const auto health = json::parse(wati.ask(protocol::sync_health{}));
  std::int64_t sum = 0;
  for (const auto& lock : health["locks"])
    sum += lock["by_pull"].get<std::int64_t>();
  return sum;
}

} // namespace

int main() {
  sim_process sim{world()};
  sim_control cloud{sim.control_port()};
  const auto since = system_clock{}.now() - std::chrono::hours{20};
  for (int i = 0; i < locks; ++i)
    cloud.post("/events", memory_of(7'000'001 + i, since));
  server_process server{{"--ttlock-url", sim.cloud_url(), "--ttlock-pace", "300",
                         // What it takes is counted, not what a month allows.
                         "--ttlock-monthly-calls", "1000000"},
                        {{"PALANG_TTLOCK_CLIENT_ID", "sim-client"},
                         {"PALANG_TTLOCK_CLIENT_SECRET", "sim-secret"},
                         {"PALANG_TTLOCK_USERNAME", "admin@example.com"},
                         {"PALANG_TTLOCK_PASSWORD", "sim-password"},
                         {"PALANG_TTLOCK_CALLBACK_SECRET", "bench"}}};
  protocol_client wati{server.client_port(),
                       log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token,
                       {}};
  const auto begin = steady::now();
  std::int64_t have = 0;
  while ((have = pulled(wati)) < locks * records_each && steady::now() - begin < patience)
    std::this_thread::sleep_for(std::chrono::milliseconds{500});
  const double took = std::chrono::duration<double>(steady::now() - begin).count();
  const auto calls = cloud.get("/calls");
  std::printf("{\"bench\":\"recovery\",\"locks\":%d,\"records\":%lld,\"seconds\":%.1f,"
              "\"records_per_s\":%.0f,\"calls\":%lld,\"most_resident_mib\":%.1f,"
              "\"server_cpu_s\":%.1f}\n",
              locks, static_cast<long long>(have), took, static_cast<double>(have) / took,
              static_cast<long long>(calls["used"].get<std::int64_t>()),
              static_cast<double>(resident_kib(server.running().id())) / 1024,
              bench::cpu_seconds(server.running().id()));
  return have == locks * records_each ? server.stop() : 1;
}
