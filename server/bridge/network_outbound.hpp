#pragma once

#include "server/actors/outbound.hpp"
#include "server/gateway/gateway.hpp"

#include <atomic>
#include <cstdint>
#include <optional>

namespace palang::bridge {

/// The actors' way out: encodes, and hands to the gateway. Until connect() everything is dropped;
/// nobody is connected yet.
class network_outbound final : public actors::outbound {
public:
  /// Call once, before the gateway's first connection. The gateway outlives the actors' use of this
  /// object.
  void connect(gateway::gateway& to) { gateway_.store(&to); }
  /// What the last broadcast said.
  [[nodiscard]] bool is_db_up() const noexcept { return is_db_up_.load(); }

  void send(actors::connection_id to, const protocol::server_message& message) override;
  void replay(actors::connection_id to, std::span<const actors::encoded_event* const> events,
              bool is_batch) override;
  void subscribe(actors::connection_id to, const actors::subscription& what,
                 std::int64_t after_seq) override;
  void publish(const std::vector<actors::encoded_event>& events) override;
  void broadcast(const protocol::status& what) override;
  void greet(actors::connection_id who) override;
  void notify_drained(actors::connection_id who) override;
  void close(actors::connection_id who, std::uint16_t code, const std::string& reason) override;
  void publish_after(std::int64_t seq) override { published_seq_ = seq; }
  [[nodiscard]] std::optional<std::int64_t> published_seq() const override;

private:
  static constexpr std::int64_t unknown = -1;

  template <class F>
  void with_gateway(F call) {
    if (auto* to = gateway_.load())
      call(*to);
  }

  std::atomic<gateway::gateway*> gateway_ = nullptr;
  std::atomic<std::int64_t> published_seq_ = unknown;
  std::atomic<bool> is_db_up_ = true;
};

} // namespace palang::bridge
