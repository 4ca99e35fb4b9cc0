#include "shared/protocol/codec.hpp"

#include "samples.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;

TEST_CASE("a hello reads and writes as the protocol prints it", "[protocol]") {
  const std::string frame =
      R"({"type":"hello","token":"...","client":{"app":"handheld","version":"1.0.0"},"topics":["session","gate","lock","gateway","alert","config","sync"],"resume":{"epoch":"...","seq":1042},"batch":true})";
  const auto message = decode_client_message(frame);
  REQUIRE(message);
  const auto& read = std::get<hello>(*message);
  CHECK(read.token == "...");
  CHECK(read.app == "handheld");
  CHECK(read.app_version == "1.0.0");
  CHECK(read.topics.size() == 7);
  CHECK(read.resume == resume_point{"...", 1042});
  CHECK(read.is_batch);
  CHECK(encode(*message) == frame);
}

TEST_CASE("a hello needs no client, no topics, no resume and no batch", "[protocol]") {
  const auto message = decode_client_message(R"({"type":"hello","token":"t"})");
  REQUIRE(message);
  CHECK(std::get<hello>(*message) == hello{"t", "", "", {}, {}, false});
}

TEST_CASE("a welcome is written as the protocol prints it", "[protocol]") {
  const welcome x{samples::id(1),
                  "e",
                  1050,
                  310,
                  true,
                  samples::morning,
                  true,
                  7,
                  10'000,
                  5000,
                  {samples::id(2), "budi", "Budi", role::attendant, false},
                  {}};
  CHECK(
      encode(server_message{x})
      == R"({"type":"welcome","connection":"0195c5f0-1a2b-7c3d-8e4f-000000000001","epoch":"e","seq":1050,"oldest_seq":310,"resumed":true,"server_time":1742785200000,"db":"up","config_version":7,"heartbeat_ms":10000,"reconnect_jitter_ms":5000,"user":{"id":"0195c5f0-1a2b-7c3d-8e4f-000000000002","username":"budi","name":"Budi","role":"attendant","disabled":false}})");
}

TEST_CASE("an event carries its data as it was encoded", "[protocol]") {
  const event x{1051, samples::morning, topic::session, "session.entered",
                R"({"session":{"z":1, "a":2}})"};
  CHECK(
      encode(server_message{x})
      == R"({"type":"event","seq":1051,"at":1742785200000,"topic":"session","kind":"session.entered","data":{"session":{"z":1, "a":2}}})");
}

TEST_CASE("a status is written as the protocol prints it", "[protocol]") {
  CHECK(encode(server_message{status{false, from_ms(1), from_ms(2), "disk full"}})
        == R"({"type":"status","db":"down","since":1,"server_time":2,"detail":"disk full"})");
}

TEST_CASE("ping and pong are written as the protocol prints them", "[protocol]") {
  CHECK(encode(client_message{ping{1}}) == R"({"type":"ping","n":1})");
  CHECK(encode(server_message{pong{1, true, from_ms(5), 1060}})
        == R"({"type":"pong","n":1,"db":"up","server_time":5,"seq":1060})");
}

TEST_CASE("a submission reads and writes as the protocol prints it", "[protocol]") {
  const std::string frame =
      R"({"type":"submit","id":"0195c5f0-1a2b-7c3d-8e4f-000000000001","kind":"entry","device_seq":17,"taken_at":1742785200000,"clock":{"offset_ms":-120,"source":"server"},"offline":false,"data":{"session_id":"0195c5f0-1a2b-7c3d-8e4f-000000000002","gate_id":"in-1","plate":"B 1234 XYZ","vehicle_type":"MOBIL","photo":null,"ticket":null}})";
  const auto read = decode_submit(frame);
  REQUIRE(read);
  CHECK(read->device_seq == 17);
  CHECK(read->taken_at == samples::morning);
  CHECK(read->clock == clock_info{-120, clock_source::server});
  CHECK_FALSE(read->is_offline);
  CHECK(std::get<entry_data>(read->data).plate == "B 1234 XYZ");
  CHECK(encode(*read) == frame);
}

