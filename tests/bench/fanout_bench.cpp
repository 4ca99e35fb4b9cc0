// What one delivery costs the server: the gateway beside a bare loop that makes one send() per
// client and turn with the same bytes. One JSON line per case; medians of interleaved rounds. Only
// the ratio within one run means anything.
#include "server/gateway/frame.hpp"
#include "server/gateway/gateway.hpp"
#include "tests/bench/fanout_support.hpp"

#include <arpa/inet.h>
#include <atomic>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace palang;
using bench::exchange;

namespace {

constexpr std::size_t event_bytes = 250;
constexpr std::size_t frame_bytes = event_bytes + 4;
constexpr std::size_t time_at = 4 + 7; // Where the publishing time stands in a frame.
constexpr int rounds = 3;

std::string event_json(std::int64_t at_ns) {
  char text[event_bytes + 1];
  std::snprintf(text, sizeof text, R"({"at":"%020lld","type":"event"})",
                static_cast<long long>(at_ns));
  std::string json{text};
  json.insert(json.size() - 1, event_bytes - json.size(), ' ');
  return json;
}

/// One latency per read: that of the last whole frame in what was read.
void sample(exchange& shared, std::uint64_t position, const char* bytes, std::size_t count) {
  const auto first = (frame_bytes - position % frame_bytes) % frame_bytes;
  if (count < first + frame_bytes)
    return;
  const auto last = first + (count - first) / frame_bytes * frame_bytes - frame_bytes;
  std::int64_t at = 0;
  std::from_chars(bytes + last + time_at, bytes + last + time_at + 20, at);
  const auto index =
      shared.sample_count.fetch_add(1, std::memory_order_relaxed) % exchange::max_samples;
  shared.samples_us[index] = static_cast<std::uint32_t>((bench::now_ns() - at) / 1000);
}

void read_for_ever(exchange& shared, std::size_t count, bool is_websocket) {
  bench::wait_until([&] { return shared.port != 0; });
  const auto sockets = bench::connect_all(shared.port, count, is_websocket);
  const int epoll = ::epoll_create1(0);
  std::vector<std::uint64_t> positions(count);
  for (std::size_t i = 0; i < count; ++i) {
    epoll_event interest{.events = EPOLLIN, .data = {.u64 = i}};
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, sockets[i], &interest);
  }
  shared.connected = static_cast<std::uint32_t>(count);
  std::vector<char> room(256 * 1024);
  std::vector<epoll_event> ready(1024);
  for (;;) {
    const auto n = ::epoll_wait(epoll, ready.data(), static_cast<int>(ready.size()), -1);
    for (int k = 0; k < n; ++k) {
      const auto i = ready[static_cast<std::size_t>(k)].data.u64;
      const auto got = ::recv(sockets[i], room.data(), room.size(), MSG_DONTWAIT);
      if (got <= 0)
        continue;
      sample(shared, positions[i], room.data(), static_cast<std::size_t>(got));
      positions[i] += static_cast<std::uint64_t>(got);
      shared.bytes.fetch_add(static_cast<std::uint64_t>(got), std::memory_order_relaxed);
    }
  }
}

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
  gateway_server(exchange& shared, std::size_t count) {
    gateway::settings s;
    s.client.port = s.intake.port = s.ops.port = 0;
    s.waits.ping = s.waits.silence =
        std::chrono::hours{24}; // A ping would not fit the fixed frame size.
    gateway_ = gateway::start(s, *this, *this).value();
    shared.port = gateway_->bound(gateway::listener::client).port;
    bench::wait_until([&] { return shared.connected == count && open_ == count; });
  }

  void publish(int burst) override {
    auto events = std::make_shared<std::vector<gateway::encoded_event>>();
    const auto at = bench::now_ns();
    for (int i = 0; i < burst; ++i)
      events->push_back({++seq_, protocol::topic::session, false, event_json(at)});
    gateway_->publish(events);
  }

  void on_open(gateway::connection_id id, std::string) override {
    gateway_->subscribe(id, {.topics = protocol::bit(protocol::topic::session)});
    ++open_;
  }
  void on_text(gateway::connection_id, std::string) override {}
  void on_drained(gateway::connection_id) override {}
  void on_close(gateway::connection_id, std::uint16_t) override {}
  void on_request(gateway::http_request, gateway::responder respond) override { respond({}); }

