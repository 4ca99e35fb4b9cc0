#include "shared/domain/tariff.hpp"

#include "tests/shared/domain/tariff_vectors.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::domain;
using testing::parse_instant;

namespace {

tariff version(std::uint16_t number, const std::string& valid_from,
               vehicle_class vehicle = vehicle_class::mobil) {
  tariff t;
  t.version = number;
  t.valid_from = parse_instant(valid_from);
  t.vehicle = vehicle;
  return t;
}

} // namespace

TEST_CASE("each tariff word is read back and nothing else is one", "[domain][tariff]") {
  for (int i = 0; i <= static_cast<int>(tariff_mode::last); ++i)
    CHECK(tariff_mode_from(to_string(static_cast<tariff_mode>(i))) == static_cast<tariff_mode>(i));
  for (int i = 0; i <= static_cast<int>(round_mode::last); ++i)
    CHECK(round_mode_from(to_string(static_cast<round_mode>(i))) == static_cast<round_mode>(i));
  CHECK(to_string(tariff_mode::hours_then_night) == "HOURS_THEN_NIGHT");
  CHECK_FALSE(tariff_mode_from("blocks"));
  CHECK_FALSE(round_mode_from(""));
}

TEST_CASE("the version in force at the entry prices the stay", "[domain][tariff]") {
  const std::vector<tariff> all{version(2, "2025-04-01 00:00:00"),
                                version(1, "2025-01-01 00:00:00"),
                                version(1, "2024-01-01 00:00:00", vehicle_class::bus)};
  const auto in_force = [&](const std::string& at) {
    const auto* found = tariff_in_force(all, vehicle_class::mobil, parse_instant(at));
    return found ? found->version : 0;
  };
  CHECK(in_force("2025-03-31 23:59:59") == 1);
  CHECK(in_force("2025-04-01 00:00:00") == 2);
  CHECK(in_force("2024-12-31 23:59:59") == 0);
  CHECK_FALSE(tariff_in_force(all, vehicle_class::truk, parse_instant("2025-05-01 00:00:00")));
}

TEST_CASE("of two versions from the same moment the newer is in force", "[domain][tariff]") {
  const std::vector<tariff> all{version(2, "2025-01-01 00:00:00"),
                                version(3, "2025-01-01 00:00:00"),
                                version(1, "2025-01-01 00:00:00")};
  CHECK(tariff_in_force(all, vehicle_class::mobil, parse_instant("2025-01-01 00:00:00"))->version
        == 3);
}
