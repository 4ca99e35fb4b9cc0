#include "shared/protocol/codec.hpp"

#include "samples.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;

TEST_CASE("locks, gateways, records and openings survive their text", "[protocol]") {
  CHECK(decode_lock(encode(samples::exit_lock())) == samples::exit_lock());
  CHECK(decode_lock(encode(lock{})) == lock{});
  CHECK(decode_gateway(encode(samples::tower_gateway())) == samples::tower_gateway());
  CHECK(decode_lock_record(encode(samples::card_record())) == samples::card_record());
  CHECK(decode_lock_record(encode(lock_record{})) == lock_record{});
  CHECK(decode_opening(encode(samples::explained_opening())) == samples::explained_opening());
  CHECK(decode_opening(encode(opening{})) == opening{});
}

TEST_CASE("a lock is written with the protocol's names and its coverage inside", "[protocol]") {
  CHECK(
      encode(samples::exit_lock())
      == R"({"id":"4567","name":"Palang keluar","gate_id":"out-1","battery":93,"state":"unlocked","clock_offset_ms":-5971,"last_record_at":1742785200000,"gateway_ids":["88","89"],"signals":[{"gateway_id":"89","rssi":-71,"at":1742785200000},{"gateway_id":"88","rssi":-86,"at":1742785200001}],"coverage":{"now":"covered","hours":[{"from":1742785200000,"mark":"blind"},{"from":1742785200001,"mark":"covered"}]}})");
  CHECK(
      encode(lock{})
      == R"({"id":"","name":"","gate_id":null,"battery":null,"state":"unknown","clock_offset_ms":null,"last_record_at":null,"gateway_ids":[],"signals":[],"coverage":{"now":"doubtful"}})");
}

TEST_CASE("a gateway is written with the protocol's names", "[protocol]") {
  CHECK(
      encode(samples::tower_gateway())
      == R"({"id":"88","name":"Menara","online":true,"since":1742785200000,"last_seen":1742785200001,"late_records":3})");
}

TEST_CASE("a record is written with the protocol's names", "[protocol]") {
  CHECK(
      encode(samples::card_record())
      == R"({"id":"0195c5f0-1a2b-7c3d-8e4f-00000000000a","lock_id":"4567","type":7,"type_from_lock":17,"success":true,"who":"kartu satpam","credential_tail":"42","battery":93,"lock_at":1742785200000,"server_at":1742785194029,"received_at":1742785200002,"corrected_at":1742785194000,"source":"pull","late_by_ms":6002,"opening_id":"0195c5f0-1a2b-7c3d-8e4f-00000000000b","text_id":"Dibuka dengan kartu","text_en":"Opened with a card"})");
}

TEST_CASE("an opening names its cause", "[protocol]") {
  CHECK(
      encode(samples::explained_opening())
      == R"({"id":"0195c5f0-1a2b-7c3d-8e4f-00000000000b","lock_id":"4567","gate_id":"out-1","at":1742785200000,"state":"explained","record_id":"0195c5f0-1a2b-7c3d-8e4f-00000000000a","cause":"exit","session_id":"0195c5f0-1a2b-7c3d-8e4f-000000000001","command_id":"0195c5f0-1a2b-7c3d-8e4f-00000000000c","who":"kartu satpam","note":"ambulans","judgement":{"verdict":"justified","note":"ada surat","by":"wati","at":1742785200000}})");
}

TEST_CASE("a lock's mark or word that nobody knows is named", "[protocol]") {
  const auto refused = [](std::string_view path, std::string_view value) {
    return decode_lock(replace_at(encode(samples::exit_lock()), path, value).value()).error().field;
  };
  CHECK(refused("/state", R"("open")") == "state");
  CHECK(refused("/coverage/now", R"("sunny")") == "coverage.now");
  CHECK(refused("/coverage/hours/1/mark", "7") == "coverage.hours.1.mark");
}
