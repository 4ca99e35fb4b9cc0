#include "server/domain/step_size.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace std::chrono_literals;
using domain::step_size;

TEST_CASE("a step that took more than half of its budget halves the next one", "[step]") {
  step_size next{50ms, 400, 10};
  next.took(25ms, 400);
  CHECK(next.rows() == 400);
  next.took(26ms, 400);
  CHECK(next.rows() == 200);
  next.took(300ms, 200);
  CHECK(next.rows() == 100);
}

TEST_CASE("steps grow by a tenth while they are far below their budget", "[step]") {
  step_size next{80ms, 100, 10};
  next.took(10ms, 100);
  CHECK(next.rows() == 100);
  next.took(9ms, 100);
  CHECK(next.rows() == 111);
}

TEST_CASE(
    "a step that found less than it could take says nothing of its limit but when it was slow",
    "[step]") {
  step_size next{80ms, 100, 10};
  next.took(1ms, 99);
  CHECK(next.rows() == 100);
  next.took(41ms, 0);
  CHECK(next.rows() == 50);
}

TEST_CASE("however slow the steps are, they go on", "[step]") {
  step_size next{50ms, 100, 10};
  for (int i = 0; i < 100; ++i)
    next.took(1s, next.rows());
  CHECK(next.rows() == 10);
  next.took(1ms, 10);
  CHECK(next.rows() == 12);
}

TEST_CASE("at a steady pace a step settles between an eighth and a half of its budget", "[step]") {
  for (const std::int64_t rows_per_ms : {3, 40, 900}) {
    CAPTURE(rows_per_ms);
    step_size next{50ms, 100, 10};
    for (int i = 0; i < 200; ++i)
      next.took(milliseconds{next.rows() / rows_per_ms}, next.rows());
    const milliseconds last{next.rows() / rows_per_ms};
    CHECK(last >= 6ms);
    CHECK(last <= 25ms);
  }
}
