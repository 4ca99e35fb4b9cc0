#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace palang::bench {

/// Many WebSocket clients on one thread and one epoll: what a load generator needs and no more.
/// Text frames only; server pings are answered. Throws std::runtime_error when a connection cannot
/// be made.
class ws_load {
public:
  /// Called for each text frame with the client's index.
  using on_text = std::function<void(std::size_t client, std::string_view text)>;

  explicit ws_load(std::uint16_t port) : port_{port} {}
  ~ws_load();
  ws_load(const ws_load&) = delete;
  ws_load& operator=(const ws_load&) = delete;

  /// Connects and upgrades one more client; blocks. Returns its index.
  std::size_t add();
  /// One masked text frame; blocks while the socket is full.
  void send(std::size_t index, std::string_view text);
  /// Handles what arrives until `is_done` says so after some frame, or nothing came for `idle_ms`.
  /// False in the latter case.
  bool run(const on_text& handler, const std::function<bool()>& is_done, int idle_ms = 10'000);

  [[nodiscard]] std::size_t size() const noexcept { return clients_.size(); }
  [[nodiscard]] std::size_t closed() const noexcept { return closed_; }

private:
  struct client {
    int socket = -1;
    std::string received;
  };
  void take(std::size_t index, const on_text& handler);
  void write_frame(std::size_t index, unsigned char opcode, std::string_view payload);

  std::uint16_t port_;
  int poll_ = -1;
  std::size_t closed_ = 0;
  std::vector<client> clients_;
};

/// CPU seconds that process `pid` has used, user and system.
[[nodiscard]] double cpu_seconds(int pid);
/// Resident memory of process `pid`, bytes.
[[nodiscard]] std::size_t resident_bytes(int pid);

} // namespace palang::bench
