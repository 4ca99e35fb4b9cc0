#include "shared/domain/plate.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace palang;
using namespace palang::domain;

TEST_CASE("every published plate example is read as it should be", "[domain][plate]") {
  std::ifstream file{PALANG_TEST_DATA "/plate-vectors.json"};
  const auto vectors = nlohmann::json::parse(file);
  REQUIRE(vectors.size() >= 9);
  for (const auto& v : vectors) {
    INFO(v.dump());
    const auto read = parse_plate(v.at("input").get<std::string>());
    REQUIRE(read);
    CHECK(read->key == v.at("key"));
    CHECK(read->shown == v.at("display"));
    CHECK(read->is_standard == v.at("grammar"));
    CHECK(read->is_area_known == v.at("prefix_known"));
  }
}
