#include "shared/protocol/codec_messages.hpp"

#include "shared/protocol/client_fields.hpp"
#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace palang::protocol {

namespace {

// -- sessions ---------------------------------------------------------------------------

void read(const json_node& node, entry_data& out) {
  node.get("session_id", out.session_id);
  get_text(node, "gate_id", out.gate_id, short_name);
  maybe_text(node, "plate", out.plate, plate_text);
  maybe_text(node, "plate_reason", out.plate_reason, reason_text);
  if (!out.plate && !out.plate_reason)
    node.member("plate_reason").refuse("is required when there is no plate");
  get_text(node, "vehicle_type", out.vehicle_type, short_name);
  maybe_photo(node, "photo", out.photo);
  maybe_text(node, "ticket", out.ticket, ticket_text);
}

std::string encode(const entry_data& x) {
  return object_writer{}
      .add("session_id", x.session_id)
      .add("gate_id", x.gate_id)
      .add("plate", x.plate)
      .add_if("plate_reason", x.plate_reason)
      .add("vehicle_type", x.vehicle_type)
      .add("photo", x.photo)
      .add("ticket", x.ticket)
      .done();
}

void read_payment(const json_node& node, payment& out) {
  get_method(node, "method", out.method);
  get_amount(node, "amount", out.amount);
  maybe_amount(node, "tendered", out.tendered);
  maybe_text(node, "reference", out.reference, free_text);
}

void read(const json_node& node, exit_data& out) {
  node.maybe("session_id", out.session_id);
  maybe_text(node, "ticket", out.ticket, ticket_text);
  if (out.session_id.has_value() == out.ticket.has_value())
    node.member("session_id").refuse("or ticket must be given, and not both");
  get_text(node, "gate_id", out.gate_id, short_name);
  get_amount(node, "charged", out.charged);
  if (node.has("payment"))
    read_payment(node.member("payment"), out.paid.emplace());
  node.maybe("lost_ticket", out.is_lost_ticket);
  maybe_photo(node, "photo", out.photo);
  maybe_text(node, "plate", out.plate, plate_text);
}

std::string encode(const exit_data& x) {
  return object_writer{}
      .add_if("session_id", x.session_id)
      .add_if("ticket", x.ticket)
      .add("gate_id", x.gate_id)
      .add("charged", x.charged)
      .add_if("payment", x.paid)
      .add("lost_ticket", x.is_lost_ticket)
      .add("photo", x.photo)
      .add_if("plate", x.plate)
      .done();
}

void read(const json_node& node, void_data& out) {
  node.get("session_id", out.session_id);
  get_text(node, "reason", out.reason, reason_text);
}

std::string encode(const void_data& x) {
  return object_writer{}.add("session_id", x.session_id).add("reason", x.reason).done();
}

void read_changes(const json_node& node, correct_data& out) {
  maybe_text(node, "plate", out.plate, plate_text);
  maybe_text(node, "vehicle_type", out.vehicle_type, short_name);
  node.maybe("entered_at", out.entered_at);
  if (!out.plate && !out.vehicle_type && !out.entered_at)
    node.refuse("must change plate, vehicle_type or entered_at");
}

void read(const json_node& node, correct_data& out) {
  node.get("session_id", out.session_id);
  read_changes(node.member("changes"), out);
  get_text(node, "reason", out.reason, reason_text);
}

std::string encode(const correct_data& x) {
  const auto changes = object_writer{}
                           .add_if("plate", x.plate)
                           .add_if("vehicle_type", x.vehicle_type)
                           .add_if("entered_at", x.entered_at)
                           .done();
  return object_writer{}
      .add("session_id", x.session_id)
      .add("changes", raw_json{changes})
      .add("reason", x.reason)
      .done();
}

void read(const json_node& node, merge_data& out) {
  node.get("keep", out.keep);
  node.get("drop", out.drop);
  if (out.keep == out.drop)
    node.member("drop").refuse("must be another session than keep");
  get_text(node, "reason", out.reason, reason_text);
}

std::string encode(const merge_data& x) {
  return object_writer{}.add("keep", x.keep).add("drop", x.drop).add("reason", x.reason).done();
}

// -- gates ------------------------------------------------------------------------------

void read(const json_node& node, gate_open_data& out) {
  get_text(node, "gate_id", out.gate_id, short_name);
  maybe_text(node, "reason", out.reason, reason_text);
  node.maybe("session_id", out.session_id);
  if (!out.reason && !out.session_id)
    node.member("reason").refuse("is required unless session_id is given");
  node.maybe("expires_at", out.expires_at);
}

std::string encode(const gate_open_data& x) {
  return object_writer{}
      .add("gate_id", x.gate_id)
      .add_if("reason", x.reason)
      .add_if("session_id", x.session_id)
      .add_if("expires_at", x.expires_at)
      .done();
}

void read(const json_node& node, gate_mode_data& out) {
  get_text(node, "gate_id", out.gate_id, short_name);
  node.get("mode", out.mode);
}

std::string encode(const gate_mode_data& x) {
  return object_writer{}.add("gate_id", x.gate_id).add("mode", x.mode).done();
}

// -- shifts -----------------------------------------------------------------------------

void read(const json_node& node, shift_open_data& out) {
  node.get("shift_id", out.shift_id);
  get_amount(node, "cash", out.cash);
}

std::string encode(const shift_open_data& x) {
  return object_writer{}.add("shift_id", x.shift_id).add("cash", x.cash).done();
}

void read(const json_node& node, shift_close_data& out) {
  node.get("shift_id", out.shift_id);
  get_amount(node, "cash", out.cash);
  if (!node.has("records"))
    return;
  const auto records = node.member("records");
  auto& [first_seq, last_seq, count] = out.records.emplace();
  records.get("first_seq", first_seq);
  records.get("last_seq", last_seq);
  records.get("count", count);
}

std::string encode(const shift_close_data& x) {
  object_writer out;
  out.add("shift_id", x.shift_id).add("cash", x.cash);
  if (x.records) {
    const auto records = object_writer{}
                             .add("first_seq", x.records->first_seq)
                             .add("last_seq", x.records->last_seq)
                             .add("count", x.records->count)
                             .done();
    out.add("records", raw_json{records});
  }
  return out.done();
}

// -- alerts, locks ----------------------------------------------------------------------

void read(const json_node& node, alert_resolve_data& out) {
  node.get("alert_id", out.alert_id);
  get_text(node, "note", out.note, free_text);
}

std::string encode(const alert_resolve_data& x) {
  return object_writer{}.add("alert_id", x.alert_id).add("note", x.note).done();
}

void read(const json_node& node, lock_sync_data& out) {
  get_text(node, "lock_id", out.lock_id, short_name);
  node.get("from", out.from);
  node.get("to", out.to);
  if (out.to <= out.from)
    node.member("to").refuse("must be after from");
}

std::string encode(const lock_sync_data& x) {
  return object_writer{}.add("lock_id", x.lock_id).add("from", x.from).add("to", x.to).done();
}

void read(const json_node& node, opening_judge_data& out) {
  node.get("opening_id", out.opening_id);
  node.get("verdict", out.verdict);
  get_text(node, "note", out.note, reason_text);
}

std::string encode(const opening_judge_data& x) {
  return object_writer{}
      .add("opening_id", x.opening_id)
      .add("verdict", x.verdict)
      .add("note", x.note)
      .done();
}

// -- duplicates -------------------------------------------------------------------------

void read(const json_node& node, duplicate_keep_data& out) {
  node.get("alert_id", out.alert_id);
  get_text(node, "note", out.note, free_text);
}

std::string encode(const duplicate_keep_data& x) {
  return object_writer{}.add("alert_id", x.alert_id).add("note", x.note).done();
}

void read(const json_node& node, duplicate_reopen_data& out) {
  node.get("alert_id", out.alert_id);
  get_text(node, "reason", out.reason, reason_text);
}

std::string encode(const duplicate_reopen_data& x) {
  return object_writer{}.add("alert_id", x.alert_id).add("reason", x.reason).done();
}

void read(const json_node& node, merge_undo_data& out) {
  node.get("session_id", out.session_id);
  get_text(node, "reason", out.reason, reason_text);
}

std::string encode(const merge_undo_data& x) {
  return object_writer{}.add("session_id", x.session_id).add("reason", x.reason).done();
}

// -- administration ---------------------------------------------------------------------

void read(const json_node& node, config_set_data& out) {
  get_text(node, "path", out.path, free_text);
  if (const auto* value = node.find("value"))
    out.value = dump_json(*value);
  else
    node.member("value").refuse("is missing");
  get_integer(node, "base_version", out.base_version, 0, std::numeric_limits<std::int64_t>::max());
}

std::string encode(const config_set_data& x) {
  return object_writer{}
      .add("path", x.path)
      .add("value", raw_json{x.value})
      .add("base_version", x.base_version)
      .done();
}

void read(const json_node& node, device_approve_data& out) {
  node.get("device_id", out.device_id);
}
std::string encode(const device_approve_data& x) {
  return object_writer{}.add("device_id", x.device_id).done();
}

void read(const json_node& node, device_revoke_data& out) {
  node.get("device_id", out.device_id);
}
std::string encode(const device_revoke_data& x) {
  return object_writer{}.add("device_id", x.device_id).done();
}

void read(const json_node& node, user_set_data& out) {
  get_text(node, "username", out.username, short_name);
  get_text(node, "name", out.name, free_text);
  node.get("role", out.user_role);
  maybe_text(node, "password", out.password, reason_text);
  node.maybe("disabled", out.is_disabled);
}

std::string encode(const user_set_data& x) {
  return object_writer{}
      .add("username", x.username)
      .add("name", x.name)
      .add("role", x.user_role)
      .add_if("password", x.password)
      .add("disabled", x.is_disabled)
      .done();
}

// -- what is told and asked besides -----------------------------------------------------

void read(const json_node& node, note_data& out) {
  std::string what;
  node.get("what", what);
  if (const auto known = note_kind_from(what))
    out.what = *known;
  else
    node.member("what").expected("reprint, approval or ready_check");
  node.maybe("session_id", out.session_id);
  get_text(node, "text", out.text, reason_text);
}

std::string encode(const note_data& x) {
  return object_writer{}
      .add("what", std::string{to_string(x.what)})
      .add_if("session_id", x.session_id)
      .add("text", x.text)
      .done();
}

void read(const json_node& node, approval_answer_data& out) {
  std::int64_t device_no = 0;
  get_integer(node, "device_no", device_no, 1, std::numeric_limits<std::uint16_t>::max());
  out.device_no = static_cast<std::uint16_t>(device_no);
  get_text(node, "challenge", out.challenge, short_name);
  get_amount(node, "amount", out.amount);
}

std::string encode(const approval_answer_data& x) {
  return object_writer{}
      .add("device_no", x.device_no)
      .add("challenge", x.challenge)
      .add("amount", x.amount)
      .done();
}

} // namespace

void read(const json_node& node, submit_data& out) {
  std::visit([&](auto& data) { read(node, data); }, out);
}

std::string encode(const submit_data& data) {
  return std::visit([](const auto& x) { return encode(x); }, data);
}

} // namespace palang::protocol
