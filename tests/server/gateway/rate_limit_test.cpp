#include "server/gateway/rate_limit.hpp"

#include <catch2/catch.hpp>

using namespace palang::gateway;
using namespace std::chrono_literals;
using verdict = rate_limit::verdict;

namespace {

constexpr rate_limit::time_point start{};

/// What the last of `count` messages in one moment is told.
verdict take(rate_limit& limit, int count, rate_limit::time_point at) {
  auto last = verdict::pass;
  for (int i = 0; i < count; ++i)
    last = limit.take(at);
  return last;
}

} // namespace

TEST_CASE("the burst passes, and afterwards the sustained rate", "[gateway][rate-limit]") {
  rate_limit limit{10, 20, start};
  CHECK(take(limit, 20, start) == verdict::pass);
  CHECK(take(limit, 5, start + 500ms) == verdict::pass);
  for (int i = 1; i <= 100; ++i)
    REQUIRE(limit.take(start + 500ms + i * 100ms) == verdict::pass);
}

TEST_CASE("one over the burst is warned once, what was on its way is dropped",
          "[gateway][rate-limit]") {
  rate_limit limit{10, 20, start};
  CHECK(take(limit, 21, start) == verdict::warn);
  CHECK(take(limit, 20, start) == verdict::drop);
}

TEST_CASE("whoever waits as told may go on", "[gateway][rate-limit]") {
  rate_limit limit{10, 20, start};
  CHECK(take(limit, 21, start) == verdict::warn);
  CHECK(take(limit, 10, start + rate_limit::retry_after) == verdict::pass);
}

TEST_CASE("whoever goes on after the wait is closed", "[gateway][rate-limit]") {
  rate_limit limit{10, 20, start};
  CHECK(take(limit, 21, start) == verdict::warn);
  CHECK(take(limit, 11, start + rate_limit::retry_after) == verdict::close);
}

TEST_CASE("whoever sends another burst instead of waiting is closed", "[gateway][rate-limit]") {
  rate_limit limit{10, 20, start};
  CHECK(take(limit, 21 + 20, start) == verdict::drop);
  CHECK(limit.take(start) == verdict::close);
}

TEST_CASE("after a minute within the limit there is a new warning", "[gateway][rate-limit]") {
  rate_limit limit{10, 20, start};
  CHECK(take(limit, 21, start) == verdict::warn);
  CHECK(take(limit, 21, start + 60s) == verdict::warn);
}
