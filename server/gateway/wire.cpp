#include "server/gateway/wire.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>
#include <span>

namespace palang::gateway {

namespace {

constexpr std::size_t pieces_per_write = 64; // What Asio passes to the kernel in one call.
constexpr std::size_t tls_record_bytes = 16 * 1024;

} // namespace

wire::wire(tcp_socket socket, net::ssl::context* tls) : socket_(std::move(socket)) {
  error_code ignored;
  socket_.non_blocking(true, ignored);
  if (tls != nullptr)
    tls_ = std::make_unique<net::ssl::stream<tcp_socket&>>(socket_, *tls);
}

void wire::handshake(std::function<void(error_code)> done) {
  tls_->async_handshake(net::ssl::stream_base::server, std::move(done));
}

void wire::push(const shared_block& b) {
  if (ending_ == ending::none)
    queue_.push(b);
}

void wire::flush() {
  if (is_writing_ || queue_.empty() || !is_open())
    return;
  if (tls_)
    flush_tls();
  else
    flush_plain();
}

void wire::flush_plain() {
  while (!queue_.empty()) {
    std::array<std::string_view, pieces_per_write> pieces;
    const auto count = queue_.gather(pieces);
    error_code ec;
    std::size_t offered = 0;
    std::size_t written = 0;
    if (count == 1) { // send() is cheaper than sendmsg(), and this is the common case.
      offered = pieces[0].size();
      written = socket_.write_some(net::buffer(pieces[0]), ec);
    } else {
      std::array<net::const_buffer, pieces_per_write> buffers;
      for (std::size_t i = 0; i < count; ++i) {
        buffers[i] = net::buffer(pieces[i]);
        offered += pieces[i].size();
      }
      written = socket_.write_some(std::span{buffers}.first(count), ec);
    }
    if (ec && ec != net::error::would_block)
      return cut();
    if (written > 0) {
      queue_.consume(written);
      blocked_since_.reset();
    }
    if (written < offered)
      return wait_writable();
  }
  after_write();
}

void wire::wait_writable() {
  if (!blocked_since_)
    blocked_since_ = steady::now();
  is_writing_ = true;
  socket_.async_wait(tcp_socket::wait_write,
                     [this, keep = owner_->shared_from_this()](error_code ec) {
                       is_writing_ = false;
                       if (!ec)
                         flush();
                     });
}

// One record at a time, copied: the engine encrypts into buffers of its own anyway.
void wire::flush_tls() {
  std::array<std::string_view, pieces_per_write> pieces;
  const auto count = queue_.gather(pieces);
  record_.clear();
  for (std::size_t i = 0; i < count && record_.size() < tls_record_bytes; ++i)
    record_ += pieces[i].substr(0, tls_record_bytes - record_.size());
  queue_.consume(record_.size());
  if (!blocked_since_)
    blocked_since_ = steady::now();
  is_writing_ = true;
  net::async_write(*tls_, net::buffer(record_),
                   [this, keep = owner_->shared_from_this()](error_code ec, std::size_t) {
                     is_writing_ = false;
                     if (ec)
                       return cut();
                     blocked_since_.reset();
                     if (queue_.empty())
                       after_write();
                     else
                       flush();
                   });
}

void wire::after_write() {
  if (ending_ == ending::finish)
    return shut_sending();
  if (ending_ == ending::close)
    return cut();
  owner_->on_drained();
}

void wire::finish() {
  if (!is_open())
    return;
  discard_input();
  end_with(ending::finish);
}

void wire::close_when_written() {
  end_with(ending::close);
}

void wire::end_with(ending how) {
  ending_ = how;
  if (is_drained())
    after_write();
  else
    flush();
}

void wire::shut_sending() {
  error_code ignored;
  if (tls_)
    tls_->async_shutdown([this, keep = owner_->shared_from_this()](error_code) { cut(); });
  else
    socket_.shutdown(tcp_socket::shutdown_send, ignored);
}

void wire::discard_input() {
  if (tls_)
    return;                                      // The shutdown reads until the peer's own.
  thread_local std::array<char, 64 * 1024> sink; // Shared: nobody looks at what lands there.
  socket_.async_read_some(net::buffer(sink),
                          [this, keep = owner_->shared_from_this()](error_code ec, std::size_t) {
                            if (ec)
                              cut();
                            else
                              discard_input();
                          });
}

void wire::cut() {
  ending_ = ending::sealed;
  queue_.clear();
  error_code ignored;
  socket_.close(ignored);
}

} // namespace palang::gateway
