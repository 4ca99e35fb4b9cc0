#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

/// Gates and their openings.
namespace palang::protocol {

void read(const json_node& node, gate_direction& out) {
  read_word(node, out, &gate_direction_from);
}
void read(const json_node& node, gate_mode& out) {
  read_word(node, out, &gate_mode_from);
}

void read(const json_node& node, gate_last_open& out) {
  node.get("at", out.at);
  node.get("outcome", out.outcome);
  node.get("cause", out.cause);
}

void read(const json_node& node, gate& out) {
  node.get("id", out.id);
  node.get("name", out.name);
  node.get("direction", out.direction);
  node.get("zone_id", out.zone_id);
  node.maybe("lock_id", out.lock_id);
  node.get("mode", out.mode);
  node.get("occupancy", out.occupancy);
  node.get("capacity", out.capacity);
  node.maybe("last_open", out.last_open);
}

std::string encode(const gate_last_open& x) {
  return object_writer{}.add("at", x.at).add("outcome", x.outcome).add("cause", x.cause).done();
}

std::string encode(const gate& x) {
  return object_writer{}
      .add("id", x.id)
      .add("name", x.name)
      .add("direction", x.direction)
      .add("zone_id", x.zone_id)
      .add("lock_id", x.lock_id)
      .add("mode", x.mode)
      .add("occupancy", x.occupancy)
      .add("capacity", x.capacity)
      .add("last_open", x.last_open)
      .done();
}

result<gate> decode_gate(std::string_view text) {
  return decode_as<gate>(text);
}

void read(const json_node& node, command_state& out) {
  read_word(node, out, &command_state_from);
}

void read(const json_node& node, gate_command& out) {
  node.get("id", out.id);
  node.get("gate_id", out.gate_id);
  node.get("state", out.state);
  node.maybe("session_id", out.session_id);
  node.maybe("reason", out.reason);
  node.get("requested_at", out.requested_at);
  node.get("expires_at", out.expires_at);
  node.maybe("detail", out.detail);
}

std::string encode(const gate_command& x) {
  return object_writer{}
      .add("id", x.id)
      .add("gate_id", x.gate_id)
      .add("state", x.state)
      .add("session_id", x.session_id)
      .add_text("reason", x.reason)
      .add("requested_at", x.requested_at)
      .add("expires_at", x.expires_at)
      .add_text("detail", x.detail)
      .done();
}

result<gate_command> decode_gate_command(std::string_view text) {
  return decode_as<gate_command>(text);
}

} // namespace palang::protocol
