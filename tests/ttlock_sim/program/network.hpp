#pragma once

#include "tests/ttlock_sim/api/http_message.hpp"
#include "tests/ttlock_sim/model/mail_room.hpp"

#include "shared/core/result.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace palang::ttlock_sim {

/// Where callbacks go: `http://127.0.0.1:8182/ttlock/…`.
struct http_url {
  std::string host;
  std::uint16_t port = 80;
  std::string target = "/";
};
/// Errors: invalid, also for https.
[[nodiscard]] result<http_url> parse_url(const std::string& text);

/// Sockets, one timer and the signals of one thread's loop; no Boost in sight.
class network {
public:
  using handler = std::function<void(http_request, respond)>;
  /// `is_success`: 200 with the body `success`.
  using posted = std::function<void(bool is_success, std::string answer)>;

  network();
  ~network();

  /// Serves HTTP/1.1 on a numeric address; returns the port. Errors: invalid.
  [[nodiscard]] result<std::uint16_t> listen(const std::string& host, std::uint16_t port,
                                             handler on_request);
  /// Makes a callback; tells the outcome later, once.
  void send(const http_url& to, const post& what, milliseconds timeout, posted done);
  /// Replaces the wake-up asked for before.
  void wake_after(milliseconds wait, std::function<void()> what);
  /// Until SIGINT or SIGTERM.
  void run();

private:
  struct state;
  std::unique_ptr<state> state_;
};

} // namespace palang::ttlock_sim
