// Acknowledged entries per second over WebSocket, for 1, 16 and 256 handhelds that each wait for
// their answer, beside what bare SQLite makes durable on the same disk in the same run. Prints one
// JSON line per case and round.
#include "shared/core/crypto.hpp"
#include "shared/protocol/codec.hpp"
#include "tests/bench/raw_sqlite.hpp"
#include "tests/bench/ws_load.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace palang;
using steady = std::chrono::steady_clock;

namespace {

constexpr double seconds_per_case = 4.0;
constexpr int rounds = 3;
constexpr std::size_t row_bytes = 600; // about what one entry leaves in all its tables

struct handheld {
  std::size_t index = 0;
  std::uint32_t device_seq = 0;
  steady::time_point sent_at;
};

/// Handhelds that are logged in once and serve all cases.
class load {
public:
  load(std::uint16_t port, int handhelds) : clients_{port} {
    for (int i = 0; i < handhelds; ++i) {
      const auto keys = crypto::make_key_pair();
      testing::login_facts who;
      who.username = "budi";
      who.device_id = make_uuid_v7(time_.now());
      who.device_key = crypto::to_base64(keys.pub);
      greet(testing::log_in(port, who).token);
    }
    std::size_t greeted = 0;
    (void)clients_.run([&](std::size_t, std::string_view) { ++greeted; },
                       [&] { return greeted == handhelds_.size(); });
  }

  /// Runs `count` handhelds for a while; fills `latencies` in microseconds.
  double run(std::size_t count, std::vector<double>& latencies) {
    latencies.clear();
    const auto begin = steady::now();
    const auto end = begin + std::chrono::duration<double>(seconds_per_case);
    std::size_t waiting = count;
    for (std::size_t i = 0; i < count; ++i)
      send_entry(handhelds_[i]);
    (void)clients_.run(
        [&](std::size_t client, std::string_view text) {
          if (text.find("\"accepted\"") == std::string_view::npos)
            return;
          auto& h = handhelds_[client];
          const auto now = steady::now();
          latencies.push_back(std::chrono::duration<double, std::micro>(now - h.sent_at).count());
          if (now < end)
            send_entry(h);
          else
            --waiting;
        },
        [&] { return waiting == 0; });
    return static_cast<double>(latencies.size())
           / std::chrono::duration<double>(steady::now() - begin).count();
  }

private:
  void greet(const std::string& token) {
    handheld h;
    h.index = clients_.add();
    protocol::hello greeting;
    greeting.token = token;
    greeting.is_batch = true;
    clients_.send(h.index, protocol::encode(protocol::client_message{greeting}));
    handhelds_.push_back(h);
  }

  void send_entry(handheld& h) {
    protocol::entry_data entry;
    entry.session_id = make_uuid_v7(time_.now());
    entry.gate_id = "in-1";
    const auto n = ++plates_;
    entry.plate = "B " + std::to_string(1 + n % 9'999) + " " + letter(n / 9'999)
                  + letter(n / 259'974) + letter(n / 6'759'324);
    entry.vehicle_type = "MOBIL";
    protocol::submit s;
    s.id = make_uuid_v7(time_.now());
    s.device_seq = ++h.device_seq;
    s.taken_at = time_.now();
    s.clock = {0, protocol::clock_source::server};
    s.data = std::move(entry);
    h.sent_at = steady::now();
    clients_.send(h.index, protocol::encode(protocol::client_message{s}));
  }

  static char letter(std::int64_t n) { return static_cast<char>('A' + n % 26); }

  system_clock time_;
  bench::ws_load clients_;
  std::vector<handheld> handhelds_;
  std::int64_t plates_ = 0;
};

double percentile(std::vector<double>& values, double p) {
  if (values.empty())
    return 0;
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(p * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

} // namespace

int main() {
  testing::server_process server;
  testing::temp_dir folder;
  load handhelds{server.client_port(), 256};
  std::vector<double> latencies;
  for (int round = 1; round <= rounds; ++round) {
    const double raw_1 = bench::raw_rows_per_second(folder.file("raw.sqlite"), 1, 1.5, row_bytes);
    const double raw_64 = bench::raw_rows_per_second(folder.file("raw.sqlite"), 64, 1.5, row_bytes);
    for (const std::size_t clients : {std::size_t{1}, std::size_t{16}, std::size_t{256}}) {
      const double cpu = bench::cpu_seconds(server.running().id());
      const double rate = handhelds.run(clients, latencies);
      const double spent = bench::cpu_seconds(server.running().id()) - cpu;
      std::printf("{\"bench\":\"acks\",\"round\":%d,\"clients\":%zu,\"acks_per_s\":%.0f,\"p50_us\":"
                  "%.0f,\"p99_us\":%.0f,"
                  "\"server_cpu_us_per_ack\":%.1f,\"raw_rows_per_s_batch_1\":%.0f,\"raw_rows_per_s_"
                  "batch_64\":%.0f,"
                  "\"ratio_to_raw_1\":%.2f,\"ratio_to_raw_64\":%.3f}\n",
                  round, clients, rate, percentile(latencies, 0.5), percentile(latencies, 0.99),
                  spent * 1e6 / std::max<double>(1, static_cast<double>(latencies.size())), raw_1,
                  raw_64, rate / raw_1, rate / raw_64);
      std::fflush(stdout);
    }
  }
  return server.stop();
}
