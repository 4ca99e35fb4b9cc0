#include "server/domain/indicators.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace palang;
using namespace palang::domain;

namespace {

hour_counts exits(std::int64_t count, std::int64_t free, std::int64_t revenue) {
  hour_counts out;
  out.exits = count;
  out.free_exits = free;
  out.revenue = rupiah{revenue};
  return out;
}

hour_key at(std::int64_t hour, std::string name, std::string gate = "out-1") {
  return {from_ms(hour * 3'600'000), std::move(gate), vehicle_class::mobil, std::move(name)};
}

const indicator& one(const std::vector<attendant_indicators>& all, const std::string& name,
                     indicator_kind kind) {
  const auto person = std::ranges::find(all, name, &attendant_indicators::username);
  REQUIRE(person != all.end());
  const auto found = std::ranges::find(person->found, kind, &indicator::kind);
  REQUIRE(found != person->found.end());
  return *found;
}

} // namespace

TEST_CASE("who lets far more out for nothing than the others stands first", "[indicators]") {
  const auto all = indicators_of(
      {{at(8, "budi"), exits(200, 60, 700'000)}, {at(8, "sari"), exits(400, 20, 1'900'000)}}, {});
  REQUIRE(all.front().username == "budi");
  const auto& free = one(all, "budi", indicator_kind::free_exits);
  CHECK(free.count == 60);
  CHECK(free.base == 200);
  CHECK(free.value == 300);
  CHECK(free.expected == 50);
  CHECK(free.is_outside);
  CHECK(free.text_id.find("perlu diperiksa") != std::string::npos);
  CHECK_FALSE(one(all, "sari", indicator_kind::free_exits).is_outside);
}

TEST_CASE("a quiet hour is held against the same hour only", "[indicators]") {
  // At night everybody lets half out for nothing; budi only works at night.
  const auto all = indicators_of({{at(2, "budi"), exits(100, 50, 250'000)},
                                  {at(2, "wati"), exits(100, 50, 250'000)},
                                  {at(10, "sari"), exits(1'000, 10, 9'000'000)}},
                                 {});
  const auto& free = one(all, "budi", indicator_kind::free_exits);
  CHECK(free.expected == 500);
  CHECK_FALSE(free.is_outside);
  CHECK_FALSE(one(all, "sari", indicator_kind::free_exits).expected);
}

TEST_CASE("a few exits say nothing, and one act is never outside", "[indicators]") {
  const auto few = indicators_of(
      {{at(8, "budi"), exits(10, 10, 0)}, {at(8, "sari"), exits(500, 5, 2'000'000)}}, {});
  CHECK_FALSE(one(few, "budi", indicator_kind::free_exits).expected);
  const auto acts =
      indicators_of({{at(8, "budi"), exits(300, 0, 0)}, {at(8, "sari"), exits(300, 0, 0)}},
                    {{"budi", {0, 0, 0, 0, 0, 1}}, {"sari", {}}});
  CHECK_FALSE(one(acts, "budi", indicator_kind::manual_openings).is_outside);
}

TEST_CASE("a low mean fee costs the site money, a high one does not", "[indicators]") {
  const auto all = indicators_of(
      {{at(8, "budi"), exits(500, 0, 1'000'000)}, {at(8, "sari"), exits(500, 0, 4'000'000)}}, {});
  CHECK(one(all, "budi", indicator_kind::mean_fee).is_outside);
  CHECK(one(all, "budi", indicator_kind::mean_fee).value == 2'000);
  CHECK_FALSE(one(all, "sari", indicator_kind::mean_fee).is_outside);
}
