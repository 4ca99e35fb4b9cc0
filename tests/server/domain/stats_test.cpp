#include "server/domain/stats.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;

namespace {

constexpr instant midnight = from_ms(1'742'749'200'000);

protocol::stats_row hour(int h, std::string gate, std::int64_t entries, std::int64_t exits,
                         std::int64_t revenue) {
  protocol::stats_row out;
  out.from = midnight + h * 1h;
  out.gate_id = std::move(gate);
  out.entries = entries;
  out.exits = exits;
  out.revenue = rupiah{revenue};
  return out;
}

protocol::stats_row inside(std::int64_t count) {
  protocol::stats_row out;
  out.from = midnight;
  out.occupancy = count;
  return out;
}

} // namespace

TEST_CASE("occupancy at a bucket's end follows from what was inside and what passed since",
          "[stats]") {
  const std::vector<protocol::stats_row> hours{
      hour(0, "in-1", 5, 0, 0), hour(0, "out-1", 0, 2, 9'000), hour(3, "out-1", 0, 4, 20'000)};
  const auto rows =
      summarise(hours, {inside(10)}, {midnight, midnight + 24h, protocol::stats_bucket::hour});
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].occupancy == 13);
  CHECK(rows[1].occupancy == 13);
  CHECK(rows[2].occupancy == 9);
  CHECK(rows[2].from == midnight + 3h);
}

TEST_CASE("days add up their hours", "[stats]") {
  const std::vector<protocol::stats_row> hours{hour(1, "out-1", 0, 1, 5'000),
                                               hour(23, "out-1", 0, 2, 7'000),
                                               hour(24, "out-1", 0, 1, 1'000)};
  const auto rows =
      summarise(hours, {inside(10)}, {midnight, midnight + 48h, protocol::stats_bucket::day});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].exits == 3);
  CHECK(rows[0].revenue == rupiah{12'000});
  CHECK(rows[0].occupancy == 7);
  CHECK(rows[1].from == midnight + 24h);
  CHECK(rows[1].occupancy == 6);
}

TEST_CASE("a window must be neither empty nor endless", "[stats]") {
  CHECK(check_window({midnight, midnight + 1h, {}}));
  CHECK(check_window({midnight, midnight, {}}).error().field == "data.to");
  CHECK(check_window({midnight, midnight + 24h * 367, {}}).error().field == "data.from");
}
