#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

/// Alerts and the books: audit, sync log, statistics.
namespace palang::protocol {

namespace {

/// A stored column of JSON as it is; null when empty. What is no JSON must not break the message
/// around it.
std::string json_column(const std::string& column) {
  if (column.empty())
    return "null";
  return parse_json(column).problem ? text(column) : column;
}

void read_column(const json_node& node, std::string_view name, std::string& out) {
  if (node.has(name))
    out = dump_json(*node.find(name));
}

} // namespace

// -- alert ------------------------------------------------------------------------------

void read(const json_node& node, alert_kind& out) {
  read_word(node, out, &alert_kind_from);
}
void read(const json_node& node, severity& out) {
  read_word(node, out, &severity_from);
}

void read(const json_node& node, alert_refers& out) {
  node.maybe("session_id", out.session_id);
  node.maybe("other_session_id", out.other_session_id);
  node.maybe("device_id", out.device_id);
  node.maybe("gate_id", out.gate_id);
  node.maybe("lock_id", out.lock_id);
  node.maybe("submission_id", out.submission_id);
  node.maybe("gateway_id", out.gateway_id);
}

std::string encode(const alert_refers& x) {
  return object_writer{}
      .add_if("session_id", x.session_id)
      .add_if("other_session_id", x.other_session_id)
      .add_if("device_id", x.device_id)
      .add_if("gate_id", x.gate_id)
      .add_if("lock_id", x.lock_id)
      .add_if("submission_id", x.submission_id)
      .add_if("gateway_id", x.gateway_id)
      .done();
}

result<alert_refers> decode_alert_refers(std::string_view text) {
  return decode_as<alert_refers>(text);
}

void read(const json_node& node, alert& out) {
  node.get("id", out.id);
  node.get("kind", out.kind);
  node.get("severity", out.level);
  node.get("raised_at", out.raised_at);
  node.maybe("resolved_at", out.resolved_at);
  node.get("refers", out.refers);
  node.get("text_id", out.text_id);
  node.get("text_en", out.text_en);
  node.maybe("note", out.note);
}

std::string encode(const alert& x) {
  return object_writer{}
      .add("id", x.id)
      .add("kind", x.kind)
      .add("severity", x.level)
      .add("raised_at", x.raised_at)
      .add("resolved_at", x.resolved_at)
      .add("refers", x.refers)
      .add("text_id", x.text_id)
      .add("text_en", x.text_en)
      .add_text("note", x.note)
      .done();
}

result<alert> decode_alert(std::string_view text) {
  return decode_as<alert>(text);
}

// -- audit, sync log, statistics --------------------------------------------------------

void read(const json_node& node, audit_entry& out) {
  node.get("id", out.id);
  node.get("at", out.at);
  node.get("actor", out.actor);
  node.get("action", out.action);
  node.maybe("entity", out.entity);
  read_column(node, "before", out.before);
  read_column(node, "after", out.after);
  node.maybe("reason", out.reason);
}

std::string encode(const audit_entry& x) {
  return object_writer{}
      .add("id", x.id)
      .add("at", x.at)
      .add("actor", x.actor)
      .add("action", x.action)
      .add_text("entity", x.entity)
      .add("before", raw_json{json_column(x.before)})
      .add("after", raw_json{json_column(x.after)})
      .add_text("reason", x.reason)
      .done();
}

result<audit_entry> decode_audit_entry(std::string_view text) {
  return decode_as<audit_entry>(text);
}

void read(const json_node& node, sync_log_entry& out) {
  node.get("id", out.id);
  node.get("device_no", out.device_no);
  node.get("device_seq", out.device_seq);
  node.get("kind", out.kind);
  node.get("username", out.username);
  node.get("taken_at", out.taken_at);
  node.get("received_at", out.received_at);
  node.get("delay_ms", out.delay_ms);
  node.get("offline", out.is_offline);
  node.get("accepted", out.is_accepted);
  node.maybe("code", out.code);
  node.get("seq", out.seq);
}

std::string encode(const sync_log_entry& x) {
  return object_writer{}
      .add("id", x.id)
      .add("device_no", x.device_no)
      .add("device_seq", x.device_seq)
      .add("kind", x.kind)
      .add("username", x.username)
      .add("taken_at", x.taken_at)
      .add("received_at", x.received_at)
      .add("delay_ms", x.delay_ms)
      .add("offline", x.is_offline)
      .add("accepted", x.is_accepted)
      .add_text("code", x.code)
      .add("seq", x.seq)
      .done();
}

result<sync_log_entry> decode_sync_log_entry(std::string_view text) {
  return decode_as<sync_log_entry>(text);
}

void read(const json_node& node, stats_row& out) {
  node.get("from", out.from);
  node.get("gate_id", out.gate_id);
  node.get("vehicle_type", out.vehicle_type);
  node.get("entries", out.entries);
  node.get("exits", out.exits);
  node.get("revenue", out.revenue);
  node.get("occupancy", out.occupancy);
  node.maybe("fee", out.fee);
  node.maybe("free_exits", out.free_exits);
  node.maybe("lost_tickets", out.lost_tickets);
  node.maybe("differences", out.differences);
}

std::string encode(const stats_row& x) {
  return object_writer{}
      .add("from", x.from)
      .add("gate_id", x.gate_id)
      .add("vehicle_type", x.vehicle_type)
      .add("entries", x.entries)
      .add("exits", x.exits)
      .add("revenue", x.revenue)
      .add("occupancy", x.occupancy)
      .add("fee", x.fee)
      .add("free_exits", x.free_exits)
      .add("lost_tickets", x.lost_tickets)
      .add("differences", x.differences)
      .done();
}

result<stats_row> decode_stats_row(std::string_view text) {
  return decode_as<stats_row>(text);
}

} // namespace palang::protocol