private:
  std::unique_ptr<gateway::gateway> gateway_;
  std::atomic<std::size_t> open_ = 0;
  std::int64_t seq_ = 0;
};

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
    bench::wait_until([&] { return shared.connected == count; });
  }
  ~bare_server() override {
    for (const int fd : sockets_)
      ::close(fd);
  }

  void publish(int burst) override {
    std::string bytes;
    const auto at = bench::now_ns();
    for (int i = 0; i < burst; ++i)
      gateway::append_text_frame(bytes, event_json(at));
    for (const int fd : sockets_)
      if (::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL)
          != static_cast<ssize_t>(bytes.size()))
        std::perror("send");
  }

private:
  std::vector<int> sockets_;
};

struct measured {
  double cpu_us; ///< Of the server, per delivery.
  double p99_ms;
};

/// Publishes turn after turn at half of what a core can do, so that turns never merge.
measured run(server& s, exchange& shared, std::size_t subscribers, int burst) {
  const auto interval_us =
      std::max<std::int64_t>(5'000, static_cast<std::int64_t>(subscribers) * 25);
  const auto turns = std::max<std::int64_t>(25, 2'000'000 / interval_us);
  const auto deliveries =
      static_cast<std::uint64_t>(turns) * subscribers * static_cast<std::uint64_t>(burst);
  shared.bytes = 0;
  shared.sample_count = 0;
  const auto before = bench::cpu_seconds();
  auto next = bench::now_ns();
  for (std::int64_t i = 0; i < turns; ++i) {
    s.publish(burst);
    next += interval_us * 1000;
    if (const auto left = next - bench::now_ns(); left > 0)
      ::usleep(static_cast<useconds_t>(left / 1000));
  }
  bench::wait_until([&] { return shared.bytes >= deliveries * frame_bytes; });
  const auto used = bench::cpu_seconds() - before;
  const auto count = std::min(shared.sample_count.load(), exchange::max_samples);
  const std::vector<std::uint32_t> samples(shared.samples_us, shared.samples_us + count);
  return {used * 1e6 / static_cast<double>(deliveries), bench::percentile(samples, 0.99) / 1000.0};
}

void measure(std::size_t subscribers) {
  const bench::child gateway_clients{[&](exchange& x) { read_for_ever(x, subscribers, true); }};
  const bench::child bare_clients{[&](exchange& x) { read_for_ever(x, subscribers, false); }};
  gateway_server ours{gateway_clients.shared(), subscribers};
  bare_server bare{bare_clients.shared(), subscribers};
  for (const int burst : {1, 24, 64}) {
    std::vector<double> our_cpu, bare_cpu, ratio, our_p99, bare_p99;
    for (int round = 0; round < rounds; ++round) {
      const auto a = run(ours, gateway_clients.shared(), subscribers, burst);
      const auto b = run(bare, bare_clients.shared(), subscribers, burst);
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
        subscribers, burst, bench::median(our_cpu), bench::median(bare_cpu), bench::median(ratio),
        1e6 / bench::median(our_cpu), bench::median(our_p99), bench::median(bare_p99));
    std::fflush(stdout);
  }
}

} // namespace

/// bench_fanout [SUBSCRIBERS…], by default 100 1000 5000.
int main(int argc, char** argv) {
  bench::raise_file_limit();
  std::vector<std::size_t> counts;
  for (int i = 1; i < argc; ++i)
    counts.push_back(std::strtoul(argv[i], nullptr, 10));
  if (counts.empty())
    counts = {100, 1'000, 5'000};
  for (const auto count : counts)
    measure(count);
}
