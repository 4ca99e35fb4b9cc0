#include "tests/support/byte_stream.hpp"

#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <stdexcept>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace palang::testing {

namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

void set_option(int fd, int level, int name, const void* value, socklen_t bytes) {
  if (::setsockopt(fd, level, name, value, bytes) != 0)
    fail("setsockopt");
}

} // namespace

struct byte_stream::state {
  ~state() {
    SSL_free(tls);
    SSL_CTX_free(context);
    ::close(fd);
  }
  int fd = -1;
  SSL_CTX* context = nullptr;
  SSL* tls = nullptr;
};

byte_stream::byte_stream(std::uint16_t port, const options& o) : state_(std::make_unique<state>()) {
  state_->fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (state_->fd < 0)
    fail("socket");
  const int on = 1;
  set_option(state_->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (o.receive_buffer_bytes > 0)
    set_option(state_->fd, SOL_SOCKET, SO_RCVBUF, &o.receive_buffer_bytes, sizeof(int));
  const timeval patience{.tv_sec = o.patience.count() / 1000,
                         .tv_usec = o.patience.count() % 1000 * 1000};
  set_option(state_->fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  set_option(state_->fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);

  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(port);
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(state_->fd, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0)
    fail("connect");
  if (!o.is_tls)
    return;
  std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes without MSG_NOSIGNAL.
  state_->context = SSL_CTX_new(TLS_client_method());
  state_->tls = SSL_new(state_->context);
  SSL_set_fd(state_->tls, state_->fd);
  if (SSL_connect(state_->tls) != 1)
    throw std::runtime_error("TLS handshake failed");
}

byte_stream::~byte_stream() = default;
byte_stream::byte_stream(byte_stream&&) noexcept = default;
byte_stream& byte_stream::operator=(byte_stream&&) noexcept = default;

void byte_stream::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = state_->tls != nullptr
                          ? SSL_write(state_->tls, bytes.data(), static_cast<int>(bytes.size()))
                          : ::send(state_->fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0)
      fail("send");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::string byte_stream::receive() {
  std::string room(64 * 1024, '\0');
  const auto count = state_->tls != nullptr
                         ? SSL_read(state_->tls, room.data(), static_cast<int>(room.size()))
                         : ::recv(state_->fd, room.data(), room.size(), 0);
  if (count < 0 && errno != ECONNRESET)
    fail("receive");
  room.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return room;
}

void byte_stream::shut_sending() {
  ::shutdown(state_->fd, SHUT_WR);
}

} // namespace palang::testing
