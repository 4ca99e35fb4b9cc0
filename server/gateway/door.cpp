#include "server/gateway/door.hpp"

#include "server/gateway/hub.hpp"

namespace palang::gateway {

namespace {

// 512, the usual value, costs a second when ten thousand clients come back at once.
constexpr int backlog = 4096;

// The kernel would grow a stopped reader's buffer to megabytes; this is still a second of events on
// a slow mobile link.
constexpr int send_buffer_bytes = 128 * 1024;

constexpr milliseconds retry_accept{200};

} // namespace

door::door(hub& h, listener which) : hub_(h), which_(which), acceptor_(h.loop) {}

result<void> door::open(const endpoint& at) {
  error_code ec;
  const auto address = net::ip::make_address(at.host, ec);
  const tcp::endpoint local{address, at.port};
  // Accepted sockets inherit the options: none has to be set per connection.
  if (!ec)
    acceptor_.open(local.protocol(), ec);
  if (!ec)
    acceptor_.set_option(net::socket_base::reuse_address(true), ec);
  if (!ec)
    acceptor_.set_option(tcp::no_delay(true), ec);
  if (!ec)
    acceptor_.set_option(net::socket_base::send_buffer_size(send_buffer_bytes), ec);
  if (!ec)
    acceptor_.bind(local, ec);
  if (!ec)
    acceptor_.listen(backlog, ec);
  if (ec)
    return fail(errc::invalid, at.host + ':' + std::to_string(at.port) + ": " + ec.message(),
                std::string{to_string(which_)});
  return {};
}

endpoint door::bound() const {
  error_code ec;
  const auto local = acceptor_.local_endpoint(ec);
  return {local.address().to_string(), local.port()};
}

void door::accept() {
  acceptor_.async_accept([this](error_code ec, tcp_socket socket) {
    if (!acceptor_.is_open())
      return;
    if (ec && ec != net::error::connection_aborted)
      return hub_.wheel.arm(*this, retry_accept);
    if (!ec)
      hub_.admit(which_, std::move(socket));
    accept();
  });
}

void door::close() {
  error_code ignored;
  acceptor_.close(ignored);
}

} // namespace palang::gateway
