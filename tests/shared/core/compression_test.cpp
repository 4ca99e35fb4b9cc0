#include "shared/core/compression.hpp"

#include <catch2/catch.hpp>

using namespace palang;

TEST_CASE("what was packed comes out as it was", "[compression]") {
  const auto size = GENERATE(0U, 1U, 65'535U, 65'536U, 300'000U);
  const crypto::bytes plain(size, 42);
  const auto packed = deflated(plain);
  CHECK(inflated(packed, 300'000) == plain);
}

TEST_CASE("what would grow over the limit, or is damaged, does not come out", "[compression]") {
  const crypto::bytes plain(300'000, 42);
  auto packed = deflated(plain);
  CHECK_FALSE(inflated(packed, 299'999));
  CHECK_FALSE(inflated({}, 10));
  packed.pop_back();
  CHECK_FALSE(inflated(packed, 300'000));
}
