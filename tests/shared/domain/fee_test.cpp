#include "shared/domain/fee.hpp"

#include "tests/shared/domain/tariff_vectors.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::domain;
using testing::load_tariff_vectors;
using testing::parse_instant;

namespace {

/// T1-MOBIL: 5.000 for the first hour, 2.000 for each more, at most 30.000 in 24 h, 10 minutes'
/// grace.
const tariff& car_tariff() {
  return load_tariff_vectors().tariffs.at("T1-MOBIL");
}

stay stay_of(std::chrono::seconds length) {
  stay s;
  s.entered_at = parse_instant("2025-03-24 10:00:00");
  s.exited_at = *s.entered_at + length;
  return s;
}

std::string refused_field(const tariff& rules, const stay& s) {
  const auto computed = compute_fee(rules, s);
  REQUIRE_FALSE(computed);
  CHECK(computed.error().code == errc::invalid);
  return computed.error().field;
}

} // namespace

TEST_CASE("every published fee example comes out to the rupiah", "[domain][fee]") {
  REQUIRE(load_tariff_vectors().vectors.size() >= 40);
  for (const auto& v : load_tariff_vectors().vectors) {
    INFO("vector " << v.id << ": " << v.note);
    auto rules = load_tariff_vectors().tariffs.at(v.tariff_id);
    rules.round_to = v.round_to;
    rules.rounding = v.rounding;
    auto computed = compute_fee(rules, v.given);
    REQUIRE(computed);
    CHECK(computed->minutes == v.expected.minutes);
    CHECK(computed->base.value == v.expected.base.value);
    CHECK(computed->overnight.value == v.expected.overnight.value);
    CHECK(computed->discount.value == v.expected.discount.value);
    CHECK(computed->penalty.value == v.expected.penalty.value);
    CHECK(computed->total.value == v.expected.total.value);
    CHECK(computed->already_paid.value == v.expected.already_paid.value);
    CHECK(computed->due.value == v.expected.due.value);
    rupiah sum;
    for (const auto& step : computed->steps)
      sum += step.amount;
    CHECK(sum.value == v.expected.total.value);
  }
}

TEST_CASE("a stay whose exit lies far before its entry gets no amount", "[domain][fee]") {
  using namespace std::chrono_literals;
  CHECK(compute_fee(car_tariff(), stay_of(-120s))->minutes == 0);
  CHECK(refused_field(car_tariff(), stay_of(-121s)) == "exited_at");
}
