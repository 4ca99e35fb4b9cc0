#include "server/bridge/connection_bridge.hpp"

#include "shared/protocol/codec.hpp"

#include <caf/send.hpp>

namespace palang::bridge {

void connection_bridge::on_open(gateway::connection_id id, std::string remote) {
  caf::anon_send(sessions_, actors::connection_opened{id, std::move(remote)});
}

void connection_bridge::on_text(gateway::connection_id id, std::string text) {
  caf::anon_send(sessions_, actors::frame_received{id, protocol::decode_client_message(text)});
}

void connection_bridge::on_drained(gateway::connection_id id) {
  caf::anon_send(sessions_, actors::connection_drained{id});
}

void connection_bridge::on_close(gateway::connection_id id, std::uint16_t code) {
  caf::anon_send(sessions_, actors::connection_closed{id, code});
}

} // namespace palang::bridge
