#include "shared/core/money.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace palang;

TEST_CASE("rupiah are shown with period groups and no decimals", "[core]") {
  CHECK(to_display({0}) == "Rp0");
  CHECK(to_display({500}) == "Rp500");
  CHECK(to_display({5000}) == "Rp5.000");
  CHECK(to_display({109590000}) == "Rp109.590.000");
  CHECK(to_display({-50000}) == "-Rp50.000");
  CHECK(to_display({std::numeric_limits<std::int64_t>::min()}) == "-Rp9.223.372.036.854.775.808");
}
