#include "server/ttlock/errcode.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace palang::ttlock;

TEST_CASE("the cloud's codes fall into classes that say what to do", "[ttlock]") {
  const struct {
    failure what;
    std::vector<int> codes;
  } expected[]{{failure::none, {0}},
               {failure::token, {10003, 10004, 10011}},
               {failure::credentials, {10000, 10001, 10007}},
               {failure::clock, {80000}},
               {failure::region, {30008}},
               {failure::quota, {30006, 30007}},
               {failure::busy, {-3003, -3037, -2011}},
               {failure::offline, {-3002, -3036, -2012, -3034}},
               {failure::refused, {-4043, -2018, 20002, -3046}},
               {failure::invalid, {-3, -1003, 80002}},
               {failure::server, {90000}},
               {failure::failed, {1}},
               {failure::unknown, {4711, -99999, 2}}};
  for (const auto& [what, codes] : expected)
    for (const int code : codes) {
      INFO(code);
      CHECK(failure_of(code) == what);
      CHECK_FALSE(describe_errcode(code).text_id.empty());
      CHECK_FALSE(describe_errcode(code).text_en.empty());
    }
}

TEST_CASE("every class has a word and a next step", "[ttlock]") {
  for (int i = 0; i <= static_cast<int>(failure::withheld); ++i) {
    const auto what = static_cast<failure>(i);
    CHECK_FALSE(to_string(what).empty());
    CHECK(describe_failure(what).text_id.ends_with('.'));
    CHECK(describe_failure(what).text_en.ends_with('.'));
  }
  CHECK(is_month_used_up(30007));
  CHECK_FALSE(is_month_used_up(30006));
}
