#include "tests/support/tcp_relay.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace palang::testing {

namespace {

using steady = std::chrono::steady_clock;

constexpr int poll_ms = 5;

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  at.sin_port = htons(port);
  return at;
}

int tcp_socket() {
  return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

void send_at_once(int fd) {
  const int on = 1;
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

bool has_something(int fd) {
  pollfd waiting{fd, POLLIN, 0};
  return ::poll(&waiting, 1, 0) > 0;
}

} // namespace

struct tcp_relay::link {
  int client;
  int server;
  std::optional<steady::time_point> answered_at; ///< Since when an answer waits here.

  void close() const {
    ::close(client);
    ::close(server);
  }
};

tcp_relay::tcp_relay(std::uint16_t target) : target_{target}, listening_{tcp_socket()} {
  auto at = loopback(0);
  socklen_t size = sizeof at;
  auto* address = reinterpret_cast<sockaddr*>(&at);
  if (::bind(listening_, address, size) != 0 || ::listen(listening_, 64) != 0
      || ::getsockname(listening_, address, &size) != 0)
    throw std::runtime_error("the relay cannot listen");
  port_ = ntohs(at.sin_port);
  thread_ = std::thread{[this] { run(); }};
}

tcp_relay::~tcp_relay() {
  is_ending_ = true;
  thread_.join();
  ::close(listening_);
}

void tcp_relay::mend() {
  is_open_to_server_ = true;
  is_open_to_client_ = true;
  delay_ = std::chrono::milliseconds{0};
}

bool tcp_relay::carry(link& between, bool is_to_server) {
  const int from = is_to_server ? between.client : between.server;
  const int to = is_to_server ? between.server : between.client;
  if (!(is_to_server ? is_open_to_server_ : is_open_to_client_) || !has_something(from))
    return true;
  if (!is_to_server) {
    if (!between.answered_at)
      between.answered_at = steady::now();
    if (steady::now() - *between.answered_at < delay_.load())
      return true;
    between.answered_at.reset();
  }
  std::array<char, 65'536> bytes{};
  const auto count = ::recv(from, bytes.data(), bytes.size(), 0);
  return count > 0
         && ::send(to, bytes.data(), static_cast<std::size_t>(count), MSG_NOSIGNAL) == count;
}

void tcp_relay::run() {
  std::vector<link> links;
  while (!is_ending_) {
    std::vector<pollfd> waiting{{listening_, POLLIN, 0}};
    for (const auto& l : links) {
      if (is_open_to_server_)
        waiting.push_back({l.client, POLLIN, 0});
      if (is_open_to_client_ && !l.answered_at)
        waiting.push_back({l.server, POLLIN, 0});
    }
    ::poll(waiting.data(), waiting.size(), poll_ms);
    if (waiting.front().revents != 0) {
      link fresh{::accept(listening_, nullptr, nullptr), tcp_socket(), std::nullopt};
      auto at = loopback(target_);
      send_at_once(fresh.client);
      send_at_once(fresh.server);
      if (::connect(fresh.server, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0)
        links.push_back(fresh);
      else
        fresh.close();
    }
    const bool are_dropped = is_dropping_.exchange(false);
    std::erase_if(links, [&](link& l) {
      const bool is_alive = !are_dropped && carry(l, true) && carry(l, false);
      if (!is_alive)
        l.close();
      return !is_alive;
    });
  }
  for (const auto& l : links)
    l.close();
}

} // namespace palang::testing
