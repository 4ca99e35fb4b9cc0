#include "server/domain/occupancy.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::domain;

TEST_CASE("a zone's occupancy is the sum over its classes", "[occupancy]") {
  occupancy o{{{{"a", vehicle_class::mobil}, 3}, {{"b", vehicle_class::mobil}, 5}}};
  o.add("a", vehicle_class::motor, 2);
  o.add("a", vehicle_class::mobil, -1);
  CHECK(o.of_zone("a") == 4);
  CHECK(o.of_zone("b") == 5);
  CHECK(o.of_zone("none") == 0);
}

TEST_CASE("occupancy never falls below zero", "[occupancy]") {
  occupancy o;
  o.add("a", vehicle_class::truk, -1);
  CHECK(o.of_zone("a") == 0);
  o.add("a", vehicle_class::truk, 1);
  CHECK(o.of_zone("a") == 1);
}

TEST_CASE("a zone's capacity counts all classes", "[occupancy]") {
  protocol::config document;
  document.zones.push_back(
      {"a", "A", {{vehicle_class::motor, 10}, {vehicle_class::mobil, 4}}, 75, 90});
  CHECK(capacity_of(document, "a") == 14);
  CHECK(capacity_of(document, "b") == 0);
}
