#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

namespace palang::testing {

/// A stretch of network between clients and a server on 127.0.0.1 that can be cut. What is sent
/// into a cut direction is kept, as the peers' retransmissions would keep it, and arrives when the
/// cut is mended. Threads: any.
class tcp_relay {
public:
  /// Throws std::runtime_error when it cannot listen.
  explicit tcp_relay(std::uint16_t target);
  ~tcp_relay();
  tcp_relay(const tcp_relay&) = delete;
  tcp_relay& operator=(const tcp_relay&) = delete;

  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }

  void cut_to_server() { is_open_to_server_ = false; }
  void cut_to_client() { is_open_to_client_ = false; }
  /// How long each answer of the server is held back.
  void delay_answers(std::chrono::milliseconds by) { delay_ = by; }
  /// Ends every connection; what was sent and not carried yet is lost.
  void drop() { is_dropping_ = true; }
  /// Everything as it was.
  void mend();

private:
  struct link;
  void run();
  bool carry(link& between, bool is_to_server);

  std::uint16_t target_;
  std::uint16_t port_ = 0;
  int listening_ = -1;
  std::atomic<bool> is_open_to_server_ = true;
  std::atomic<bool> is_open_to_client_ = true;
  std::atomic<std::chrono::milliseconds> delay_{};
  std::atomic<bool> is_dropping_ = false;
  std::atomic<bool> is_ending_ = false;
  std::thread thread_;
};

} // namespace palang::testing
