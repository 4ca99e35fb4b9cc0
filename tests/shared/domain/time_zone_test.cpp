#include "shared/domain/time_zone.hpp"

#include "tests/shared/domain/tariff_vectors.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace palang;
using namespace palang::domain;
using testing::parse_instant;

namespace {

time_zone zone(const std::string& name) {
  const auto found = time_zone::find(name);
  REQUIRE(found);
  return *found;
}

} // namespace

TEST_CASE("the next midnight lies after the moment and is the zone's own", "[domain]") {
  const auto jakarta = zone("Asia/Jakarta");
  CHECK(jakarta.next_midnight(parse_instant("2025-03-24 23:59:59"))
        == parse_instant("2025-03-25 00:00:00"));
  CHECK(jakarta.next_midnight(parse_instant("2025-03-25 00:00:00"))
        == parse_instant("2025-03-26 00:00:00"));
  CHECK(zone("Asia/Jayapura").next_midnight(parse_instant("2025-03-24T14:59:59Z"))
        == parse_instant("2025-03-24T15:00:00Z"));
}

TEST_CASE("a midnight that the clocks skip is the moment of the change", "[domain]") {
  CHECK(zone("America/Santiago").next_midnight(parse_instant("2024-09-08T03:00:00Z"))
        == parse_instant("2024-09-08T04:00:00Z"));
}

TEST_CASE("time goes on where the clocks go back over midnight", "[domain]") {
  // St. John's went from 00:01 back to 23:01 on 29 October 2006, at 02:31 UTC.
  const auto st_johns = zone("America/St_Johns");
  const auto from = parse_instant("2006-10-29T01:00:00Z");
  for (std::chrono::minutes m{0}; m < std::chrono::hours{4}; ++m)
    CHECK(st_johns.next_midnight(from + m) > from + m);
}

TEST_CASE("a name that is no zone is refused", "[domain]") {
  for (const auto* name :
       {"", "WIB", "Asia/Atlantis", "../../etc/passwd", "/etc/passwd", "asia/jakarta"}) {
    INFO(name);
    const auto found = time_zone::find(name);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == errc::invalid);
    CHECK(found.error().field == "tz");
  }
}
