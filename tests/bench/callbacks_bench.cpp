// Callbacks per second through the intake, each durable before its answer, with 1 and with 50
// records; beside what bare SQLite makes durable on the same disk in the same run. Prints one JSON
// line per case and round.
#include "tests/bench/raw_sqlite.hpp"
#include "tests/bench/ws_load.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/server_process.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

using namespace palang;
using steady = std::chrono::steady_clock;

namespace {

constexpr double seconds_per_case = 4.0;
constexpr int rounds = 3;
constexpr int posters = 16;            // what a reverse proxy would keep open
constexpr std::size_t row_bytes = 500; // about what one record and its event leave

std::string encoded(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      out += c;
    } else {
      char hex[4];
      std::snprintf(hex, sizeof hex, "%%%02X",
                    static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += hex;
    }
  return out;
}

/// A callback of `records` records that nobody has seen yet.
std::string body_of(int records, std::atomic<std::int64_t>& next) {
  std::string list = "[";
  for (int i = 0; i < records; ++i) {
    const auto n = next++;
    const auto at = std::to_string(1'790'000'000'000 + n * 1'000);
    list += (i > 0 ? ",{\"lockId\":" : "{\"lockId\":") + std::to_string(7'000'001 + n % 200)
            + R"(,"electricQuantity":93,"serverDate":)" + at
            + R"(,"recordTypeFromLock":17,"recordType":7,"success":1,"keyboardPwd":")"
            + std::to_string(1'000'000'000 + n) + R"(","lockDate":)" + at
            + R"(,"username":"Sari"})";
  }
  return "lockId=7000001&notifyType=1&records=" + encoded(list + "]") + "&admin=a%40example.com";
}

struct outcome {
  double callbacks_per_s = 0;
  double p99_ms = 0;
};

outcome run(std::uint16_t port, int records, std::atomic<std::int64_t>& next) {
  std::mutex mutex;
  std::vector<double> latencies;
  const auto begin = steady::now();
  const auto end = begin + std::chrono::duration<double>(seconds_per_case);
  std::vector<std::jthread> threads;
  for (int i = 0; i < posters; ++i)
    threads.emplace_back([&] {
      testing::http_client cloud{port};
      std::vector<double> mine;
      while (steady::now() < end) {
        const auto body = body_of(records, next);
        const auto sent = steady::now();
        const auto answer =
            cloud.request("POST", "/ttlock/callback/bench",
                          {{"Content-Type", "application/x-www-form-urlencoded"}}, body);
        if (answer.body != "success")
          std::fprintf(stderr, "%u %s\n", answer.status, answer.body.c_str());
        mine.push_back(std::chrono::duration<double, std::milli>(steady::now() - sent).count());
      }
      const std::lock_guard hold{mutex};
      latencies.insert(latencies.end(), mine.begin(), mine.end());
    });
  threads.clear();
  const auto took = std::chrono::duration<double>(steady::now() - begin).count();
  std::ranges::sort(latencies);
  return {static_cast<double>(latencies.size()) / took, latencies[latencies.size() * 99 / 100]};
}

} // namespace

int main() {
  testing::server_process server{{}, {{"PALANG_TTLOCK_CALLBACK_SECRET", "bench"}}};
  testing::temp_dir folder;
  std::atomic<std::int64_t> next = 0;
  for (int round = 1; round <= rounds; ++round) {
    const double raw_1 = bench::raw_rows_per_second(folder.file("raw.sqlite"), 1, 1.5, row_bytes);
    const double raw_64 = bench::raw_rows_per_second(folder.file("raw.sqlite"), 64, 1.5, row_bytes);
    for (const int records : {1, 50}) {
      const double cpu = bench::cpu_seconds(server.running().id());
      const auto got = run(server.intake_port(), records, next);
      const double spent = bench::cpu_seconds(server.running().id()) - cpu;
      const double rate = got.callbacks_per_s * records;
      std::printf(
          "{\"bench\":\"callbacks\",\"round\":%d,\"records_each\":%d,\"callbacks_per_s\":%.0f,"
          "\"records_per_s\":%.0f,\"p99_ms\":%.1f,\"server_cpu_us_per_record\":%.1f,"
          "\"raw_rows_per_s_batch_1\":%.0f,\"raw_rows_per_s_batch_64\":%.0f,"
          "\"ratio_to_raw_64\":%.3f}\n",
          round, records, got.callbacks_per_s, rate, got.p99_ms,
          spent * 1e6 / (rate * seconds_per_case), raw_1, raw_64, rate / raw_64);
      std::fflush(stdout);
    }
  }
  return server.stop();
}
