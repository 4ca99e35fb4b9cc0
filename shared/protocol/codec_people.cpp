#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

/// Users, their devices and their shifts.
namespace palang::protocol {

// -- user -------------------------------------------------------------------------------

void read(const json_node& node, role& out) {
  read_word(node, out, &role_from);
}

void read(const json_node& node, user& out) {
  node.get("id", out.id);
  node.get("username", out.username);
  node.get("name", out.name);
  node.get("role", out.user_role);
  node.maybe("disabled", out.is_disabled);
}

std::string encode(const user& x) {
  return object_writer{}
      .add("id", x.id)
      .add("username", x.username)
      .add("name", x.name)
      .add("role", x.user_role)
      .add("disabled", x.is_disabled)
      .done();
}

result<user> decode_user(std::string_view text) {
  return decode_as<user>(text);
}

// -- device -----------------------------------------------------------------------------

void read(const json_node& node, seq_range& out) {
  node.get("first", out.first);
  node.get("last", out.last);
}

std::string encode(const seq_range& x) {
  return object_writer{}.add("first", x.first).add("last", x.last).done();
}

void read(const json_node& node, device_status& out) {
  read_word(node, out, &device_status_from);
}

void read(const json_node& node, device& out) {
  node.get("id", out.id);
  node.get("device_no", out.device_no);
  node.get("label", out.label);
  node.get("status", out.status);
  node.get("key", out.key);
  node.get("first_seen", out.first_seen);
  node.maybe("approved_at", out.approved_at);
  node.maybe("revoked_at", out.revoked_at);
  node.maybe("last_seen", out.last_seen);
  node.get("last_seq", out.last_seq);
  node.get("missing", out.missing);
}

std::string encode(const device& x) {
  return object_writer{}
      .add("id", x.id)
      .add("device_no", x.device_no)
      .add("label", x.label)
      .add("status", x.status)
      .add("key", x.key)
      .add("first_seen", x.first_seen)
      .add("approved_at", x.approved_at)
      .add("revoked_at", x.revoked_at)
      .add("last_seen", x.last_seen)
      .add("last_seq", x.last_seq)
      .add("missing", x.missing)
      .done();
}

result<device> decode_device(std::string_view text) {
  return decode_as<device>(text);
}

void read(const json_node& node, device_key& out) {
  node.get("device_no", out.device_no);
  node.get("key", out.key);
  node.get("valid_from", out.valid_from);
  node.maybe("valid_to", out.valid_to);
}

std::string encode(const device_key& x) {
  return object_writer{}
      .add("device_no", x.device_no)
      .add("key", x.key)
      .add("valid_from", x.valid_from)
      .add("valid_to", x.valid_to)
      .done();
}

result<device_key> decode_device_key(std::string_view text) {
  return decode_as<device_key>(text);
}

// -- shift ------------------------------------------------------------------------------

void read(const json_node& node, shift& out) {
  node.get("id", out.id);
  node.get("user_id", out.user_id);
  node.get("username", out.username);
  node.get("device_no", out.device_no);
  node.get("opened_at", out.opened_at);
  node.get("opening_cash", out.opening_cash);
  node.maybe("closed_at", out.closed_at);
  node.maybe("counted", out.counted);
  node.maybe("expected", out.expected);
  node.maybe("difference", out.difference);
  node.maybe("first_seq", out.first_seq);
  node.maybe("last_seq", out.last_seq);
  node.maybe("record_count", out.record_count);
}

std::string encode(const shift& x) {
  return object_writer{}
      .add("id", x.id)
      .add("user_id", x.user_id)
      .add("username", x.username)
      .add("device_no", x.device_no)
      .add("opened_at", x.opened_at)
      .add("opening_cash", x.opening_cash)
      .add("closed_at", x.closed_at)
      .add("counted", x.counted)
      .add("expected", x.expected)
      .add("difference", x.difference)
      .add("first_seq", x.first_seq)
      .add("last_seq", x.last_seq)
      .add("record_count", x.record_count)
      .done();
}

result<shift> decode_shift(std::string_view text) {
  return decode_as<shift>(text);
}

} // namespace palang::protocol
