#pragma once

#include "server/actors/messages.hpp"
#include "shared/protocol/messages.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palang::actors {

/// One event as the journal keeps it: encoded once, for everyone.
struct encoded_event {
  std::int64_t seq = 0;
  protocol::topic event_topic = protocol::topic::session;
  bool is_admin_only = false;
  std::string json;
};

/// Whether a subscriber gets this event.
[[nodiscard]] inline bool wants(const subscription& what, const encoded_event& e) noexcept {
  return (what.topics & protocol::bit(e.event_topic)) != 0 && (!e.is_admin_only || what.is_admin);
}

/// The way out to the clients, as the actors see it. Every function returns at once; thread: any.
/// What one actor calls in order reaches a connection in order. Connections that are gone are
/// ignored.
class outbound {
public:
  virtual ~outbound() = default;

  virtual void send(connection_id to, const protocol::server_message& message) = 0;
  /// Past events, already filtered.
  virtual void replay(connection_id to, std::span<const encoded_event* const> events,
                      bool is_batch) = 0;
  /// From now on publish() reaches `to`, with events after `after_seq`.
  virtual void subscribe(connection_id to, const subscription& what, std::int64_t after_seq) = 0;
  virtual void publish(const std::vector<encoded_event>& events) = 0;
  /// To every connection that was marked by greet().
  virtual void broadcast(const protocol::status& what) = 0;
  virtual void greet(connection_id who) = 0;
  /// Asks for one connection_drained to the sessions.
  virtual void notify_drained(connection_id who) = 0;
  /// After what is queued.
  virtual void close(connection_id who, std::uint16_t code, const std::string& reason) = 0;

  /// Where publishing goes on from: what the table held when the journal was loaded first.
  virtual void publish_after(std::int64_t seq) = 0;
  /// Of the last published event, or what publish_after() said; nullopt before. Outlives a restart
  /// of the journal.
  [[nodiscard]] virtual std::optional<std::int64_t> published_seq() const = 0;
};

} // namespace palang::actors
