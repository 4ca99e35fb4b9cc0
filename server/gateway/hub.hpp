#pragma once

#include "server/gateway/door.hpp"
#include "server/gateway/fan_out.hpp"
#include "server/gateway/gateway.hpp"
#include "server/gateway/mailbox.hpp"
#include "server/gateway/net.hpp"
#include "server/gateway/session.hpp"
#include "server/gateway/timer_wheel.hpp"

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>

namespace palang::gateway {

struct in_dirty;

/// A WebSocket as the hub sees it.
class websocket : public session, public subscriber, public session_hook<in_dirty> {
public:
  using session::session;
  /// Writes what the turn has pushed, and closes the connection when it takes too little.
  virtual void flush_turn() = 0;
  virtual void close(std::uint16_t code, std::string_view reason) = 0;
  virtual void notify_drained() = 0;
  bool is_greeted = false;
};

/// What all sessions of a gateway share. Thread: the gateway's, but for what says otherwise.
class hub {
public:
  hub(net::io_context& loop, const settings& s, connection_handler& connections,
      http_handler& http);

  /// A new socket on `from`.
  void admit(listener from, tcp_socket socket);
  /// No session is left and none will come; the loop may end. Called once, after stop.
  std::function<void()> on_gone;

  net::io_context& loop;
  const settings options;
  connection_handler& connections;
  http_handler& http;
  std::unique_ptr<net::ssl::context> tls;
  timer_wheel wheel;
  std::shared_ptr<mailbox> mail;
  bool is_stopping = false;
  std::array<std::unique_ptr<door>, 3> doors;  ///< By listener.
  std::atomic<std::size_t> open_websockets{0}; ///< Thread: any.

  // For sessions.
  void add(session& s, listener from);
  void remove(listener from);
  [[nodiscard]] connection_id next_id() noexcept { return ++last_id_; }
  void add(websocket& w, connection_id id);
  void remove(websocket& w, connection_id id);
  /// `w` has something to write; it is written at the end of the turn.
  void mark_dirty(websocket& w);

private:
  void handle(std::vector<command::any> commands);
  void turn_wheel();
  void flush_dirty();
  void end_if_gone();
  [[nodiscard]] websocket* find(connection_id id);

  template <class Command>
  void on(Command& c);
  void on(command::publish& c);
  void publish_waiting();
  void run(command::send& c);
  void run(command::subscribe& c);
  void run(command::broadcast& c);
  void run(command::greet& c);
  void run(command::notify_drained& c);
  void run(command::close& c);
  void run(command::respond& c);
  void run(command::stop&);
  void run(command::cut&);
  void for_each_session(void (session::*what)());

  template <class T, class Tag>
  using list = boost::intrusive::list<T, boost::intrusive::base_hook<session_hook<Tag>>,
                                      boost::intrusive::constant_time_size<false>>;

  net::steady_timer ticks_;
  fan_out fans_;
  list<session, in_all> sessions_;
  list<websocket, in_dirty> dirty_;
  std::array<std::size_t, 3> open_sockets_{};
  std::unordered_map<connection_id, websocket*> websockets_;
  std::vector<event_batch> to_publish_;
  connection_id last_id_ = 0;
  bool is_gone_ = false;
};

} // namespace palang::gateway