TEST_CASE("a submission without clock and offline is an online one of an unknown clock",
          "[protocol]") {
  const auto read = decode_submit(
      R"({"type":"submit","id":"0195c5f0-1a2b-7c3d-8e4f-000000000001","kind":"device.approve","taken_at":1,"device_seq":null,"clock":null,"data":{"device_id":"0195C5F0-1A2B-7C3D-8E4F-000000000002","more":[1]},"more":{}})");
  REQUIRE(read);
  CHECK(read->clock == clock_info{0, clock_source::none});
  CHECK_FALSE(read->is_offline);
  CHECK_FALSE(read->device_seq);
  CHECK(read->data == submit_data{device_approve_data{samples::id(2)}});
}

TEST_CASE("accepted and rejected are written as the protocol prints them", "[protocol]") {
  CHECK(
      encode(server_message{accepted{samples::id(1), 1061, false, "{}"}})
      == R"({"type":"accepted","id":"0195c5f0-1a2b-7c3d-8e4f-000000000001","seq":1061,"duplicate":false,"data":{}})");
  CHECK(
      encode(server_message{rejected{samples::id(1), {errc::invalid, "no", "data.plate"}}})
      == R"({"type":"rejected","id":"0195c5f0-1a2b-7c3d-8e4f-000000000001","code":"invalid","retryable":false,"message":"no","field":"data.plate"})");
  CHECK(
      encode(server_message{rejected{samples::id(1), {errc::db_unavailable, "no", ""}}})
      == R"({"type":"rejected","id":"0195c5f0-1a2b-7c3d-8e4f-000000000001","code":"db_unavailable","retryable":true,"message":"no"})");
}

TEST_CASE("a query, its result and its error are written as the protocol prints them",
          "[protocol]") {
  const std::string frame =
      R"({"type":"query","id":"1","kind":"session.find","data":{"plate":"B 1234 XYZ"}})";
  const auto message = decode_client_message(frame);
  REQUIRE(message);
  CHECK(encode(*message) == frame);
  CHECK(encode(server_message{query_result{"1", "{}"}})
        == R"({"type":"result","id":"1","data":{}})");
  CHECK(encode(server_message{error_message{"1", {errc::forbidden, "no", "kind"}, {}}})
        == R"({"type":"error","id":"1","code":"forbidden","message":"no","field":"kind"})");
  CHECK(encode(server_message{error_message{{}, {errc::bad_message, "no", "type"}, {}}})
        == R"({"type":"error","code":"bad_message","message":"no","field":"type"})");
  CHECK(encode(server_message{error_message{{}, {errc::busy, "no", ""}, 100}})
        == R"({"type":"error","code":"busy","message":"no","retry_after_ms":100})");
}

TEST_CASE("a query without data asks with its defaults", "[protocol]") {
  const auto message = decode_client_message(R"({"type":"query","id":"1","kind":"alert.list"})");
  REQUIRE(message);
  CHECK(std::get<query>(*message) == query{"1", alert_list{}});
}

TEST_CASE("log-in bodies are written as the protocol prints them", "[protocol]") {
  const std::string body =
      R"({"username":"budi","password":"...","device_id":"0195c5f0-1a2b-7c3d-8e4f-000000000001","device_key":"MCow"})";
  const auto request = decode_login(body);
  REQUIRE(request);
  CHECK(request->password == "...");
  CHECK_FALSE(request->enrolment);
  CHECK(encode(*request) == body);
  const login_reply reply{"tok", from_ms(9), samples::supervisor(), samples::id(8), "Pasar", "e1"};
  CHECK(
      encode(reply)
      == R"({"token":"tok","expires_at":9,"user":{"id":"0195c5f0-1a2b-7c3d-8e4f-000000000007","username":"wati","name":"Wati","role":"supervisor","disabled":true},"site":{"id":"0195c5f0-1a2b-7c3d-8e4f-000000000008","name":"Pasar"},"epoch":"e1"})");
  CHECK(decode_login_reply(encode(reply)) == reply);
}

TEST_CASE("an HTTP error has a code, a message and the field if there is one", "[protocol]") {
  CHECK(encode_http_error({errc::bad_credentials, "no", ""})
        == R"({"code":"bad_credentials","message":"no"})");
  const error why{errc::invalid, "no", "username"};
  CHECK(encode_http_error(why) == R"({"code":"invalid","message":"no","field":"username"})");
  CHECK(decode_http_error(encode_http_error(why)) == why);
  CHECK(decode_http_error(R"({"code":"from_the_future"})")->code == errc::internal);
  CHECK_FALSE(decode_http_error("<html>"));
}
