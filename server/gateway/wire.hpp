#pragma once

#include "server/gateway/net.hpp"
#include "server/gateway/write_queue.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/role.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace palang::gateway {

/// Who speaks over a wire; kept alive by the wire's pending operations.
class wire_owner : public std::enable_shared_from_this<wire_owner> {
public:
  virtual ~wire_owner() = default;
  /// All that was pushed has left for the kernel; called from flush() or later.
  virtual void on_drained() = 0;
};

/// One TCP connection, with or without TLS, and what waits to be written to it. Whoever writes
/// pushes whole frames or messages; flush() gives the kernel all that waits in one call that never
/// blocks. Thread: the gateway's.
class wire {
public:
  /// `tls` is null for plain text; then no handshake is needed.
  wire(tcp_socket socket, net::ssl::context* tls);

  void own(wire_owner& owner) { owner_ = &owner; }
  [[nodiscard]] bool is_tls() const noexcept { return tls_ != nullptr; }
  void handshake(std::function<void(error_code)> done);

  /// Ignored once seal(), finish(), close_when_written() or cut() was called.
  void push(const shared_block& b);
  void flush();
  [[nodiscard]] const write_queue& queue() const noexcept { return queue_; }
  /// Nothing waits and no write is under way.
  [[nodiscard]] bool is_drained() const noexcept { return queue_.empty() && !is_writing_; }
  /// Since when nothing could be written though something waits.
  [[nodiscard]] std::optional<time_point> blocked_since() const noexcept { return blocked_since_; }
  void drop_unstarted() { queue_.drop_unstarted(); }

  /// Accepts no further push; what is queued is still written by flush().
  void seal() noexcept { ending_ = ending::sealed; }
  /// Writes the rest, shuts the sending side, and reads and forgets what comes until the peer
  /// closes: closing with unread bytes would reset the connection and could destroy what the peer
  /// has not read yet. No read may be pending.
  void finish();
  /// Writes the rest and closes: enough when the peer has said that it will send no more.
  void close_when_written();
  /// Closes at once; pending operations end with an error.
  void cut();
  [[nodiscard]] bool is_open() const noexcept { return socket_.is_open(); }

  // What wire_stream gives to Beast.
  [[nodiscard]] executor get_executor() noexcept { return socket_.get_executor(); }
  template <class Buffers, class Handler>
  void async_read_some(const Buffers& buffers, Handler&& handler) {
    if (tls_)
      tls_->async_read_some(buffers, std::forward<Handler>(handler));
    else
      socket_.async_read_some(buffers, std::forward<Handler>(handler));
  }

private:
  enum class ending : std::uint8_t { none, sealed, finish, close };

  void flush_plain();
  void flush_tls();
  void wait_writable();
  void after_write();
  void end_with(ending how);
  void shut_sending();
  void discard_input();

  tcp_socket socket_;
  std::unique_ptr<net::ssl::stream<tcp_socket&>> tls_;
  wire_owner* owner_ = nullptr;
  write_queue queue_;
  std::string record_; // TLS only: what is being written.
  std::optional<time_point> blocked_since_;
  bool is_writing_ = false; // A wait (plain) or a write (TLS) is pending.
  ending ending_ = ending::none;
};

/// The stream that Beast reads from and writes to. What Beast writes (the handshake's answer,
/// pongs, close frames) joins the wire's queue, so it keeps its order with the frames of ours and
/// never lands inside one.
class wire_stream {
public:
  using executor_type = executor;

  explicit wire_stream(wire& w) : wire_(&w) {}

  [[nodiscard]] executor get_executor() const noexcept { return wire_->get_executor(); }

  template <class Buffers, class Handler>
  void async_read_some(const Buffers& buffers, Handler&& handler) {
    wire_->async_read_some(buffers, std::forward<Handler>(handler));
  }

  template <class Buffers, class Handler>
  void async_write_some(const Buffers& buffers, Handler&& handler) {
    auto bytes = boost::beast::buffers_to_string(buffers);
    const auto count = bytes.size();
    wire_->push(make_block(std::move(bytes)));
    wire_->flush();
    net::post(get_executor(), boost::beast::bind_front_handler(std::forward<Handler>(handler),
                                                               error_code{}, count));
  }

private:
  wire* wire_;
};

// Beast asks for these when a WebSocket has closed; the session ends the wire itself, after what is
// still queued.
inline void beast_close_socket(wire_stream&) {}

template <class Handler>
void async_teardown(boost::beast::role_type, wire_stream& stream, Handler&& handler) {
  net::post(stream.get_executor(),
            boost::beast::bind_front_handler(std::forward<Handler>(handler), error_code{}));
}

inline void teardown(boost::beast::role_type, wire_stream&, error_code& ec) {
  ec = {};
}

} // namespace palang::gateway
