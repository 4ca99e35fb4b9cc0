#include "shared/protocol/config.hpp"

#include "samples.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;

namespace {

/// The site with one thing changed, decoded and checked: the field of the refusal, or empty.
std::string refused_field(const std::string& pointer, const std::string& value) {
  const auto text = replace_at(encode(samples::site()), pointer, value);
  REQUIRE(text);
  CAPTURE(*text);
  const auto document = decode_config(*text);
  if (!document) {
    CHECK(document.error().code == errc::invalid);
    return document.error().field;
  }
  const auto ok = validate(*document);
  return ok ? "" : ok.error().field;
}

} // namespace

TEST_CASE("the configuration survives its text and is valid", "[protocol]") {
  const auto read = decode_config(encode(samples::site()));
  REQUIRE(read);
  CHECK(*read == samples::site());
  CHECK(validate(*read));
}

TEST_CASE("a tariff needs little more than its mode and its prices", "[protocol]") {
  const auto text = replace_at(
      encode(samples::site()), "/tariffs/0",
      R"({"id":"T7-MOTOR","version":1,"vehicle_type":"MOTOR","valid_from":0,"mode":"ROLLING_24H","first_min":60,"first_amt":3000,"next_min":60,"next_amt":1000,"cap":6000,"restart_first":true,"tz":"Asia/Jakarta"})");
  const auto read = decode_config(*text);
  REQUIRE(read);
  domain::tariff expected;
  expected.id = "T7-MOTOR";
  expected.vehicle = domain::vehicle_class::motor;
  expected.mode = domain::tariff_mode::rolling_24h;
  expected.first_amt = rupiah{3000};
  expected.next_amt = rupiah{1000};
  expected.cap = rupiah{6000};
  expected.restart_first = true;
  CHECK(read->tariffs.front() == expected);
}

TEST_CASE("locks and retention may be left out", "[protocol]") {
  const auto read = decode_config(
      R"({"site":{"id":"0195c5f0-1a2b-7c3d-8e4f-000000000001","number":1,"name":"x"},"zones":[],"gates":[],"vehicle_types":[],"tariffs":[]})");
  REQUIRE(read);
  CHECK(read->retention == retention_config{});
  CHECK(read->site.tz == "Asia/Jakarta");
  CHECK(read->site.language == "id");
  CHECK(validate(*read));
}

TEST_CASE("a configuration is refused by the pointer to what is wrong", "[protocol]") {
  const std::vector<std::array<std::string, 3>> wrongs{
      {"/site", "null", "/site/id"},
      {"/site/number", "0", "/site/number"},
      {"/site/number", "65536", "/site/number"},
      {"/site/tz", "\"\"", "/site/tz"},
      {"/site/tz", "\"../etc/passwd\"", "/site/tz"},
      {"/site/tax_rate_pct", "101", "/site/tax_rate_pct"},
      {"/site/language", "\"fr\"", "/site/language"},
      {"/site/utc_offsets/0/offset_min", "1441", "/site/utc_offsets/0/offset_min"},
      {"/site/utc_offsets/1/from", "0", "/site/utc_offsets/1/from"},
      {"/zones", "{}", "/zones"},
      {"/zones/-", R"({"id":"p1","name":"x","capacity":{}})", "/zones/1/id"},
      {"/zones/0/id", "\"\"", "/zones/0/id"},
      {"/zones/0/warn_pct", "101", "/zones/0/warn_pct"},
      {"/zones/0/crit_pct", "74", "/zones/0/crit_pct"},
      {"/zones/0/capacity/BOAT", "1", "/zones/0/capacity/BOAT"},
      {"/zones/0/capacity/MOBIL", "-1", "/zones/0/capacity/MOBIL"},
      {"/zones/0/capacity/MOBIL", "1.5", "/zones/0/capacity/MOBIL"},
      {"/gates/1/id", "\"in-1\"", "/gates/1/id"},
      {"/gates/1/direction", "\"up\"", "/gates/1/direction"},
      {"/gates/1/zone_id", "\"p2\"", "/gates/1/zone_id"},
      {"/gates/1/lock_id", "\"none\"", "/gates/1/lock_id"},
      {"/gates/-", "7", "/gates/2"},
      {"/locks/-", R"({"id":"4567","name":"x"})", "/locks/1/id"},
      {"/vehicle_types/0/id", "\"BUS\"", "/vehicle_types/0/id"},
      {"/vehicle_types/0/id", "\"BOAT\"", "/vehicle_types/0/id"},
      {"/vehicle_types/-", R"({"id":"MOBIL","name_id":"x","name_en":"x"})", "/vehicle_types/1/id"},
      {"/tariffs", "[]", "/vehicle_types/0/id"},
      {"/tariffs/0/id", "\"\"", "/tariffs/0/id"},
      {"/tariffs/0/mode", "\"FREE\"", "/tariffs/0/mode"},
      {"/tariffs/0/version", "0", "/tariffs/0/version"},
      {"/tariffs/0/grace_min", "-2", "/tariffs/0/grace_min"},
      {"/tariffs/0/first_min", "0", "/tariffs/0/first_min"},
      {"/tariffs/0/next_min", "0", "/tariffs/0/next_min"},
      {"/tariffs/0/first_amt", "-1", "/tariffs/0/first_amt"},
      {"/tariffs/0/first_amt", "5000.5", "/tariffs/0/first_amt"},
      {"/tariffs/0/cap", "-1", "/tariffs/0/cap"},
      {"/tariffs/0/lost_amt", "1000000001", "/tariffs/0/lost_amt"},
      {"/tariffs/0/round_to", "0", "/tariffs/0/round_to"},
      {"/tariffs/0/round_mode", "\"SIDEWAYS\"", "/tariffs/0/round_mode"},
      {"/tariffs/0/tz", "\"Asia//Jakarta\"", "/tariffs/0/tz"},
      {"/tariffs/-",
       R"({"id":"T1-MOBIL","version":2,"vehicle_type":"MOBIL","valid_from":0,"mode":"BLOCKS"})",
       "/tariffs/1/version"},
      {"/tariffs/-",
       R"({"id":"T1-MOBIL","version":3,"vehicle_type":"BUS","valid_from":0,"mode":"BLOCKS"})",
       "/tariffs/1/vehicle_type"},
      {"/retention/photos_days", "-1", "/retention/photos_days"}};
  for (const auto& [pointer, value, field] : wrongs) {
    CAPTURE(pointer, value);
    CHECK(refused_field(pointer, value) == field);
  }
  CHECK(refused_field("/tariffs/0/cap", "null").empty());
}

TEST_CASE("gates and vehicle types are found by their ids", "[protocol]") {
  const auto site = samples::site();
  REQUIRE(site.find_gate("out-1") != nullptr);
  CHECK(site.find_gate("out-1")->name == "Keluar 1");
  CHECK(site.find_gate("out-9") == nullptr);
  REQUIRE(site.find_vehicle_type(domain::vehicle_class::mobil) != nullptr);
  CHECK(site.find_vehicle_type(domain::vehicle_class::bus) == nullptr);
}
