#include "server/domain/offline_windows.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::domain;

TEST_CASE("records that waited at the same time are one window", "[offline]") {
  const auto at = [](std::int64_t ms) { return from_ms(ms); };
  const auto found = offline_windows(
      {{at(500), at(900)}, {at(100), at(400)}, {at(200), at(450)}, {at(450), at(460)}});
  CHECK(found == std::vector<offline_window>{{at(100), at(460), 3}, {at(500), at(900), 1}});
  CHECK(offline_windows({}).empty());
}
