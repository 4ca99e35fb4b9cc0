#include "shared/protocol/client_fields.hpp"
#include "shared/protocol/codec_messages.hpp"
#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

namespace palang::protocol {

namespace {

constexpr text_rule cursor_text{};

// -- the window that lists share --------------------------------------------------------

void read_window(const json_node& node, page& out) {
  node.maybe("from", out.from);
  node.maybe("to", out.to);
  maybe_text(node, "after", out.after, cursor_text);
  if (node.has("limit"))
    get_integer(node, "limit", out.limit, 1, static_cast<std::int64_t>(limits::max_list_limit));
}

object_writer window_writer(const page& x) {
  object_writer out;
  out.add_if("from", x.from).add_if("to", x.to).add_if("after", x.after).add("limit", x.limit);
  return out;
}

// -- sessions ---------------------------------------------------------------------------

void read(const json_node& node, session_find& out) {
  maybe_text(node, "plate", out.plate, plate_text);
  node.maybe("session_id", out.session_id);
  maybe_text(node, "ticket", out.ticket, ticket_text);
  node.maybe("status", out.status);
  if (out.plate.has_value() + out.session_id.has_value() + out.ticket.has_value() != 1)
    node.member("plate").refuse("or session_id or ticket must be given, and only one of them");
}

std::string encode(const session_find& x) {
  return object_writer{}
      .add_if("plate", x.plate)
      .add_if("session_id", x.session_id)
      .add_if("ticket", x.ticket)
      .add_if("status", x.status)
      .done();
}

void read(const json_node& node, session_list& out) {
  node.maybe("status", out.status);
  maybe_text(node, "gate_id", out.gate_id, short_name);
  read_window(node, out.window);
}

std::string encode(const session_list& x) {
  return window_writer(x.window).add_if("status", x.status).add_if("gate_id", x.gate_id).done();
}

void read(const json_node& node, session_quote& out) {
  node.get("session_id", out.session_id);
  node.maybe("at", out.at);
  node.maybe("lost_ticket", out.is_lost_ticket);
}

std::string encode(const session_quote& x) {
  return object_writer{}
      .add("session_id", x.session_id)
      .add_if("at", x.at)
      .add("lost_ticket", x.is_lost_ticket)
      .done();
}

// -- lists ------------------------------------------------------------------------------

/// The queries that ask for everything.
template <class T>
concept bare_query = std::is_empty_v<T>;

template <bare_query T>
void read(const json_node&, T&) {}

template <bare_query T>
std::string encode(const T&) {
  return "{}";
}

void read(const json_node& node, lock_records& out) {
  get_text(node, "lock_id", out.lock_id, short_name);
  read_window(node, out.window);
}

std::string encode(const lock_records& x) {
  return window_writer(x.window).add("lock_id", x.lock_id).done();
}

void read(const json_node& node, sync_health& out) {
  read_window(node, out.window);
}
std::string encode(const sync_health& x) {
  return window_writer(x.window).done();
}

void read(const json_node& node, stats_summary& out) {
  node.get("from", out.from);
  node.get("to", out.to);
  if (out.to <= out.from)
    node.member("to").refuse("must be after from");
  std::string bucket{"hour"};
  node.maybe("bucket", bucket);
  if (bucket != "hour" && bucket != "day")
    node.member("bucket").expected("hour or day");
  out.bucket = bucket == "day" ? stats_bucket::day : stats_bucket::hour;
}

std::string encode(const stats_summary& x) {
  return object_writer{}
      .add("from", x.from)
      .add("to", x.to)
      .add("bucket", x.bucket == stats_bucket::day ? "day" : "hour")
      .done();
}

void read(const json_node& node, alert_list& out) {
  read_window(node, out.window);
  node.maybe("kind", out.kind);
  node.maybe("open", out.is_open);
}

std::string encode(const alert_list& x) {
  return window_writer(x.window).add_if("kind", x.kind).add_if("open", x.is_open).done();
}

void read(const json_node& node, duplicate_list& out) {
  read_window(node, out.window);
}
std::string encode(const duplicate_list& x) {
  return window_writer(x.window).done();
}

void read(const json_node& node, shift_list& out) {
  read_window(node, out.window);
  maybe_text(node, "username", out.username, short_name);
}

std::string encode(const shift_list& x) {
  return window_writer(x.window).add_if("username", x.username).done();
}

void read(const json_node& node, audit_list& out) {
  read_window(node, out.window);
  maybe_text(node, "actor", out.actor, short_name);
  maybe_text(node, "action", out.action, short_name);
}

std::string encode(const audit_list& x) {
  return window_writer(x.window).add_if("actor", x.actor).add_if("action", x.action).done();
}

void read(const json_node& node, sync_log& out) {
  read_window(node, out.window);
  node.maybe("device_no", out.device_no);
}

std::string encode(const sync_log& x) {
  return window_writer(x.window).add_if("device_no", x.device_no).done();
}

} // namespace

void read(const json_node& node, query_data& out) {
  std::visit([&](auto& data) { read(node, data); }, out);
}

std::string encode(const query_data& data) {
  return std::visit([](const auto& x) { return encode(x); }, data);
}

} // namespace palang::protocol
