#include "shared/protocol/codec.hpp"
#include "shared/protocol/codec_messages.hpp"
#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/supervision.hpp"

/// A supervisor's answers as a client reads them; the server writes them where it gathers them.
namespace palang::protocol {

void read(const json_node& node, both_languages& out) {
  node.get("text_id", out.id);
  node.get("text_en", out.en);
}

// -- opening.list -----------------------------------------------------------------------

void read(const json_node& node, opening_entry& out) {
  read(node.member("opening"), out.shown);
  node.maybe("lock_name", out.lock_name);
  node.maybe("gate_name", out.gate_name);
  node.maybe("plate", out.plate);
  node.maybe("requested_by", out.requested_by);
  node.maybe("record", out.record);
  node.maybe("alert_id", out.alert_id);
}

result<opening_entry> decode_opening_entry(std::string_view text) {
  return decode_as<opening_entry>(text);
}

// -- duplicate.list ---------------------------------------------------------------------

void read(const json_node& node, duplicate_suggestion& out) {
  node.get("action", out.action);
  node.maybe("keep", out.keep);
  node.maybe("drop", out.drop);
  node.maybe("reasons", out.reasons);
}

void read(const json_node& node, duplicate_undo& out) {
  node.get("kind", out.kind);
  node.get("id", out.id);
}

void read(const json_node& node, duplicate_group& out) {
  node.get("alert", out.raised);
  node.get("sessions", out.sessions);
  node.get("cause", out.cause);
  node.maybe("suggestion", out.suggestion);
  node.maybe("prevention", out.prevention);
  node.maybe("resolution", out.resolution);
  node.maybe("undo", out.undo);
}

void read(const json_node& node, cause_count& out) {
  node.get("cause", out.cause);
  node.get("count", out.count);
}

result<duplicate_group> decode_duplicate_group(std::string_view text) {
  return decode_as<duplicate_group>(text);
}
result<cause_count> decode_cause_count(std::string_view text) {
  return decode_as<cause_count>(text);
}

// -- sync.devices -----------------------------------------------------------------------

void read(const json_node& node, offline_window& out) {
  node.get("from", out.from);
  node.get("to", out.to);
  node.maybe("count", out.count);
}

void read(const json_node& node, code_count& out) {
  if (node.has("code"))
    node.get("code", out.code);
  else
    node.get(node.has("cause") ? "cause" : "state", out.code);
  node.get("count", out.count);
}

void read(const json_node& node, device_sync& out) {
  read(node, out.shown);
  if (node.has("offline")) {
    const auto offline = node.member("offline");
    offline.maybe("count", out.offline_count);
    offline.maybe("greatest_delay_ms", out.greatest_delay_ms);
    offline.maybe("windows", out.windows);
  }
  node.maybe("refused", out.refused);
  if (node.has("clock")) {
    const auto clock = node.member("clock");
    clock.maybe("faults", out.clock_faults);
    clock.maybe("uncertain", out.clock_uncertain);
  }
}

result<device_sync> decode_device_sync(std::string_view text) {
  return decode_as<device_sync>(text);
}

// -- shift.detail -----------------------------------------------------------------------

void read(const json_node& node, method_sum& out) {
  node.get("method", out.method);
  node.get("count", out.count);
  node.get("amount", out.amount);
}

void read(const json_node& node, shift_payment& out) {
  node.get("session_id", out.session_id);
  node.get("at", out.at);
  node.get("method", out.method);
  node.get("amount", out.amount);
  node.maybe("tendered", out.tendered);
  node.maybe("session", out.stay);
}

void read(const json_node& node, shift_suspect& out) {
  node.get("session", out.stay);
  node.get("amount", out.amount);
  node.maybe("score", out.score);
  node.maybe("reasons", out.reasons);
}

void read(const json_node& node, shift_page& out) {
  node.get("shift", out.shown);
  node.maybe("methods", out.methods);
  node.maybe("payments", out.payments);
  node.maybe("suspects", out.suspects);
}

result<shift_page> decode_shift_page(std::string_view text) {
  return decode_as<shift_page>(text);
}
result<shift_payment> decode_shift_payment(std::string_view text) {
  return decode_as<shift_payment>(text);
}

// -- stats.report -----------------------------------------------------------------------

void read(const json_node& node, report_totals& out) {
  node.get("entries", out.entries);
  node.get("exits", out.exits);
  node.get("revenue", out.revenue);
  node.maybe("fee", out.fee);
  node.maybe("tax", out.tax);
  node.maybe("net", out.net);
  node.maybe("free_exits", out.free_exits);
  node.maybe("lost_tickets", out.lost_tickets);
  node.maybe("differences", out.differences);
  node.maybe("no_exit_photo", out.no_exit_photo);
  node.maybe("average_stay_min", out.average_stay_min);
}

void read(const json_node& node, report_part& out) {
  if (node.has("hour")) {
    std::int64_t hour = 0;
    node.get("hour", hour);
    out.name = (hour < 10 ? "0" : "") + std::to_string(hour);
  } else {
    node.get(node.has("vehicle_type") ? "vehicle_type" : "gate_id", out.name);
  }
  node.maybe("entries", out.entries);
  node.maybe("exits", out.exits);
  node.maybe("revenue", out.revenue);
}

void read(const json_node& node, report_shifts& out) {
  node.maybe("count", out.count);
  node.maybe("open", out.open);
  node.maybe("expected", out.expected);
  node.maybe("counted", out.counted);
  node.maybe("difference", out.difference);
}

void read(const json_node& node, period_report& out) {
  node.get("totals", out.totals);
  node.maybe("by_type", out.by_type);
  node.maybe("by_gate", out.by_gate);
  node.maybe("by_hour", out.by_hour);
  node.maybe("methods", out.methods);
  node.maybe("openings", out.openings);
  node.maybe("shifts", out.shifts);
}

result<period_report> decode_period_report(std::string_view text) {
  return decode_as<period_report>(text);
}

// -- stats.indicators -------------------------------------------------------------------

void read(const json_node& node, indicator& out) {
  node.get("kind", out.kind);
  node.maybe("count", out.count);
  node.maybe("base", out.base);
  node.maybe("value", out.value);
  node.maybe("expected", out.expected);
  node.maybe("low", out.low);
  node.maybe("high", out.high);
  node.maybe("outside", out.is_outside);
  read(node, out.text);
  if (!node.has("look"))
    return;
  const auto look = node.member("look");
  look.get("kind", out.look_kind);
  out.look_data = look.has("data") ? dump_json(*look.find("data")) : "{}";
}

void read(const json_node& node, attendant_indicators& out) {
  node.get("username", out.username);
  node.maybe("exits", out.exits);
  node.maybe("entries", out.entries);
  node.maybe("indicators", out.indicators);
}

result<attendant_indicators> decode_attendant_indicators(std::string_view text) {
  return decode_as<attendant_indicators>(text);
}

// -- tariff.replay ----------------------------------------------------------------------

void read(const json_node& node, replay_change& out) {
  node.get("session_id", out.session_id);
  node.maybe("plate", out.plate);
  node.maybe("minutes", out.minutes);
  node.get("before", out.before);
  node.get("after", out.after);
}

void read(const json_node& node, replay_page& out) {
  node.get("stays", out.stays);
  node.get("before", out.before);
  node.get("after_draft", out.after_draft);
  node.maybe("dearer", out.dearer);
  node.maybe("cheaper", out.cheaper);
  node.maybe("same", out.same);
  node.maybe("unpriced", out.unpriced);
  node.maybe("changes", out.changes);
  node.maybe("next", out.next);
  node.maybe("total", out.total);
}

result<replay_page> decode_replay_page(std::string_view text) {
  return decode_as<replay_page>(text);
}

// -- look -------------------------------------------------------------------------------

result<query_data> decode_query_data(std::string_view kind, std::string_view data) {
  // The same reader that the server has: a whole frame around it.
  const auto frame = R"({"type":"query","id":"look","kind":)" + text(kind) + R"(,"data":)"
                     + std::string(data) + "}";
  const auto message = decode_client_message(frame);
  if (!message)
    return fail(message.error().why);
  return std::get<query>(*message).data;
}

} // namespace palang::protocol
