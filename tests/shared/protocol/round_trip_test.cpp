#include "shared/protocol/codec.hpp"

#include "samples.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;

TEST_CASE("every submission survives the wire", "[protocol]") {
  const auto all = samples::submissions();
  REQUIRE(all.size() == std::variant_size_v<submit_data>);
  for (const auto& x : all) {
    INFO(encode(x));
    const auto read = decode_submit(encode(x));
    REQUIRE(read);
    CHECK(*read == x);
  }
}

TEST_CASE("every query survives the wire", "[protocol]") {
  const auto all = samples::queries();
  REQUIRE(all.size() == std::variant_size_v<query_data>);
  for (const auto& x : all) {
    const auto frame = encode(client_message{x});
    INFO(frame);
    const auto read = decode_client_message(frame);
    REQUIRE(read);
    CHECK(std::get<query>(*read) == x);
  }
}

TEST_CASE("every server message survives the wire, alone and in a batch", "[protocol]") {
  const auto all = samples::server_messages();
  std::vector<std::string> texts;
  for (const auto& x : all) {
    texts.push_back(encode(x));
    INFO(texts.back());
    const auto read = decode_server_frame(texts.back());
    REQUIRE(read);
    CHECK(*read == std::vector{x});
  }
  CHECK(decode_server_frame(array(texts)) == all);
}

TEST_CASE("a client skips what a newer server says", "[protocol]") {
  const auto read = decode_server_frame(
      R"([{"type":"weather"},{"type":"event","seq":1,"at":1,"topic":"weather","kind":"rain","data":{}},{"type":"pong","n":1,"db":"up","server_time":1,"seq":1}])");
  REQUIRE(read);
  CHECK(*read == std::vector<server_message>{pong{1, true, from_ms(1), 1}});
}

TEST_CASE("an error code that a client does not know is final unless the server says otherwise",
          "[protocol]") {
  const auto code_of = [](const char* retryable) {
    const auto read = decode_server_frame(
        R"({"type":"rejected","id":"0195c5f0-1a2b-7c3d-8e4f-000000000001","code":"new","message":"m","retryable":)"
        + std::string(retryable) + "}");
    REQUIRE(read);
    return std::get<rejected>(read->front()).why.code;
  };
  CHECK_FALSE(is_retryable(code_of("false")));
  CHECK(is_retryable(code_of("true")));
}

TEST_CASE("a broken server frame names its field", "[protocol]") {
  const auto read =
      decode_server_frame(R"([{"type":"pong","n":1,"db":"up","server_time":1,"seq":"x"}])");
  REQUIRE_FALSE(read);
  CHECK(read.error().field == "0.seq");
  CHECK_FALSE(decode_server_frame(""));
  CHECK_FALSE(decode_server_frame("7"));
}

TEST_CASE("every object survives its text", "[protocol]") {
  CHECK(decode_session(encode(samples::closed_session())) == samples::closed_session());
  CHECK(decode_session(encode(session{})) == session{});
  CHECK(decode_fee(encode(samples::hour_fee())) == samples::hour_fee());
  CHECK(decode_fee(encode(samples::hour_fee(), rupiah{6000})) == samples::hour_fee());
  CHECK(decode_gate(encode(samples::exit_gate())) == samples::exit_gate());
  CHECK(decode_gate(encode(gate{})) == gate{});
  const gate_command command{samples::id(1), "in-1",     command_state::failed,
                             samples::id(2), "ambulans", from_ms(1),
                             from_ms(2),     "jammed"};
  CHECK(decode_gate_command(encode(command)) == command);
  CHECK(decode_alert(encode(samples::duplicate_alert())) == samples::duplicate_alert());
  CHECK(decode_alert(encode(alert{})) == alert{});
  CHECK(decode_alert_refers(encode(samples::duplicate_alert().refers))
        == samples::duplicate_alert().refers);
  CHECK(decode_shift(encode(samples::counted_shift())) == samples::counted_shift());
  CHECK(decode_shift(encode(shift{})) == shift{});
  CHECK(decode_device(encode(samples::approved_device())) == samples::approved_device());
  CHECK(decode_device(encode(device{})) == device{});
  CHECK(decode_user(encode(samples::supervisor())) == samples::supervisor());
  const device_key key{1, "MCow", from_ms(1), from_ms(2)};
  CHECK(decode_device_key(encode(key)) == key);
  const payment paid{"qris", rupiah{5000}, rupiah{6000}, "ref"};
  CHECK(decode_payment(encode(paid)) == paid);
  const sync_log_entry logged{samples::id(1), 1, 17,   "entry", "budi",      from_ms(1),
                              from_ms(2),     1, true, false,   "bad_plate", 9};
  CHECK(decode_sync_log_entry(encode(logged)) == logged);
  const stats_row row{from_ms(1), "in-1", domain::vehicle_class::bus, 1, 2, rupiah{3}, 4};
  CHECK(decode_stats_row(encode(row)) == row);
}

TEST_CASE("an audit entry keeps its columns and none can break the message", "[protocol]") {
  audit_entry x{1, from_ms(1), "budi", "void", "session/1", R"({"a":1})", "", "salah"};
  CHECK(decode_audit_entry(encode(x)) == x);
  x.before = R"(",broken)";
  const auto read = decode_audit_entry(encode(x));
  REQUIRE(read);
  CHECK(string_of(read->before) == x.before);
}

TEST_CASE("the fee of an exit tells what was charged and the difference", "[protocol]") {
  CHECK(
      encode(samples::hour_fee(), rupiah{4000})
      == R"({"minutes":60,"base":5000,"overnight":0,"discount":0,"penalty":0,"total":5000,"already_paid":0,"due":5000,"needs_review":false,"steps":[{"text_id":"Jam pertama","text_en":"First hour","amount":5000}],"charged":4000,"difference":-1000})");
}

TEST_CASE("an open session writes what is not there as null", "[protocol]") {
  auto x = samples::closed_session();
  x.status = session_status::open;
  x.plate.clear();
  x.exited_at.reset();
  x.exit_gate_id.clear();
  const auto text = encode(x);
  for (const char* name : {"plate", "exited_at", "exit_gate_id", "plate_reason"})
    CHECK(member_of(text, name) == "null");
  CHECK(string_of(*member_of(text, "status")) == "open");
  CHECK(string_of(*member_of(text, "vehicle_type")) == "MOBIL");
}

TEST_CASE("an object names the field that is wrong", "[protocol]") {
  CHECK(decode_session("{}").error().field == "id");
  CHECK(decode_device(
            replace_at(encode(samples::approved_device()), "/missing/1/first", "-1").value())
            .error()
            .field
        == "missing.1.first");
  CHECK(decode_session("[]").error().code == errc::invalid);
  CHECK_FALSE(decode_session("not json"));
}
