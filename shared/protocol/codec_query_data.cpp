#include "shared/protocol/client_fields.hpp"
#include "shared/protocol/codec_messages.hpp"
#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

namespace palang::protocol {

void read(const json_node& node, amount_filter& out) {
  read_word(node, out, &amount_filter_from);
}

void read(const json_node& node, duplicate_cause& out) {
  read_word(node, out, &duplicate_cause_from);
}

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
  node.maybe("vehicle_type", out.vehicle_type);
  maybe_text(node, "plate", out.plate, plate_text);
  maybe_text(node, "entry_by", out.entry_by, short_name);
  maybe_text(node, "exit_by", out.exit_by, short_name);
  maybe_text(node, "flag", out.flag, short_name);
  node.maybe("amount", out.amount);
  node.maybe("no_exit_photo", out.is_without_exit_photo);
  std::string by{"entry"};
  node.maybe("by", by);
  if (by != "entry" && by != "exit")
    node.member("by").expected("entry or exit");
  out.is_by_exit = by == "exit";
  maybe_text(node, "attendant", out.attendant, short_name);
  maybe_method(node, "method", out.method);
  node.maybe("stay_from", out.stay_from);
  node.maybe("stay_to", out.stay_to);
  maybe_amount(node, "charged_from", out.charged_from);
  maybe_amount(node, "charged_to", out.charged_to);
  node.maybe("notable", out.is_notable);
}

std::string encode(const session_list& x) {
  return window_writer(x.window)
      .add_if("status", x.status)
      .add_if("gate_id", x.gate_id)
      .add_if("vehicle_type", x.vehicle_type)
      .add_if("plate", x.plate)
      .add_if("entry_by", x.entry_by)
      .add_if("exit_by", x.exit_by)
      .add_if("flag", x.flag)
      .add_if("amount", x.amount)
      .add("no_exit_photo", x.is_without_exit_photo)
      .add("by", x.is_by_exit ? "exit" : "entry")
      .add_if("attendant", x.attendant)
      .add_if("method", x.method)
      .add_if("stay_from", x.stay_from)
      .add_if("stay_to", x.stay_to)
      .add_if("charged_from", x.charged_from)
      .add_if("charged_to", x.charged_to)
      .add("notable", x.is_notable)
      .done();
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
  node.maybe("cause", out.cause);
  node.maybe("open", out.is_open);
}

std::string encode(const duplicate_list& x) {
  return window_writer(x.window).add_if("cause", x.cause).add_if("open", x.is_open).done();
}

void read(const json_node& node, shift_list& out) {
  read_window(node, out.window);
  maybe_text(node, "username", out.username, short_name);
  node.maybe("different", out.is_different);
}

std::string encode(const shift_list& x) {
  return window_writer(x.window)
      .add_if("username", x.username)
      .add("different", x.is_different)
      .done();
}

void read(const json_node& node, shift_detail& out) {
  node.get("shift_id", out.shift_id);
  read_window(node, out.window);
}

std::string encode(const shift_detail& x) {
  return window_writer(x.window).add("shift_id", x.shift_id).done();
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
  node.maybe("accepted", out.is_accepted);
  node.maybe("offline", out.is_offline);
}

std::string encode(const sync_log& x) {
  return window_writer(x.window)
      .add_if("device_no", x.device_no)
      .add_if("accepted", x.is_accepted)
      .add_if("offline", x.is_offline)
      .done();
}

void read(const json_node& node, sync_devices& out) {
  read_window(node, out.window);
}
std::string encode(const sync_devices& x) {
  return window_writer(x.window).done();
}

// -- openings ---------------------------------------------------------------------------

void read(const json_node& node, opening_list& out) {
  read_window(node, out.window);
  maybe_text(node, "gate_id", out.gate_id, short_name);
  maybe_text(node, "lock_id", out.lock_id, short_name);
  node.maybe("state", out.state);
  node.maybe("cause", out.cause);
  node.maybe("suspect", out.is_suspect);
  node.maybe("judged", out.is_judged);
}

std::string encode(const opening_list& x) {
  return window_writer(x.window)
      .add_if("gate_id", x.gate_id)
      .add_if("lock_id", x.lock_id)
      .add_if("state", x.state)
      .add_if("cause", x.cause)
      .add("suspect", x.is_suspect)
      .add_if("judged", x.is_judged)
      .done();
}

void read(const json_node& node, command_list& out) {
  read_window(node, out.window);
  maybe_text(node, "username", out.username, short_name);
  maybe_text(node, "gate_id", out.gate_id, short_name);
  node.maybe("manual", out.is_manual);
}

std::string encode(const command_list& x) {
  return window_writer(x.window)
      .add_if("username", x.username)
      .add_if("gate_id", x.gate_id)
      .add("manual", x.is_manual)
      .done();
}

// -- reports ----------------------------------------------------------------------------

/// A window that has both ends.
template <class T>
void read_span(const json_node& node, T& out) {
  node.get("from", out.from);
  node.get("to", out.to);
  if (out.to <= out.from)
    node.member("to").refuse("must be after from");
}

void read(const json_node& node, stats_report& out) {
  read_span(node, out);
}
std::string encode(const stats_report& x) {
  return object_writer{}.add("from", x.from).add("to", x.to).done();
}

void read(const json_node& node, stats_indicators& out) {
  read_span(node, out);
  maybe_text(node, "gate_id", out.gate_id, short_name);
}

std::string encode(const stats_indicators& x) {
  return object_writer{}.add("from", x.from).add("to", x.to).add_if("gate_id", x.gate_id).done();
}

void read(const json_node& node, tariff_replay& out) {
  node.get("tariff", out.draft);
  read_span(node, out);
  maybe_text(node, "after", out.after, cursor_text);
  if (node.has("limit"))
    get_integer(node, "limit", out.limit, 1, static_cast<std::int64_t>(limits::max_replay));
}

std::string encode(const tariff_replay& x) {
  return object_writer{}
      .add("tariff", raw_json{encode_tariff(x.draft)})
      .add("from", x.from)
      .add("to", x.to)
      .add_if("after", x.after)
      .add("limit", x.limit)
      .done();
}

} // namespace

void read(const json_node& node, query_data& out) {
  std::visit([&](auto& data) { read(node, data); }, out);
}

std::string encode(const query_data& data) {
  return std::visit([](const auto& x) { return encode(x); }, data);
}

std::string encode_data(const query_data& data) {
  return encode(data);
}

} // namespace palang::protocol
