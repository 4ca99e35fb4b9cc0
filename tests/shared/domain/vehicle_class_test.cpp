#include "shared/domain/vehicle_class.hpp"

#include <catch2/catch.hpp>

using namespace palang::domain;

TEST_CASE("each vehicle class has its word, which is read back in either case", "[domain]") {
  for (int i = 0; i <= static_cast<int>(vehicle_class::last); ++i)
    CHECK(vehicle_class_from(to_string(static_cast<vehicle_class>(i)))
          == static_cast<vehicle_class>(i));
  CHECK(vehicle_class_from("mobil") == vehicle_class::mobil);
  CHECK_FALSE(vehicle_class_from("SEPEDA"));
  CHECK_FALSE(vehicle_class_from(""));
}

TEST_CASE("the offline files' words are vehicle classes too", "[domain]") {
  CHECK(vehicle_class_from("CAR") == vehicle_class::mobil);
  CHECK(vehicle_class_from("Motorcycle") == vehicle_class::motor);
  CHECK(vehicle_class_from("TRUCK") == vehicle_class::truk);
  CHECK(vehicle_class_from("BUS") == vehicle_class::bus);
  CHECK(vehicle_class_from("OTHER") == vehicle_class::lain);
}
