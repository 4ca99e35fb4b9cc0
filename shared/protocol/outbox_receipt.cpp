#include "shared/protocol/outbox_receipt.hpp"

#include "shared/protocol/json_reader.hpp"
#include "shared/protocol/json_writer.hpp"

namespace palang::protocol {

namespace {

std::string encode_refusal(const outbox_receipt::refusal& x) {
  return object_writer{}
      .add("id", x.id)
      .add("kind", x.kind)
      .add("code", to_string(x.why.code))
      .add("message", x.why.message)
      .done();
}

} // namespace

void read(const json_node& node, outbox_receipt::refusal& out) {
  std::string code;
  node.get("id", out.id);
  node.get("kind", out.kind);
  node.get("code", code);
  node.maybe("message", out.why.message);
  out.why.code = errc_from_string(code).value_or(errc::internal);
}

void read(const json_node& node, outbox_receipt& out) {
  node.get("device_no", out.device_no);
  node.get("taken", out.taken);
  node.get("already_there", out.already_there);
  node.get("refused", out.refused);
}

std::string encode(const outbox_receipt& x) {
  return object_writer{}
      .add("device_no", x.device_no)
      .add("taken", x.taken)
      .add("already_there", x.already_there)
      .add("refused", raw_json{encode_all(x.refused, encode_refusal)})
      .done();
}

result<outbox_receipt> decode_outbox_receipt(std::string_view body) {
  return decode_as<outbox_receipt>(body);
}

} // namespace palang::protocol
