#include "server/ops/log.hpp"

#include "server/ops/metrics.hpp"
#include "tests/support/temp_dir.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

using namespace palang;

TEST_CASE("a line is its event and its fields", "[log]") {
  CHECK(log::line("stopping", {}) == "stopping");
  CHECK(log::line("listening", {{log::key::listener, "ops"}, {log::key::port, 8183}})
        == "listening listener=ops port=8183");
}

TEST_CASE("what comes from outside cannot forge a line", "[log]") {
  CHECK(log::line("login-refused", {{log::key::user, "x\n2026 info login user=admin"}})
        == "login-refused user=\"x?2026 info login user=admin\"");
  CHECK(log::line("login-refused", {{log::key::user, "a\"b\\c"}})
        == "login-refused user=\"a\\\"b\\\\c\"");
  CHECK(log::line("login-refused", {{log::key::user, ""}}) == "login-refused user=\"\"");
  CHECK(log::line("login-refused", {{log::key::user, std::string(5000, 'a')}}).size() < 300);
}

TEST_CASE("there is no key for what must not be logged", "[log]") {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(log::key::last); ++i) {
    const std::string word{to_string(static_cast<log::key>(i))};
    CHECK_FALSE(word.empty());
    for (const auto* secret : {"password", "token", "secret", "body", "plate", "key"})
      CHECK(word.find(secret) == std::string::npos);
  }
}

TEST_CASE("the log goes to a file in its folder, from its level on", "[log]") {
  const testing::temp_dir folder;
  log::start(folder.path(), "info");
  log::debug("not-this");
  log::info("but-this", {{log::key::count, 3}});
  log::stop();
  std::ifstream in(folder.path() / "palangd.log");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  CHECK(text.find("info but-this count=3") != std::string::npos);
  CHECK(text.find("not-this") == std::string::npos);
}

TEST_CASE("metrics count what they are told", "[metrics]") {
  ops::metrics meters;
  meters.submission_answered(true);
  meters.submission_answered(true);
  meters.submission_answered(false);
  meters.batch_committed(3, std::chrono::microseconds{1500});
  meters.database_is(true);
  const auto text = meters.text();
  CHECK(text.find("palang_answers_total{verdict=\"accepted\"} 2") != std::string::npos);
  CHECK(text.find("palang_answers_total{verdict=\"rejected\"} 1") != std::string::npos);
  CHECK(text.find("palang_submissions_total 3") != std::string::npos);
  CHECK(text.find("palang_commit_seconds_bucket{le=\"0.002\"} 1") != std::string::npos);
  CHECK(text.find("palang_database_up 1") != std::string::npos);
}
