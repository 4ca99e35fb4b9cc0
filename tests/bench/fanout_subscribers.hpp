#pragma once

#include "server/gateway/gateway.hpp"
#include "tests/bench/fanout_support.hpp"

#include <atomic>
#include <memory>
#include <string>

/// Both ends of the fan-out benchmarks: events of one size that carry their time, the clients that
/// receive them, and the gateway that publishes them.
namespace palang::bench {

inline constexpr std::size_t event_bytes = 250;
inline constexpr std::size_t frame_bytes = event_bytes + 4;

[[nodiscard]] std::string event_json(std::int64_t at_ns);

/// A client process's work: connects `count` sockets and reads for ever, but for the first
/// `stopped` of them, which never read and let the kernel keep little for them.
void read_for_ever(exchange& shared, std::size_t count, bool is_websocket, std::size_t stopped = 0);

/// Something that publishes `burst` events in one turn to all of its clients.
class server {
public:
  virtual ~server() = default;
  virtual void publish(int burst) = 0;
};

class gateway_server final : public server,
                             public gateway::connection_handler,
                             public gateway::http_handler {
public:
  /// Returns when `count` clients are connected.
  gateway_server(exchange& shared, std::size_t count);

  void publish(int burst) override;

  void on_open(gateway::connection_id id, std::string) override;
  void on_text(gateway::connection_id, std::string) override {}
  void on_drained(gateway::connection_id) override {}
  void on_close(gateway::connection_id, std::uint16_t) override { ++closed; }
  void on_request(gateway::http_request, gateway::responder respond) override { respond({}); }

  std::atomic<std::size_t> closed = 0;

private:
  std::unique_ptr<gateway::gateway> gateway_;
  std::atomic<std::size_t> open_ = 0;
  std::int64_t seq_ = 0;
};

struct measured {
  double cpu_us; ///< Of this process, per delivery.
  double p99_ms;
};

/// Publishes turn after turn, `interval_us` apart, and waits until the `readers` have received all
/// of it.
[[nodiscard]] measured run(server& s, exchange& shared, std::size_t readers, int burst,
                           std::int64_t turns, std::int64_t interval_us);

} // namespace palang::bench
