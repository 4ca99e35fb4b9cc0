#pragma once

#include "server/actors/actors.hpp"
#include "server/gateway/gateway.hpp"

namespace palang::bridge {

/// What happens on the connections, as messages to the sessions. Frames are read here, so that
/// actors see values only.
class connection_bridge final : public gateway::connection_handler {
public:
  explicit connection_bridge(actors::sessions_actor sessions) : sessions_{std::move(sessions)} {}

  void on_open(gateway::connection_id id, std::string remote) override;
  void on_text(gateway::connection_id id, std::string text) override;
  void on_drained(gateway::connection_id id) override;
  void on_close(gateway::connection_id id, std::uint16_t code) override;

private:
  actors::sessions_actor sessions_;
};

} // namespace palang::bridge
