#include "tests/bench/ws_load.hpp"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdexcept>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace palang::bench {

namespace {

void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN) {
      pollfd wanted{socket, POLLOUT, 0};
      ::poll(&wanted, 1, 1'000);
    } else {
      return; // the server closed; the reading side notices
    }
  }
}

/// Length of the frame's header and payload; 0 while more bytes are needed.
struct frame_view {
  unsigned opcode = 0;
  std::size_t header = 0;
  std::size_t payload = 0;
};

frame_view look(std::string_view bytes) {
  if (bytes.size() < 2)
    return {};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  frame_view f{byte(0) & 0x0FU, 2, byte(1) & 0x7FU};
  const std::size_t extra = f.payload == 126 ? 2 : f.payload == 127 ? 8 : 0;
  if (bytes.size() < 2 + extra)
    return {};
  if (extra > 0) {
    f.payload = 0;
    for (std::size_t i = 0; i < extra; ++i)
      f.payload = f.payload << 8 | byte(2 + i);
    f.header += extra;
  }
  return bytes.size() < f.header + f.payload ? frame_view{} : f;
}

} // namespace

ws_load::~ws_load() {
  for (const auto& c : clients_)
    if (c.socket >= 0)
      ::close(c.socket);
  if (poll_ >= 0)
    ::close(poll_);
}

std::size_t ws_load::add() {
  if (poll_ < 0)
    poll_ = ::epoll_create1(EPOLL_CLOEXEC);
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket);
    throw std::runtime_error("connect");
  }
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  send_all(socket,
           "GET /v1 HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
           "Sec-WebSocket-Protocol: palang.v1\r\n\r\n");
  client c{socket, {}};
  while (c.received.find("\r\n\r\n") == std::string::npos) {
    std::array<char, 4096> chunk;
    const auto count = ::recv(socket, chunk.data(), chunk.size(), 0);
    if (count <= 0)
      throw std::runtime_error("upgrade");
    c.received.append(chunk.data(), static_cast<std::size_t>(count));
  }
  if (!c.received.starts_with("HTTP/1.1 101"))
    throw std::runtime_error(c.received);
  c.received.erase(0, c.received.find("\r\n\r\n") + 4);
  ::fcntl(socket, F_SETFL, O_NONBLOCK);
  epoll_event wanted{};
  wanted.events = EPOLLIN;
  wanted.data.u64 = clients_.size();
  ::epoll_ctl(poll_, EPOLL_CTL_ADD, socket, &wanted);
  clients_.push_back(std::move(c));
  return clients_.size() - 1;
}

void ws_load::send(std::size_t index, std::string_view text) {
  write_frame(index, 1, text);
}

void ws_load::write_frame(std::size_t index, unsigned char opcode, std::string_view payload) {
  std::string frame;
  frame.push_back(static_cast<char>(0x80 | opcode));
  if (payload.size() < 126) {
    frame.push_back(static_cast<char>(0x80 | payload.size()));
  } else {
    frame.push_back(static_cast<char>(0x80 | 126));
    frame.push_back(static_cast<char>(payload.size() >> 8));
    frame.push_back(static_cast<char>(payload.size()));
  }
  frame.append(4, '\0'); // a mask of zeros leaves the payload as it is
  frame += payload;
  send_all(clients_[index].socket, frame);
}

void ws_load::take(std::size_t index, const on_text& handler) {
  auto& c = clients_[index];
  std::array<char, 65'536> chunk;
  const auto count = ::recv(c.socket, chunk.data(), chunk.size(), 0);
  if (count == 0 || (count < 0 && errno != EAGAIN)) {
    ::close(c.socket);
    c.socket = -1;
    ++closed_;
    return;
  }
  if (count > 0)
    c.received.append(chunk.data(), static_cast<std::size_t>(count));
  std::size_t used = 0;
  const std::string_view all = c.received;
  for (auto f = look(all); f.header > 0; f = look(all.substr(used))) {
    const auto payload = all.substr(used + f.header, f.payload);
    if (f.opcode == 1)
      handler(index, payload);
    else if (f.opcode == 9)
      write_frame(index, 10, payload);
    used += f.header + f.payload;
  }
  c.received.erase(0, used);
}

bool ws_load::run(const on_text& handler, const std::function<bool()>& is_done, int idle_ms) {
  std::array<epoll_event, 256> ready;
  while (!is_done()) {
    const int count = ::epoll_wait(poll_, ready.data(), static_cast<int>(ready.size()), idle_ms);
    if (count <= 0)
      return false;
    for (int i = 0; i < count; ++i)
      take(ready[static_cast<std::size_t>(i)].data.u64, handler);
  }
  return true;
}

double cpu_seconds(int pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  // Fields 14 and 15, counted behind the name in brackets, which may hold spaces.
  std::size_t at = text.rfind(')') + 2;
  for (int skipped = 0; skipped < 11; ++skipped)
    at = text.find(' ', at) + 1;
  const auto user = std::stoll(text.substr(at));
  const auto system = std::stoll(text.substr(text.find(' ', at) + 1));
  return static_cast<double>(user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::size_t resident_bytes(int pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  in >> total >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace palang::bench
