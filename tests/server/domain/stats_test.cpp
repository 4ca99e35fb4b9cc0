#include "server/domain/stats.hpp"

#include <catch2/catch.hpp>

#include <map>

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

/// Rows in which something moved.
std::vector<protocol::stats_row> moved(std::vector<protocol::stats_row> rows) {
  std::erase_if(rows, [](const auto& row) { return row.gate_id.empty(); });
  return rows;
}

std::vector<instant> begins(const protocol::stats_summary& what, const char* tz = "Asia/Jakarta") {
  const auto found = bucket_begins(what, tz);
  REQUIRE(found);
  return *found;
}

} // namespace

TEST_CASE("occupancy at a bucket's end follows from what was inside and what passed since",
          "[stats]") {
  const std::vector<protocol::stats_row> hours{
      hour(0, "in-1", 5, 0, 0), hour(0, "out-1", 0, 2, 9'000), hour(3, "out-1", 0, 4, 20'000)};
  const auto all = summarise(hours, {inside(10)},
                             begins({midnight, midnight + 24h, protocol::stats_bucket::hour}), {});
  const auto rows = moved(all);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].occupancy == 13);
  CHECK(rows[1].occupancy == 13);
  CHECK(rows[2].occupancy == 9);
  CHECK(rows[2].from == midnight + 3h);
}

TEST_CASE("no bucket is left out: a class that did not move has a row of zeros", "[stats]") {
  const std::vector<protocol::stats_row> hours{hour(0, "in-1", 5, 0, 0), hour(2, "out-1", 0, 4, 1)};
  const auto rows = summarise(hours, {inside(10)},
                              begins({midnight, midnight + 4h, protocol::stats_bucket::hour}),
                              {vehicle_class::mobil, vehicle_class::truk});
  REQUIRE(rows.size() == 8);
  std::map<instant, std::int64_t> cars;
  for (const auto& row : rows)
    if (row.vehicle_type == vehicle_class::mobil)
      cars[row.from] = row.occupancy;
  CHECK(cars
        == std::map<instant, std::int64_t>{
            {midnight, 15}, {midnight + 1h, 15}, {midnight + 2h, 11}, {midnight + 3h, 11}});
  const auto empty = summarise({}, {}, begins({midnight, midnight + 2h, {}}), {vehicle_class::bus});
  REQUIRE(empty.size() == 2);
  CHECK(empty[1].from == midnight + 1h);
  CHECK(empty[1].vehicle_type == vehicle_class::bus);
  CHECK(empty[1].gate_id.empty());
}

TEST_CASE("days add up their hours", "[stats]") {
  const std::vector<protocol::stats_row> hours{hour(1, "out-1", 0, 1, 5'000),
                                               hour(23, "out-1", 0, 2, 7'000),
                                               hour(24, "out-1", 0, 1, 1'000)};
  const auto rows = summarise(hours, {inside(10)},
                              begins({midnight, midnight + 48h, protocol::stats_bucket::day}), {});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].exits == 3);
  CHECK(rows[0].revenue == rupiah{12'000});
  CHECK(rows[0].occupancy == 7);
  CHECK(rows[1].from == midnight + 24h);
  CHECK(rows[1].occupancy == 6);
}

TEST_CASE("days begin at the site's midnight, wherever the window begins", "[stats]") {
  CHECK(begins({midnight + 10h, midnight + 58h, protocol::stats_bucket::day})
        == std::vector<instant>{midnight, midnight + 24h, midnight + 48h});
  CHECK(begins({midnight, midnight + 24h, protocol::stats_bucket::day}) == std::vector{midnight});
  CHECK(begins({midnight, midnight + 24h, protocol::stats_bucket::day}, "Asia/Jayapura")
        == std::vector<instant>{midnight - 2h, midnight + 22h});
  const auto rows = summarise(
      {hour(11, "in-1", 1, 0, 0), hour(23, "in-1", 2, 0, 0), hour(24, "in-1", 4, 0, 0)},
      {inside(10)}, begins({midnight + 10h, midnight + 34h, protocol::stats_bucket::day}), {});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].from == midnight);
  CHECK(rows[0].entries == 3);
  CHECK(rows[1].from == midnight + 24h);
  CHECK(rows[1].occupancy == 17);
}

TEST_CASE("days of a zone that nobody knows are refused, its hours are not", "[stats]") {
  CHECK(bucket_begins({midnight, midnight + 24h, protocol::stats_bucket::day}, "Asia/Nowhere")
            .error()
            .field
        == "tz");
  CHECK(begins({midnight + 1min, midnight + 2h, protocol::stats_bucket::hour}, "Asia/Nowhere")
        == std::vector<instant>{midnight, midnight + 1h});
}

TEST_CASE("a window must be neither empty nor endless", "[stats]") {
  CHECK(check_window({midnight, midnight + 1h, {}}));
  CHECK(check_window({midnight, midnight, {}}).error().field == "data.to");
  using protocol::stats_bucket;
  CHECK(check_window({midnight, midnight + 24h * 366, stats_bucket::day}));
  CHECK(check_window({midnight, midnight + 24h * 367, stats_bucket::day}).error().field
        == "data.from");
  CHECK(check_window({midnight, midnight + 24h * 31, stats_bucket::hour}));
  CHECK(check_window({midnight, midnight + 24h * 32, stats_bucket::hour}).error().field
        == "data.from");
}
