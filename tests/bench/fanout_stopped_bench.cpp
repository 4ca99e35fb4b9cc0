// What clients that have stopped reading cost the others and the server: one gateway with a tenth
// of them beside one without. 50,000 deliveries a second in bursts of ten; one JSON line; medians
// of interleaved rounds.
#include "tests/bench/fanout_subscribers.hpp"

#include <cstdio>
#include <cstdlib>

using namespace palang::bench;

/// bench_fanout_stopped [SUBSCRIBERS], by default 1000.
int main(int argc, char** argv) {
  raise_file_limit();
  const auto count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000UL;
  const auto stopped = count / 10;
  const child with{[&](exchange& x) { read_for_ever(x, count, true, stopped); }};
  const child without{[&](exchange& x) { read_for_ever(x, count, true); }};
  gateway_server with_stopped{with.shared(), count};
  gateway_server all_read{without.shared(), count};

  const int burst = 10;
  const auto interval_us = static_cast<std::int64_t>(count) * burst * 1'000'000 / 50'000;
  const auto turns = std::max<std::int64_t>(50, 5'000'000 / interval_us);
  const auto memory_before = resident_bytes();
  const std::int64_t filling_turns = 200; // 3 MB for each: far beyond what the kernel takes.
  static_cast<void>(run(with_stopped, with.shared(), count - stopped, 64, filling_turns, 50'000));
  std::vector<double> p99_with, p99_without;
  for (int round = 0; round < 3; ++round) {
    p99_with.push_back(
        run(with_stopped, with.shared(), count - stopped, burst, turns, interval_us).p99_ms);
    p99_without.push_back(run(all_read, without.shared(), count, burst, turns, interval_us).p99_ms);
  }
  const auto memory =
      static_cast<double>(resident_bytes() - memory_before) / static_cast<double>(stopped);
  std::printf(
      R"({"bench":"fanout_stopped","subscribers":%lu,"stopped":%lu,"p99_ms":%.2f,"p99_ms_without":%.2f,)"
      R"("published_bytes":%lld,"rss_bytes_per_stopped":%.0f,"closed":%zu})"
      "\n",
      count, stopped, median(p99_with), median(p99_without),
      static_cast<long long>(filling_turns * 64 + 3 * turns * burst)
          * static_cast<long long>(frame_bytes),
      memory, with_stopped.closed.load());
}
