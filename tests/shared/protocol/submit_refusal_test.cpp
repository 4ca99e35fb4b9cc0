#include "shared/protocol/codec.hpp"

#include "samples.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;

namespace {

std::string sample(std::string_view kind) {
  for (const auto& x : samples::submissions())
    if (kind_of(x.data) == kind)
      return encode(x);
  throw std::logic_error("no such kind");
}

decode_failure refusal_of(const std::string& frame) {
  INFO(frame);
  auto read = decode_client_message(frame);
  REQUIRE_FALSE(read);
  return std::move(read.error());
}

struct wrong {
  const char* kind;
  const char* pointer; ///< What is replaced in the kind's sample,
  std::string value;   ///< and with what.
  const char* field;   ///< The name in the refusal.
  errc code = errc::invalid;
};

std::string characters(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i)
    out += "é";
  return text(out);
}

void check(const wrong& x) {
  const auto frame = replace_at(sample(x.kind), x.pointer, x.value);
  REQUIRE(frame);
  const auto why = refusal_of(*frame);
  CAPTURE(x.kind, x.pointer, x.value, why.why.message);
  CHECK(why.why.code == x.code);
  CHECK(why.why.field == x.field);
  CHECK(why.submit_id == samples::id(9));
  CHECK_FALSE(why.query_id);
}

std::string without(std::string frame, const std::string& member) {
  const auto at = frame.rfind("\"" + member + "\":");
  REQUIRE(at != std::string::npos);
  return frame.insert(at + 1, "not_");
}

} // namespace

TEST_CASE("a submission's frame is refused by the name of its field", "[protocol]") {
  for (const auto& x :
       std::vector<wrong>{{"void", "/kind", "\"fly\"", "kind"},
                          {"void", "/kind", "7", "kind"},
                          {"void", "/device_seq", "0", "device_seq"},
                          {"void", "/device_seq", "-1", "device_seq"},
                          {"void", "/device_seq", "4294967296", "device_seq"},
                          {"void", "/device_seq", "1.0", "device_seq"},
                          {"void", "/device_seq", "\"1\"", "device_seq"},
                          {"void", "/taken_at", "null", "taken_at"},
                          {"void", "/taken_at", "1742785200000.5", "taken_at"},
                          {"void", "/taken_at", "10000000000000001", "taken_at"},
                          {"void", "/taken_at", "9223372036854775807", "taken_at"},
                          {"void", "/taken_at", "9223372036854775808", "taken_at"},
                          {"void", "/taken_at", "1e300", "taken_at"},
                          {"void", "/clock", "[]", "clock"},
                          {"void", "/clock/source", "\"sun\"", "clock.source"},
                          {"void", "/clock/offset_ms", "true", "clock.offset_ms"},
                          {"void", "/clock/offset_ms", "-9223372036854775808", "clock.offset_ms"},
                          {"void", "/offline", "0", "offline"},
                          {"void", "/data", "[]", "data"},
                          {"void", "/data", "\"x\"", "data"}})
    check(x);
}

TEST_CASE("a session's submission is refused by the name of its field", "[protocol]") {
  for (const auto& x : std::vector<wrong>{
           {"entry", "/data/session_id", "\"1\"", "data.session_id"},
           {"entry", "/data/session_id", "null", "data.session_id"},
           {"entry", "/data/gate_id", "7", "data.gate_id"},
           {"entry", "/data/gate_id", "\"\"", "data.gate_id"},
           {"entry", "/data/gate_id", characters(65), "data.gate_id"},
           {"entry", "/data/plate", "1", "data.plate"},
           {"entry", "/data/plate", characters(33), "data.plate", errc::bad_plate},
           {"entry", "/data/plate_reason", "\" \"", "data.plate_reason"},
           {"entry", "/data/vehicle_type", "null", "data.vehicle_type"},
           {"entry", "/data/photo", "\"" + std::string(64, 'A') + "\"", "data.photo"},
           {"entry", "/data/photo", "\"" + std::string(63, 'a') + "\"", "data.photo"},
           {"entry", "/data/photo", "\"\"", "data.photo"},
           {"entry", "/data/ticket", characters(257), "data.ticket", errc::bad_ticket},
           {"exit", "/data/ticket", "\"P1:A\"", "data.session_id"},
           {"exit", "/data/session_id", "null", "data.session_id"},
           {"exit", "/data/charged", "-1", "data.charged"},
           {"exit", "/data/charged", "5000.5", "data.charged"},
           {"exit", "/data/charged", "\"5000\"", "data.charged"},
           {"exit", "/data/charged", "10000000000000001", "data.charged"},
           {"exit", "/data/payment", "5000", "data.payment"},
           {"exit", "/data/payment/method", "\"gold\"", "data.payment.method"},
           {"exit", "/data/payment/method", "null", "data.payment.method"},
           {"exit", "/data/payment/amount", "-5000", "data.payment.amount"},
           {"exit", "/data/payment/tendered", "-1", "data.payment.tendered"},
           {"exit", "/data/payment/reference", characters(501), "data.payment.reference"},
           {"exit", "/data/lost_ticket", "\"yes\"", "data.lost_ticket"},
           {"exit", "/data/plate", characters(33), "data.plate", errc::bad_plate},
           {"void", "/data/reason", "\"\"", "data.reason"},
           {"void", "/data/reason", "null", "data.reason"},
           {"void", "/data/reason", characters(501), "data.reason"},
           {"void", "/data/reason", R"("a\u0000b")", "data.reason"},
           {"correct", "/data/changes", "{}", "data.changes"},
           {"correct", "/data/changes", "7", "data.changes"},
           {"correct", "/data/changes/entered_at", "\"now\"", "data.changes.entered_at"},
           {"correct", "/data/changes/plate", characters(33), "data.changes.plate",
            errc::bad_plate},
           {"correct", "/data/reason", "\"\\n\"", "data.reason"},
           {"merge", "/data/drop", text(to_string(samples::id(1))), "data.drop"},
           {"merge", "/data/reason", "\"\"", "data.reason"}})
    check(x);
}

