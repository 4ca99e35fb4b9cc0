#include "shared/domain/base45.hpp"

#include "tests/shared/domain/random_seed.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace palang;
using namespace palang::domain;

namespace {

crypto::bytes bytes_of(std::string_view text) {
  return {text.begin(), text.end()};
}

} // namespace

TEST_CASE("base45 agrees with the examples of RFC 9285", "[domain][ticket]") {
  CHECK(to_base45(bytes_of("AB")) == "BB8");
  CHECK(to_base45(bytes_of("Hello!!")) == "%69 VD92EX0");
  CHECK(to_base45(bytes_of("base-45")) == "UJCLQE7W581");
  CHECK(from_base45("QED8WEX0") == bytes_of("ietf!"));
  CHECK(to_base45({}).empty());
  CHECK(from_base45("")->empty());
}

TEST_CASE("what is not base45 is refused", "[domain][ticket]") {
  CHECK(from_base45("FGW") == crypto::bytes{0xFF, 0xFF});
  CHECK_FALSE(from_base45("GGW")); // 65,536
  CHECK_FALSE(from_base45(":::"));
  CHECK(from_base45("U5") == crypto::bytes{0xFF});
  CHECK_FALSE(from_base45("V5")); // 256
  CHECK_FALSE(from_base45("::"));
  CHECK_FALSE(from_base45("A"));
  CHECK_FALSE(from_base45("BB8A"));
  CHECK_FALSE(from_base45("bb8"));
  CHECK_FALSE(from_base45("B,8"));
}

TEST_CASE("any bytes come back from base45", "[domain][ticket]") {
  const auto seed = testing::random_seed();
  INFO("seed " << seed);
  std::mt19937_64 engine{seed};
  for (std::size_t size = 0; size < 200; ++size) {
    crypto::bytes data(size);
    for (auto& byte : data)
      byte = static_cast<std::uint8_t>(engine());
    REQUIRE(from_base45(to_base45(data)) == data);
  }
}
