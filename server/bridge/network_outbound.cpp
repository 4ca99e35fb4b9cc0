#include "server/bridge/network_outbound.hpp"

#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <iterator>

namespace palang::bridge {

namespace {

gateway::encoded_event for_gateway(const actors::encoded_event& e) {
  return {e.seq, e.event_topic, e.is_admin_only, e.json};
}

/// One frame for all of them.
std::string as_array(std::span<const actors::encoded_event* const> events) {
  std::string frame = "[";
  for (const auto* e : events) {
    if (frame.size() > 1)
      frame += ',';
    frame += e->json;
  }
  return frame += ']';
}

} // namespace

void network_outbound::send(actors::connection_id to, const protocol::server_message& message) {
  with_gateway([&](auto& g) { g.send(to, protocol::encode(message)); });
}

void network_outbound::replay(actors::connection_id to,
                              std::span<const actors::encoded_event* const> events, bool is_batch) {
  with_gateway([&](auto& g) {
    if (is_batch)
      return g.send(to, as_array(events));
    for (const auto* e : events)
      g.send(to, e->json);
  });
}

void network_outbound::subscribe(actors::connection_id to, const actors::subscription& what,
                                 std::int64_t after_seq) {
  with_gateway([&](auto& g) {
    g.subscribe(to, {what.topics, what.is_admin, what.is_batch, after_seq});
  });
}

void network_outbound::publish(const std::vector<actors::encoded_event>& events) {
  auto batch = std::make_shared<std::vector<gateway::encoded_event>>();
  batch->reserve(events.size());
  std::ranges::transform(events, std::back_inserter(*batch), for_gateway);
  published_seq_ = events.back().seq;
  with_gateway([&](auto& g) { g.publish(std::move(batch)); });
}

std::optional<std::int64_t> network_outbound::published_seq() const {
  const auto seq = published_seq_.load();
  return seq == unknown ? std::nullopt : std::optional{seq};
}

void network_outbound::broadcast(const protocol::status& what) {
  is_db_up_ = what.is_db_up;
  with_gateway([&](auto& g) { g.broadcast(protocol::encode(protocol::server_message{what})); });
}

void network_outbound::greet(actors::connection_id who) {
  with_gateway([&](auto& g) { g.mark_greeted(who); });
}

void network_outbound::notify_drained(actors::connection_id who) {
  with_gateway([&](auto& g) { g.notify_drained(who); });
}

void network_outbound::close(actors::connection_id who, std::uint16_t code,
                             const std::string& reason) {
  with_gateway([&](auto& g) { g.close(who, code, reason); });
}

} // namespace palang::bridge