TEST_CASE("other submissions are refused by the name of their field", "[protocol]") {
  for (const auto& x : std::vector<wrong>{
           {"gate.open", "/data/expires_at", "\"soon\"", "data.expires_at"},
           {"gate.open", "/data/reason", "\"\"", "data.reason"},
           {"gate.mode", "/data/mode", "\"ajar\"", "data.mode"},
           {"shift.open", "/data/cash", "-1", "data.cash"},
           {"shift.close", "/data/cash", "null", "data.cash"},
           {"shift.close", "/data/records", "[]", "data.records"},
           {"shift.close", "/data/records/first_seq", "-1", "data.records.first_seq"},
           {"shift.close", "/data/records/count", "4294967296", "data.records.count"},
           {"alert.resolve", "/data/note", "1", "data.note"},
           {"lock.sync", "/data/to", "0", "data.to"},
           {"config.set", "/data/path", "1", "data.path"},
           {"config.set", "/data/base_version", "-1", "data.base_version"},
           {"device.approve", "/data/device_id", "1", "data.device_id"},
           {"device.revoke", "/data/device_id", "\"\"", "data.device_id"},
           {"user.set", "/data/username", "\"\"", "data.username"},
           {"user.set", "/data/role", "\"king\"", "data.role"},
           {"user.set", "/data/password", "\"\"", "data.password"},
           {"user.set", "/data/disabled", "1", "data.disabled"}})
    check(x);
}

TEST_CASE("what is missing is named", "[protocol]") {
  CHECK(refusal_of(without(sample("config.set"), "value")).why.field == "data.value");
  CHECK(refusal_of(without(sample("correct"), "changes")).why.field == "data.changes");
  CHECK(refusal_of(without(sample("void"), "reason")).why.field == "data.reason");
  CHECK(refusal_of(without(sample("void"), "data")).why.field == "data");
  CHECK(refusal_of(without(sample("void"), "taken_at")).why.field == "taken_at");
  CHECK(refusal_of(without(sample("void"), "kind")).why.field == "kind");
}

TEST_CASE("a car without a plate needs the reason", "[protocol]") {
  auto x = samples::submissions().front();
  auto& entry = std::get<entry_data>(x.data);
  entry.plate.reset();
  CHECK(decode_submit(encode(x)) == x);
  entry.plate_reason.reset();
  CHECK(refusal_of(encode(x)).why.field == "data.plate_reason");
}

TEST_CASE("an opening needs a reason or a session", "[protocol]") {
  auto x = samples::submissions().front();
  x.data = gate_open_data{"in-1", {}, samples::id(1), {}};
  CHECK(decode_submit(encode(x)) == x);
  x.data = gate_open_data{"in-1", {}, {}, {}};
  CHECK(refusal_of(encode(x)).why.field == "data.reason");
}

TEST_CASE("the greatest numbers are exact and one more is refused", "[protocol]") {
  auto x = samples::submissions().front();
  x.device_seq = 4'294'967'295;
  x.taken_at = from_ms((std::int64_t{1} << 53) + 1);
  x.data = shift_open_data{samples::id(1), rupiah{(std::int64_t{1} << 53) + 1}};
  CHECK(decode_submit(encode(x)) == x);
  x.data = config_set_data{"", "9223372036854775807", std::numeric_limits<std::int64_t>::max()};
  CHECK(decode_submit(encode(x)) == x);
  auto frame = encode(x);
  frame.replace(frame.rfind("9223372036854775807"), 19, "9223372036854775808");
  CHECK(refusal_of(frame).why.field == "data.base_version");
}

TEST_CASE("a number beyond every type is named and the submission with it", "[protocol]") {
  auto frame = encode(samples::submissions().at(1));
  frame.replace(frame.find("\"charged\":5000"), 14, "\"charged\":1e400");
  const auto why = refusal_of(frame);
  CHECK(why.why.code == errc::invalid);
  CHECK(why.why.field == "data.charged");
  CHECK(why.submit_id == samples::id(9));
}

TEST_CASE("a number beyond every type is refused even where nobody reads it", "[protocol]") {
  auto frame = encode(samples::submissions().at(1));
  frame.insert(frame.size() - 1, ",\"extra\":[-1e999]");
  const auto why = refusal_of(frame);
  CHECK(why.why.field == "extra.0");
  CHECK(why.submit_id == samples::id(9));
  const auto query =
      refusal_of(R"({"type":"query","id":"q1","kind":"gate.list","data":{},"x":1e400})");
  CHECK(query.why.field == "x");
  CHECK(query.query_id == "q1");
}
