// What one delivery costs the server: the gateway beside a bare loop that makes one send() per
// client and turn with the same bytes. One JSON line per case; medians of interleaved rounds. Only
// the ratio within one run means anything.
#include "server/gateway/frame.hpp"
#include "tests/bench/fanout_subscribers.hpp"

#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

using namespace palang::bench;

namespace {

constexpr int rounds = 3;

class bare_server final : public server {
public:
  bare_server(exchange& shared, std::size_t count) {
    const int listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    const int send_buffer = 128 * 1024;
    ::setsockopt(listening, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(listening, SOL_SOCKET, SO_SNDBUF, &send_buffer, sizeof send_buffer);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    ::bind(listening, reinterpret_cast<const sockaddr*>(&at), size);
    ::listen(listening, 4096);
    ::getsockname(listening, reinterpret_cast<sockaddr*>(&at), &size);
    shared.port = ntohs(at.sin_port);
    while (sockets_.size() < count)
      sockets_.push_back(::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC));
    ::close(listening);
    wait_until([&] { return shared.connected == count; });
  }
  ~bare_server() override {
    for (const int fd : sockets_)
      ::close(fd);
  }

  void publish(int burst) override {
    std::string bytes;
    const auto at = now_ns();
    for (int i = 0; i < burst; ++i)
      palang::gateway::append_text_frame(bytes, event_json(at));
    for (const int fd : sockets_)
      if (::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL)
          != static_cast<ssize_t>(bytes.size()))
        std::perror("send");
  }

private:
  std::vector<int> sockets_;
};

/// At half of what a core can do, so that turns never merge.
measured run_paced(server& s, exchange& shared, std::size_t subscribers, int burst) {
  const auto interval_us =
      std::max<std::int64_t>(5'000, static_cast<std::int64_t>(subscribers) * 25);
  const auto turns = std::max<std::int64_t>(25, 2'000'000 / interval_us);
  return run(s, shared, subscribers, burst, turns, interval_us);
}

void measure(std::size_t subscribers) {
  const child gateway_clients{[&](exchange& x) { read_for_ever(x, subscribers, true); }};
  const child bare_clients{[&](exchange& x) { read_for_ever(x, subscribers, false); }};
  gateway_server ours{gateway_clients.shared(), subscribers};
  bare_server bare{bare_clients.shared(), subscribers};
  for (const int burst : {1, 24, 64}) {
    std::vector<double> our_cpu, bare_cpu, ratio, our_p99, bare_p99;
    for (int round = 0; round < rounds; ++round) {
      const auto a = run_paced(ours, gateway_clients.shared(), subscribers, burst);
      const auto b = run_paced(bare, bare_clients.shared(), subscribers, burst);
      our_cpu.push_back(a.cpu_us);
      bare_cpu.push_back(b.cpu_us);
      ratio.push_back(b.cpu_us / a.cpu_us);
      our_p99.push_back(a.p99_ms);
      bare_p99.push_back(b.p99_ms);
    }
    std::printf(
        R"({"bench":"fanout","subscribers":%zu,"burst":%d,"gateway_cpu_us":%.3f,"bare_cpu_us":%.3f,)"
        R"("per_cpu_second_of_bare":%.2f,"deliveries_per_cpu_second":%.0f,"gateway_p99_ms":%.2f,"bare_p99_ms":%.2f})"
        "\n",
        subscribers, burst, median(our_cpu), median(bare_cpu), median(ratio), 1e6 / median(our_cpu),
        median(our_p99), median(bare_p99));
    std::fflush(stdout);
  }
}

} // namespace

/// bench_fanout [SUBSCRIBERS…], by default 100 1000 5000.
int main(int argc, char** argv) {
  raise_file_limit();
  std::vector<std::size_t> counts;
  for (int i = 1; i < argc; ++i)
    counts.push_back(std::strtoul(argv[i], nullptr, 10));
  if (counts.empty())
    counts = {100, 1'000, 5'000};
  for (const auto count : counts)
    measure(count);
}
