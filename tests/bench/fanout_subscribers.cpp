#include "tests/bench/fanout_subscribers.hpp"

#include <charconv>
#include <cstdio>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace palang::bench {

namespace {

constexpr std::size_t time_at = 4 + 7; // Where the publishing time stands in a frame.

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
  shared.samples_us[index] = static_cast<std::uint32_t>((now_ns() - at) / 1000);
}

} // namespace

std::string event_json(std::int64_t at_ns) {
  char text[event_bytes + 1];
  std::snprintf(text, sizeof text, R"({"at":"%020lld","type":"event"})",
                static_cast<long long>(at_ns));
  std::string json{text};
  json.insert(json.size() - 1, event_bytes - json.size(), ' ');
  return json;
}

void read_for_ever(exchange& shared, std::size_t count, bool is_websocket, std::size_t stopped) {
  wait_until([&] { return shared.port != 0; });
  const auto sockets = connect_all(shared.port, count, is_websocket, stopped);
  const int epoll = ::epoll_create1(0);
  std::vector<std::uint64_t> positions(count);
  for (std::size_t i = stopped; i < count; ++i) {
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

gateway_server::gateway_server(exchange& shared, std::size_t count) {
  gateway::settings s;
  s.client.port = s.intake.port = s.ops.port = 0;
  s.waits.ping = s.waits.silence =
      std::chrono::hours{24}; // A ping would not fit the fixed frame size.
  s.waits.stall = std::chrono::hours{1};
  gateway_ = gateway::start(s, *this, *this).value();
  shared.port = gateway_->bound(gateway::listener::client).port;
  wait_until([&] { return shared.connected == count && open_ == count; });
}

void gateway_server::publish(int burst) {
  auto events = std::make_shared<std::vector<gateway::encoded_event>>();
  const auto at = now_ns();
  for (int i = 0; i < burst; ++i)
    events->push_back({++seq_, protocol::topic::session, false, event_json(at)});
  gateway_->publish(events);
}

void gateway_server::on_open(gateway::connection_id id, std::string) {
  gateway_->subscribe(id, {.topics = protocol::bit(protocol::topic::session)});
  ++open_;
}

measured run(server& s, exchange& shared, std::size_t readers, int burst, std::int64_t turns,
             std::int64_t interval_us) {
  const auto deliveries =
      static_cast<std::uint64_t>(turns) * readers * static_cast<std::uint64_t>(burst);
  shared.bytes = 0;
  shared.sample_count = 0;
  const auto before = cpu_seconds();
  auto next = now_ns();
  for (std::int64_t i = 0; i < turns; ++i) {
    s.publish(burst);
    next += interval_us * 1000;
    if (const auto left = next - now_ns(); left > 0)
      ::usleep(static_cast<useconds_t>(left / 1000));
  }
  wait_until([&] { return shared.bytes >= deliveries * frame_bytes; });
  const auto used = cpu_seconds() - before;
  const auto count = std::min(shared.sample_count.load(), exchange::max_samples);
  const std::vector<std::uint32_t> samples(shared.samples_us, shared.samples_us + count);
  return {used * 1e6 / static_cast<double>(deliveries), percentile(samples, 0.99) / 1000.0};
}

} // namespace palang::bench
