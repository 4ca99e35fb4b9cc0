#include "server/domain/pricing.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;

namespace {

constexpr instant ten = from_ms(1'742'785'200'000);

tariff car(std::uint16_t version, instant valid_from, std::int64_t first) {
  tariff out;
  out.id = "T1-MOBIL";
  out.version = version;
  out.valid_from = valid_from;
  out.mode = tariff_mode::rolling_24h;
  out.grace_min = 10;
  out.first_amt = rupiah{first};
  out.next_amt = rupiah{2'000};
  out.cap = rupiah{30'000};
  out.lost_amt = rupiah{25'000};
  out.lost_unknown_base = rupiah{30'000};
  return out;
}

stay_facts stay_of(milliseconds length) {
  stay_facts out;
  out.entered_at = ten;
  out.exited_at = ten + length;
  return out;
}

} // namespace

TEST_CASE("the version in force at entry prices the stay", "[pricing]") {
  protocol::config document;
  document.tariffs = {car(1, instant{}, 5'000), car(2, ten + 1h, 6'000)};
  auto stay = stay_of(2h);
  CHECK(tariff_of(document, stay)->version == 1);
  stay.entered_at = ten + 1h;
  CHECK(tariff_of(document, stay)->version == 2);
}

TEST_CASE("an entry from before all versions is priced by the noted one, then by the first",
          "[pricing]") {
  protocol::config document;
  document.tariffs = {car(2, ten + 2h, 6'000), car(1, ten + 1h, 5'000)};
  auto stay = stay_of(2h);
  CHECK(tariff_of(document, stay)->version == 1);
  stay.tariff_version = 2;
  CHECK(tariff_of(document, stay)->version == 2);
  stay.vehicle = vehicle_class::truk;
  CHECK(tariff_of(document, stay) == nullptr);
}

TEST_CASE("doubt about the entry counts for the driver, up to when the server had it",
          "[pricing]") {
  const auto rules = car(1, instant{}, 5'000);
  auto stay = stay_of(65min);
  CHECK(price(rules, stay)->total == rupiah{7'000});
  stay.entry_uncertainty = 10min;
  CHECK(price(rules, stay)->total == rupiah{5'000});
  stay.entry_received_at = ten + 1min;
  CHECK(price(rules, stay)->total == rupiah{7'000});
}

TEST_CASE("doubt about both ends shortens a stay to nothing, not below", "[pricing]") {
  const auto rules = car(1, instant{}, 5'000);
  auto stay = stay_of(5min);
  stay.entry_uncertainty = 10min;
  stay.exit_uncertainty = 10min;
  const auto priced = price(rules, stay);
  REQUIRE(priced);
  CHECK(priced->minutes == 0);
}

TEST_CASE("an exit before its entry has no amount", "[pricing]") {
  const auto rules = car(1, instant{}, 5'000);
  const auto priced = price(rules, stay_of(-1h));
  REQUIRE_FALSE(priced);
  CHECK(priced.error().field == "exited_at");
}

TEST_CASE("a lost ticket adds its fine and knows whether the entry is proven", "[pricing]") {
  const auto rules = car(1, instant{}, 5'000);
  auto stay = stay_of(125min);
  stay.is_lost_ticket = true;
  CHECK(price(rules, stay)->total == rupiah{34'000});
  stay.entered_at.reset();
  CHECK(price(rules, stay)->total == rupiah{55'000});
}

TEST_CASE("free by grace is told apart from free otherwise", "[pricing]") {
  auto rules = car(1, instant{}, 5'000);
  CHECK(is_free_by_grace(rules, *price(rules, stay_of(8min))));
  CHECK_FALSE(is_free_by_grace(rules, *price(rules, stay_of(11min))));
  rules.first_amt = rupiah{0};
  CHECK_FALSE(is_free_by_grace(rules, *price(rules, stay_of(11min))));
}
