// What a connection costs that does nothing: memory, and the time of a core. One JSON line.
#include "server/gateway/gateway.hpp"
#include "tests/bench/fanout_support.hpp"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace palang;

namespace {

class idle_handler final : public gateway::connection_handler, public gateway::http_handler {
public:
  void on_open(gateway::connection_id, std::string) override { ++open; }
  void on_text(gateway::connection_id, std::string) override {}
  void on_drained(gateway::connection_id) override {}
  void on_close(gateway::connection_id, std::uint16_t) override {}
  void on_request(gateway::http_request, gateway::responder respond) override { respond({}); }
  std::atomic<std::size_t> open = 0;
};

/// Cores used over some seconds of doing nothing.
double cores_used(int seconds) {
  const auto before = bench::cpu_seconds();
  ::sleep(static_cast<unsigned>(seconds));
  return (bench::cpu_seconds() - before) / seconds;
}

} // namespace

/// bench_idle [CONNECTIONS], by default 10000.
int main(int argc, char** argv) {
  bench::raise_file_limit();
  const auto count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000UL;
  const bench::child clients{[&](bench::exchange& shared) {
    bench::wait_until([&] { return shared.port != 0; });
    const auto sockets = bench::connect_all(shared.port, count, true);
    shared.connected = static_cast<std::uint32_t>(count);
    ::pause();
  }};

  idle_handler handler;
  gateway::settings s;
  s.client.port = s.intake.port = s.ops.port = 0;
  s.waits.ping = s.waits.silence = std::chrono::hours{24};
  const auto g = gateway::start(s, handler, handler).value();
  const auto cores_empty = cores_used(5);
  const auto memory_before = bench::resident_bytes();
  const auto cpu_before = bench::cpu_seconds();
  clients.shared().port = g->bound(gateway::listener::client).port;
  bench::wait_until([&] { return handler.open == count && clients.shared().connected == count; });
  const auto handshake_us = (bench::cpu_seconds() - cpu_before) * 1e6 / static_cast<double>(count);
  const auto memory =
      static_cast<double>(bench::resident_bytes() - memory_before) / static_cast<double>(count);
  std::printf(
      R"({"bench":"idle","connections":%lu,"rss_bytes_each":%.0f,"handshake_cpu_us":%.1f,"cores_empty":%.5f,"cores":%.5f})"
      "\n",
      count, memory, handshake_us, cores_empty, cores_used(10));
}
