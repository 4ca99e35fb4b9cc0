#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

/// Locks, gateways, what locks recorded, and the openings that follow from it.
namespace palang::protocol {

namespace {

/// `coverage` of a lock; without `hours` when they are not known.
std::string encode_coverage(const lock& x) {
  object_writer out;
  out.add("now", x.now);
  return x.hours.empty() ? out.done() : out.add("hours", x.hours).done();
}

void read_coverage(const json_node& node, lock& out) {
  node.get("now", out.now);
  node.maybe("hours", out.hours);
}

} // namespace

// -- lock -------------------------------------------------------------------------------

void read(const json_node& node, lock_state& out) {
  read_word(node, out, &lock_state_from);
}
void read(const json_node& node, coverage& out) {
  read_word(node, out, &coverage_from);
}

void read(const json_node& node, coverage_hour& out) {
  node.get("from", out.from);
  node.get("mark", out.mark);
}

std::string encode(const coverage_hour& x) {
  return object_writer{}.add("from", x.from).add("mark", x.mark).done();
}

void read(const json_node& node, lock_signal& out) {
  node.get("gateway_id", out.gateway_id);
  node.get("rssi", out.rssi);
  node.get("at", out.at);
}

std::string encode(const lock_signal& x) {
  return object_writer{}.add("gateway_id", x.gateway_id).add("rssi", x.rssi).add("at", x.at).done();
}

void read(const json_node& node, lock& out) {
  node.get("id", out.id);
  node.get("name", out.name);
  node.maybe("gate_id", out.gate_id);
  node.maybe("battery", out.battery);
  node.get("state", out.state);
  node.maybe("clock_offset_ms", out.clock_offset_ms);
  node.maybe("last_record_at", out.last_record_at);
  node.get("gateway_ids", out.gateway_ids);
  node.maybe("signals", out.heard_by);
  if (node.has("coverage"))
    read_coverage(node.member("coverage"), out);
}

std::string encode(const lock& x) {
  return object_writer{}
      .add("id", x.id)
      .add("name", x.name)
      .add("gate_id", x.gate_id)
      .add("battery", x.battery)
      .add("state", x.state)
      .add("clock_offset_ms", x.clock_offset_ms)
      .add("last_record_at", x.last_record_at)
      .add("gateway_ids", x.gateway_ids)
      .add("signals", x.heard_by)
      .add("coverage", raw_json{encode_coverage(x)})
      .done();
}

result<lock> decode_lock(std::string_view text) {
  return decode_as<lock>(text);
}

// -- gateway ----------------------------------------------------------------------------

void read(const json_node& node, gateway& out) {
  node.get("id", out.id);
  node.get("name", out.name);
  node.get("online", out.is_online);
  node.get("since", out.since);
  node.get("last_seen", out.last_seen);
  node.get("late_records", out.late_records);
}

std::string encode(const gateway& x) {
  return object_writer{}
      .add("id", x.id)
      .add("name", x.name)
      .add("online", x.is_online)
      .add("since", x.since)
      .add("last_seen", x.last_seen)
      .add("late_records", x.late_records)
      .done();
}

result<gateway> decode_gateway(std::string_view text) {
  return decode_as<gateway>(text);
}

// -- record -----------------------------------------------------------------------------

void read(const json_node& node, record_source& out) {
  read_word(node, out, &record_source_from);
}

void read(const json_node& node, lock_record& out) {
  node.get("id", out.id);
  node.get("lock_id", out.lock_id);
  node.get("type", out.type);
  node.get("type_from_lock", out.type_from_lock);
  node.get("success", out.is_success);
  node.maybe("who", out.who);
  node.maybe("credential_tail", out.credential_tail);
  node.maybe("battery", out.battery);
  node.get("lock_at", out.lock_at);
  node.maybe("server_at", out.server_at);
  node.get("received_at", out.received_at);
  node.get("corrected_at", out.corrected_at);
  node.get("source", out.source);
  node.get("late_by_ms", out.late_by_ms);
  node.maybe("opening_id", out.opening_id);
  node.maybe("text_id", out.text_id);
  node.maybe("text_en", out.text_en);
}

std::string encode(const lock_record& x) {
  return object_writer{}
      .add("id", x.id)
      .add("lock_id", x.lock_id)
      .add("type", x.type)
      .add("type_from_lock", x.type_from_lock)
      .add("success", x.is_success)
      .add_text("who", x.who)
      .add_text("credential_tail", x.credential_tail)
      .add("battery", x.battery)
      .add("lock_at", x.lock_at)
      .add("server_at", x.server_at)
      .add("received_at", x.received_at)
      .add("corrected_at", x.corrected_at)
      .add("source", x.source)
      .add("late_by_ms", x.late_by_ms)
      .add("opening_id", x.opening_id)
      .add_text("text_id", x.text_id)
      .add_text("text_en", x.text_en)
      .done();
}

result<lock_record> decode_lock_record(std::string_view text) {
  return decode_as<lock_record>(text);
}

// -- opening ----------------------------------------------------------------------------

void read(const json_node& node, opening_state& out) {
  read_word(node, out, &opening_state_from);
}
void read(const json_node& node, opening_cause& out) {
  read_word(node, out, &opening_cause_from);
}

void read(const json_node& node, opening_verdict& out) {
  read_word(node, out, &opening_verdict_from);
}

void read(const json_node& node, opening_judgement& out) {
  node.get("verdict", out.verdict);
  node.maybe("note", out.note);
  node.get("by", out.by);
  node.get("at", out.at);
}

std::string encode(const opening_judgement& x) {
  return object_writer{}
      .add("verdict", x.verdict)
      .add_text("note", x.note)
      .add("by", x.by)
      .add("at", x.at)
      .done();
}

void read(const json_node& node, opening& out) {
  node.get("id", out.id);
  node.get("lock_id", out.lock_id);
  node.maybe("gate_id", out.gate_id);
  node.get("at", out.at);
  node.get("state", out.state);
  node.maybe("record_id", out.record_id);
  node.get("cause", out.cause);
  node.maybe("session_id", out.session_id);
  node.maybe("command_id", out.command_id);
  node.maybe("who", out.who);
  node.maybe("note", out.note);
  node.maybe("judgement", out.judgement);
}

std::string encode(const opening& x) {
  return object_writer{}
      .add("id", x.id)
      .add("lock_id", x.lock_id)
      .add_text("gate_id", x.gate_id)
      .add("at", x.at)
      .add("state", x.state)
      .add("record_id", x.record_id)
      .add("cause", x.cause)
      .add("session_id", x.session_id)
      .add("command_id", x.command_id)
      .add_text("who", x.who)
      .add_text("note", x.note)
      .add("judgement", x.judgement)
      .done();
}

result<opening> decode_opening(std::string_view text) {
  return decode_as<opening>(text);
}

} // namespace palang::protocol
