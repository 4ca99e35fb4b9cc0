#include "server/bridge/http_bridge.hpp"

#include <caf/exit_reason.hpp>
#include <caf/send.hpp>

namespace palang::bridge {

http_bridge::http_bridge(caf::actor_system& system, front_desk_state with)
    : desk_{system.spawn(front_desk, std::move(with))} {}

http_bridge::~http_bridge() {
  end();
}

void http_bridge::end() {
  caf::anon_send_exit(desk_, caf::exit_reason::user_shutdown);
}

void http_bridge::on_request(gateway::http_request request, gateway::responder respond) {
  caf::anon_send(
      desk_, std::make_shared<const exchange>(exchange{std::move(request), std::move(respond)}));
}

} // namespace palang::bridge
