#include "shared/domain/plate.hpp"

#include "shared/domain/area_codes.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

using namespace palang;
using namespace palang::domain;

namespace {

nlohmann::json load(const std::string& name) {
  std::ifstream file{PALANG_TEST_DATA "/" + name};
  return nlohmann::json::parse(file);
}

plate parsed(std::string_view text) {
  const auto read = parse_plate(text);
  REQUIRE(read);
  return *read;
}

} // namespace

TEST_CASE("every published plate example is read as it should be", "[domain][plate]") {
  const auto vectors = load("plate-vectors.json");
  REQUIRE(vectors.size() == 9);
  for (const auto& v : vectors) {
    INFO(v.dump());
    const auto read = parsed(v.at("input").get<std::string>());
    CHECK(read.key == v.at("key"));
    CHECK(read.shown == v.at("display"));
    CHECK(read.is_standard == v.at("grammar"));
    CHECK(read.is_area_known == v.at("prefix_known"));
  }
}

TEST_CASE("spacing, case and punctuation do not matter", "[domain][plate]") {
  for (const auto* text :
       {"b1234xyz", " B 1234 XYZ ", "B-1234.xyz", "b\t1234\nXYZ", "B·1234·XYZ"}) {
    INFO(text);
    CHECK(parsed(text) == parsed("B 1234 XYZ"));
  }
}

TEST_CASE("only the civil grammar is a standard number", "[domain][plate]") {
  for (const auto* text : {"A 1", "BK 9999 ABC", "B 10 A"})
    CHECK(parsed(text).is_standard);
  for (const auto* text :
       {"ABC 12", "B 0123 A", "B 12345 A", "B 12 ABCD", "B", "12 B", "B 12 A 3"}) {
    INFO(text);
    const auto read = parsed(text);
    CHECK_FALSE(read.is_standard);
    CHECK_FALSE(read.is_area_known);
    CHECK(read.shown == read.key);
  }
}

TEST_CASE("a plate needs one to sixteen letters or digits", "[domain][plate]") {
  CHECK(parsed("1234567890ABCDEF").key.size() == 16);
  for (const auto* text : {"", " - ", "é", "1234567890ABCDEFG"}) {
    INFO(text);
    const auto read = parse_plate(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == errc::bad_plate);
  }
}

TEST_CASE("the table of area codes is the published one", "[domain][plate]") {
  const auto prefixes = load("plate-prefixes.json");
  std::set<std::string> published(prefixes.at("core").begin(), prefixes.at("core").end());
  for (const auto& [code, source] : prefixes.at("additional").items())
    published.insert(code);
  std::set<std::string> known;
  for (char a = 'A'; a <= 'Z'; ++a) {
    known.insert(std::string{a});
    for (char b = 'A'; b <= 'Z'; ++b)
      known.insert({a, b});
  }
  std::erase_if(known, [](const auto& code) { return !is_area_code(code); });
  CHECK(known == published);
}

TEST_CASE("near keys swap one look-alike each", "[domain][plate]") {
  auto near = near_plate_keys("B1O");
  std::ranges::sort(near);
  CHECK(near == std::vector<std::string>{"81O", "B10", "BIO"});
  auto zero = near_plate_keys("0");
  std::ranges::sort(zero);
  CHECK(zero == std::vector<std::string>{"D", "O"});
  CHECK(near_plate_keys("AKT").empty());
}

TEST_CASE("every near key is near, both ways", "[domain][plate]") {
  for (const std::string key : {"B1234XYZ", "D5678OIG", "L9999AAA"})
    for (const auto& other : near_plate_keys(key)) {
      CHECK(is_near(key, other));
      CHECK(is_near(other, key));
      CHECK(other != key);
    }
}

TEST_CASE("nearness forgives look-alikes anywhere, or one character", "[domain][plate]") {
  CHECK(is_near("B1234XYZ", "B1234XYZ"));
  CHECK(is_near("B1580SZ", "8IS8052")); // every pair at once
  CHECK(is_near("B1234XYZ", "B1234XYA"));
  CHECK(is_near("B1234XYZ", "B123XYZ"));
  CHECK(is_near("B123XYZ", "B1234XYZ"));
  CHECK(is_near("B1234XYZ", "1234XYZ"));
  CHECK(is_near("B1234XYZ", "B1234XY"));
  CHECK_FALSE(is_near("B1234XYZ", "B1234AAZ"));
  CHECK_FALSE(is_near("B1234XYZ", "B1243XYZ"));
  CHECK_FALSE(is_near("B1234XYZ", "B12XYZ"));
}
