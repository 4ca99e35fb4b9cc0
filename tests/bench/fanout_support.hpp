#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>
#include <sys/types.h>
#include <vector>

/// What the benchmarks share. They are Linux programs of two processes: the server under
/// measurement and its clients, so that the clients' work does not count as the server's. Errors
/// end the program.
namespace palang::bench {

/// Raises the limit of open files to the hard limit.
void raise_file_limit();

/// CPU time of this process so far, in seconds.
[[nodiscard]] double cpu_seconds();
/// Resident memory of this process, in bytes.
[[nodiscard]] std::size_t resident_bytes();
/// CLOCK_MONOTONIC, the same in all processes.
[[nodiscard]] std::int64_t now_ns();

/// Memory that parent and child share.
struct exchange {
  std::atomic<std::uint16_t> port;      ///< Set by the server when the clients may connect.
  std::atomic<std::uint32_t> connected; ///< Set by the clients.
  std::atomic<std::uint64_t> bytes;     ///< Received by all clients, without the upgrade's answers.
  std::atomic<std::uint32_t> sample_count;
  static constexpr std::uint32_t max_samples = 4'000'000;
  std::uint32_t samples_us[max_samples]; ///< Latencies.
};

/// Runs `work` in a child process that dies with this object. Fork before any thread starts.
class child {
public:
  explicit child(const std::function<void(exchange&)>& work);
  ~child();
  child(const child&) = delete;
  child& operator=(const child&) = delete;
  [[nodiscard]] exchange& shared() const noexcept { return *shared_; }

private:
  exchange* shared_;
  pid_t pid_;
};

/// Connects `count` sockets to 127.0.0.1; with `is_websocket` each makes the upgrade. The first
/// `narrow` of them have the smallest receive buffer.
[[nodiscard]] std::vector<int> connect_all(std::uint16_t port, std::size_t count, bool is_websocket,
                                           std::size_t narrow = 0);

/// Waits until `condition`, at most a minute.
void wait_until(const std::function<bool()>& condition);

template <class T>
[[nodiscard]] T percentile(std::vector<T> values, double share) {
  if (values.empty())
    return {};
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

[[nodiscard]] inline double median(std::vector<double> values) {
  return percentile(std::move(values), 0.5);
}

} // namespace palang::bench
