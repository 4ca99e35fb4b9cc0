#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/protocol/messages.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The network side of palangd behind plain types: no Boost, no CAF, no JSON in this header.
namespace palang::gateway {

/// Names one WebSocket connection; never used again.
using connection_id = std::uint64_t;

/// What a connection tells. Called on the gateway's thread: must return at once and never throw.
class connection_handler {
public:
  virtual ~connection_handler() = default;
  /// The upgrade is done. `remote` is the peer's address without port.
  virtual void on_open(connection_id id, std::string remote) = 0;
  /// One whole text frame (valid UTF-8, at most limits::max_frame_bytes).
  virtual void on_text(connection_id id, std::string text) = 0;
  /// All that was sent to this connection has left for the kernel; asked for by notify_drained, told once each.
  virtual void on_drained(connection_id id) = 0;
  /// The last call for this id. `code`: the close code, ours or the peer's; 1006 when the link broke.
  virtual void on_close(connection_id id, std::uint16_t code) = 0;
};

enum class listener : std::uint8_t { client, intake, ops };
[[nodiscard]] std::string_view to_string(listener which) noexcept;

struct http_request {
  listener from = listener::client;
  std::string method;         ///< Upper case.
  std::string path;           ///< Without query string; percent-decoded.
  std::string query;          ///< Raw, without '?'.
  std::string content_type;   ///< Lower case, without parameters.
  std::string bearer_token;   ///< Of `Authorization: Bearer …`; empty when there is none.
  std::string if_none_match;
  std::string body;
  std::string remote;         ///< Peer address without port.
};

struct http_response {
  unsigned status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

/// Call exactly once, from any thread; calls after the connection is gone are ignored.
using responder = std::function<void(http_response)>;

/// Called on the gateway's thread: must return at once; the answer may come later.
class http_handler {
public:
  virtual ~http_handler() = default;
  virtual void on_request(http_request request, responder respond) = 0;
};

struct endpoint {
  std::string host;           ///< Numeric address.
  std::uint16_t port = 0;     ///< 0 takes a free one.
};

/// PEM files; both or neither.
struct tls_files {
  std::string certificate;
  std::string key;
};

/// How long the gateway waits. Tests shorten it; nobody else changes it.
struct timing {
  std::chrono::milliseconds ping = protocol::limits::server_ping;
  std::chrono::milliseconds silence = protocol::limits::silence;
  std::chrono::milliseconds stall = protocol::limits::slow_consumer_stall;
  std::chrono::milliseconds close{2'000};        ///< For the peer's part of a close.
  std::chrono::milliseconds http_read{10'000};   ///< For a request's head; a body gets another second per 4 KiB received.
  std::chrono::milliseconds http_idle{60'000};   ///< Between two requests of a connection.
  std::chrono::milliseconds http_answer{60'000}; ///< For the http_handler to respond; then 500.
};

struct settings {
  endpoint client{"127.0.0.1", 8181};
  endpoint intake{"127.0.0.1", 8182};
  endpoint ops{"127.0.0.1", 8183};
  std::optional<tls_files> tls;
  std::size_t max_connections = 20'000;
  double messages_per_second = 1'000;     ///< Sustained, of one connection (PROTOCOL 3.7).
  double message_burst = 2'000;
  timing waits{};
};

/// One event, encoded once, as the journal publishes it.
struct encoded_event {
  std::int64_t seq = 0;
  protocol::topic event_topic = protocol::topic::session;
  bool is_admin_only = false;
  std::string json;           ///< The whole event object.
};
using event_batch = std::shared_ptr<const std::vector<encoded_event>>;

/// What a connection gets of every published batch.
struct subscription {
  protocol::topic_mask topics = 0;
  bool is_admin = false;
  bool is_batch = false;      ///< Several events may share a frame as a JSON array.
  std::int64_t after_seq = 0; ///< Events up to this seq are not sent (they were replayed).
};

/// Owns the listeners, the sockets and one I/O thread. Every member function may be called from any thread; what one
/// thread calls in order happens in order.
class gateway {
public:
  virtual ~gateway() = default;

  /// The bound address of a listener (after port 0).
  [[nodiscard]] virtual endpoint bound(listener which) const = 0;

  /// Queues one text frame. Unknown ids are ignored. A connection whose queue passes limits::slow_consumer_bytes, or of
  /// whose queue nothing went out for limits::slow_consumer_stall, is closed 4503.
  virtual void send(connection_id id, std::string text) = 0;
  /// From now on publish() reaches this connection.
  virtual void subscribe(connection_id id, subscription what) = 0;
  /// One batch to every subscriber: each event is framed once per distinct frame shape, one write per client and turn.
  virtual void publish(event_batch events) = 0;
  /// One text frame to every connection that has sent a hello (mark_greeted), whatever its topics.
  virtual void broadcast(std::string text) = 0;
  virtual void mark_greeted(connection_id id) = 0;
  /// Asks for one on_drained.
  virtual void notify_drained(connection_id id) = 0;
  /// Sends what is queued, then a close frame; cuts after 2 s.
  virtual void close(connection_id id, std::uint16_t code, std::string reason) = 0;

  [[nodiscard]] virtual std::size_t connection_count() const = 0;

  /// Stops accepting; closes every connection 1001 with what it has queued; returns when all are gone or `deadline` is over.
  /// Not from a handler.
  virtual void stop(std::chrono::milliseconds deadline) = 0;
};

/// Binds and starts serving. The handlers outlive the gateway.
/// Errors: invalid with field "client", "intake" or "ops" when the address is taken or unusable (message says which), or
/// "tls" when the files cannot be read.
[[nodiscard]] result<std::unique_ptr<gateway>> start(const settings& s, connection_handler& connections,
                                                     http_handler& http);

} // namespace palang::gateway
