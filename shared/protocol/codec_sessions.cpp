#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

/// Sessions, what they cost and how they were paid.
namespace palang::protocol {

void read(const json_node& node, domain::vehicle_class& out) {
  read_word(node, out, &domain::vehicle_class_from);
}

void read(const json_node& node, domain::fee_step& out) {
  node.get("text_id", out.text_id);
  node.get("text_en", out.text_en);
  node.get("amount", out.amount);
}

void read(const json_node& node, domain::fee& out) {
  node.maybe("minutes", out.minutes);
  node.get("base", out.base);
  node.get("overnight", out.overnight);
  node.get("discount", out.discount);
  node.get("penalty", out.penalty);
  node.get("total", out.total);
  node.get("already_paid", out.already_paid);
  node.get("due", out.due);
  node.maybe("needs_review", out.needs_review);
  node.get("steps", out.steps);
}

namespace {

std::string encode_step(const domain::fee_step& x) {
  return object_writer{}
      .add("text_id", x.text_id)
      .add("text_en", x.text_en)
      .add("amount", x.amount)
      .done();
}

object_writer fee_writer(const domain::fee& x) {
  object_writer out;
  out.add("minutes", x.minutes)
      .add("base", x.base)
      .add("overnight", x.overnight)
      .add("discount", x.discount)
      .add("penalty", x.penalty)
      .add("total", x.total)
      .add("already_paid", x.already_paid)
      .add("due", x.due)
      .add("needs_review", x.needs_review)
      .add("steps", raw_json{encode_all(x.steps, &encode_step)});
  return out;
}

} // namespace

// -- fee --------------------------------------------------------------------------------

std::string encode(const domain::fee& x) {
  return fee_writer(x).done();
}

std::string encode(const domain::fee& x, rupiah charged) {
  return fee_writer(x).add("charged", charged).add("difference", charged - x.due).done();
}

result<domain::fee> decode_fee(std::string_view text) {
  return decode_as<domain::fee>(text);
}

// -- payment ----------------------------------------------------------------------------

void read(const json_node& node, payment& out) {
  node.get("method", out.method);
  node.get("amount", out.amount);
  node.maybe("tendered", out.tendered);
  node.maybe("reference", out.reference);
}

std::string encode(const payment& x) {
  return object_writer{}
      .add("method", x.method)
      .add("amount", x.amount)
      .add_if("tendered", x.tendered)
      .add_if("reference", x.reference)
      .done();
}

result<payment> decode_payment(std::string_view text) {
  return decode_as<payment>(text);
}

// -- session ----------------------------------------------------------------------------

void read(const json_node& node, session_status& out) {
  read_word(node, out, &session_status_from);
}

void read(const json_node& node, session& out) {
  node.get("id", out.id);
  node.maybe("ticket_no", out.ticket_no);
  node.get("status", out.status);
  node.maybe("plate", out.plate);
  node.maybe("plate_key", out.plate_key);
  node.maybe("plate_reason", out.plate_reason);
  node.get("vehicle_type", out.vehicle_type);
  node.maybe("entered_at", out.entered_at);
  node.maybe("entry_gate_id", out.entry_gate_id);
  node.maybe("entry_device_no", out.entry_device_no);
  node.maybe("entry_seq", out.entry_seq);
  node.maybe("exited_at", out.exited_at);
  node.maybe("exit_gate_id", out.exit_gate_id);
  node.maybe("fee", out.fee);
  node.maybe("charged", out.charged);
  node.maybe("tariff_version", out.tariff_version);
  node.maybe("photo_in", out.photo_in);
  node.maybe("photo_out", out.photo_out);
  node.maybe("photo_pending", out.photo_pending);
  node.maybe("flags", out.flags);
  node.maybe("merged_into", out.merged_into);
  node.get("version", out.version);
  node.maybe("entry_by", out.entry_by);
  node.maybe("exit_by", out.exit_by);
}

std::string encode(const session& x) {
  return object_writer{}
      .add("id", x.id)
      .add_text("ticket_no", x.ticket_no)
      .add("status", x.status)
      .add_text("plate", x.plate)
      .add_text("plate_key", x.plate_key)
      .add("plate_reason", x.plate_reason)
      .add("vehicle_type", x.vehicle_type)
      .add("entered_at", x.entered_at)
      .add_text("entry_gate_id", x.entry_gate_id)
      .add("entry_device_no", x.entry_device_no)
      .add("entry_seq", x.entry_seq)
      .add("exited_at", x.exited_at)
      .add_text("exit_gate_id", x.exit_gate_id)
      .add("fee", x.fee)
      .add("charged", x.charged)
      .add("tariff_version", x.tariff_version)
      .add("photo_in", x.photo_in)
      .add("photo_out", x.photo_out)
      .add("photo_pending", x.photo_pending)
      .add("flags", x.flags)
      .add("merged_into", x.merged_into)
      .add("version", x.version)
      .add_text("entry_by", x.entry_by)
      .add_text("exit_by", x.exit_by)
      .done();
}

result<session> decode_session(std::string_view text) {
  return decode_as<session>(text);
}

} // namespace palang::protocol
