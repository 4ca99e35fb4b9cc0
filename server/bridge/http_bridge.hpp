#pragma once

#include "server/bridge/front_desk.hpp"

#include <caf/actor.hpp>
#include <caf/actor_system.hpp>

namespace palang::bridge {

/// Hands every HTTP request to the front desk.
class http_bridge final : public gateway::http_handler {
public:
  http_bridge(caf::actor_system& system, front_desk_state with);
  /// As end().
  ~http_bridge() override;
  http_bridge(const http_bridge&) = delete;
  http_bridge& operator=(const http_bridge&) = delete;

  void on_request(gateway::http_request request, gateway::responder respond) override;
  /// Requests are answered no more.
  void end();

private:
  caf::actor desk_;
};

} // namespace palang::bridge
