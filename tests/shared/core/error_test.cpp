#include "shared/core/error.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace palang;

TEST_CASE("every code has its own word and is read back", "[core]") {
  std::set<std::string_view> words;
  for (int i = 0; i <= static_cast<int>(errc::last); ++i) {
    const auto code = static_cast<errc>(i);
    CHECK(errc_from_string(to_string(code)) == code);
    CHECK(words.insert(to_string(code)).second);
  }
  CHECK_FALSE(errc_from_string("no such word"));
}

TEST_CASE("exactly three codes are retryable", "[core]") {
  std::set<std::string> retryable;
  for (int i = 0; i <= static_cast<int>(errc::last); ++i)
    if (is_retryable(static_cast<errc>(i)))
      retryable.emplace(to_string(static_cast<errc>(i)));
  CHECK(retryable == std::set<std::string>{"busy", "db_unavailable", "shutting_down"});
}
