#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include "samples.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;

namespace {

decode_failure refusal_of(const std::string& frame) {
  INFO(frame.substr(0, 200));
  auto read = decode_client_message(frame);
  REQUIRE_FALSE(read);
  return std::move(read.error());
}

} // namespace

TEST_CASE("a frame that is no message is a bad message and names its field", "[protocol]") {
  const std::vector<std::pair<std::string, std::string>> frames{
      {"", ""},
      {"x", ""},
      {"{\"type\":\"ping\",\"n\":1", ""},
      {"[]", ""},
      {"7", ""},
      {"null", "type"},
      {"{}", "type"},
      {R"({"type":7})", "type"},
      {R"({"type":"fly"})", "type"},
      {R"({"type":"Ping","n":1})", "type"},
      {R"({"type":"ping"})", "n"},
      {R"({"type":"ping","n":"1"})", "n"},
      {R"({"type":"ping","n":1.0})", "n"},
      {R"({"type":"ping","n":9223372036854775808})", "n"},
      {R"({"type":"ping","n":1e400})", "n"},
      {R"({"type":"hello"})", "token"},
      {R"({"type":"hello","token":1})", "token"},
      {R"({"type":"hello","token":"t","client":1})", "client"},
      {R"({"type":"hello","token":"t","client":{"app":1}})", "client.app"},
      {R"({"type":"hello","token":"t","topics":"gate"})", "topics"},
      {R"({"type":"hello","token":"t","topics":["gate",1]})", "topics.1"},
      {R"({"type":"hello","token":"t","resume":{"epoch":"e"}})", "resume.seq"},
      {R"({"type":"hello","token":"t","resume":{"epoch":1,"seq":1}})", "resume.epoch"},
      {R"({"type":"hello","token":"t","batch":"yes"})", "batch"},
      {R"({"type":"submit","kind":"void"})", "id"},
      {R"({"type":"submit","id":"7","kind":"void"})", "id"},
      {R"({"type":"query","kind":"gate.list"})", "id"},
      {R"({"type":"query","id":7,"kind":"gate.list"})", "id"},
      {R"({"type":"query","id":")" + std::string(65, 'q') + R"(","kind":"gate.list"})", "id"}};
  for (const auto& [frame, field] : frames) {
    const auto why = refusal_of(frame);
    CAPTURE(frame, why.why.message);
    CHECK(why.why.code == errc::bad_message);
    CHECK(why.why.field == field);
    CHECK_FALSE(why.submit_id);
    CHECK_FALSE(why.query_id);
  }
}

TEST_CASE("a topic that the server does not know is left to the session", "[protocol]") {
  const auto read = decode_client_message(R"({"type":"hello","token":"t","topics":["weather"]})");
  REQUIRE(read);
  CHECK(std::get<hello>(*read).topics == std::vector<std::string>{"weather"});
}

TEST_CASE("a query is refused by the name of its field", "[protocol]") {
  const std::vector<std::array<std::string, 3>> queries{
      {"session.find", "{}", "data.plate"},
      {"session.find", R"({"plate":"B","ticket":"P1:"})", "data.plate"},
      {"session.find", R"({"session_id":"B"})", "data.session_id"},
      {"session.find", R"({"plate":"B","status":"lost"})", "data.status"},
      {"session.list", R"({"limit":0})", "data.limit"},
      {"session.list", R"({"limit":201})", "data.limit"},
      {"session.list", R"({"limit":"all"})", "data.limit"},
      {"session.list", R"({"after":1})", "data.after"},
      {"session.list", R"({"from":"today"})", "data.from"},
      {"session.list", "[]", "data"},
      {"session.quote", "null", "data.session_id"},
      {"lock.records", "{}", "data.lock_id"},
      {"stats.summary", R"({"from":1})", "data.to"},
      {"stats.summary", R"({"from":2,"to":2})", "data.to"},
      {"stats.summary", R"({"from":1,"to":2,"bucket":"week"})", "data.bucket"},
      {"alert.list", R"({"kind":"rain"})", "data.kind"},
      {"alert.list", R"({"open":1})", "data.open"},
      {"shift.list", R"({"username":1})", "data.username"},
      {"audit.list", R"({"actor":""})", "data.actor"},
      {"sync.log", R"({"device_no":65536})", "data.device_no"},
      {"weather.list", "{}", "kind"}};
  for (const auto& [kind, data, field] : queries) {
    const auto why =
        refusal_of(R"({"type":"query","id":"q1","kind":")" + kind + R"(","data":)" + data + "}");
    CAPTURE(kind, data, why.why.message);
    CHECK(why.why.code == errc::invalid);
    CHECK(why.why.field == field);
    CHECK(why.query_id == "q1");
    CHECK_FALSE(why.submit_id);
  }
}

TEST_CASE("a log-in is refused by the name of its field", "[protocol]") {
  CHECK(decode_login("").error().code == errc::bad_message);
  CHECK(decode_login("{}").error().field == "username");
  CHECK(decode_login(R"({"username":"budi"})").error().field == "password");
  CHECK(decode_login(R"({"username":"budi","password":7})").error().field == "password");
  CHECK(decode_login(R"({"username":"budi","password":"p","device_id":"x"})").error().field
        == "device_id");
}

TEST_CASE("deep nesting is refused before it costs anything", "[protocol]") {
  for (const char* bracket : {"[", "{\"a\":"}) {
    std::string frame;
    while (frame.size() < limits::max_frame_bytes)
      frame += bracket;
    CHECK(refusal_of(frame).why.code == errc::bad_message);
    CHECK_FALSE(decode_server_frame(frame));
    CHECK_FALSE(decode_config(frame));
    CHECK_FALSE(string_of(frame));
  }
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  CHECK(member_of("{\"a\":" + nested(31) + "}", "a") == nested(31));
  CHECK_FALSE(member_of("{\"a\":" + nested(32) + "}", "a"));
}
