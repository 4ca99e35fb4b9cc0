#include "server/ttlock/token.hpp"

#include "tests/server/ttlock/fake_http.hpp"
#include "tests/server/ttlock/samples.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

using namespace palang;
using namespace palang::ttlock;
using namespace std::chrono_literals;
using testing::fake_cloud;
using testing::grant_of;
using testing::ok;

namespace {

constexpr auto wrong_password =
    R"({"errcode":10007,"errmsg":"invalid account or invalid password"})";

struct world {
  explicit world(fake_cloud::answer how, call_hook hook = {})
      : cloud{std::move(how)}, tokens{cloud.client(),
                                      {"id", "shh", "+628", "palang-demo"},
                                      clock,
                                      std::move(hook)} {}

  std::string get() {
    const auto token = tokens.get();
    INFO((token ? "" : token.error().detail));
    REQUIRE(token);
    return *token;
  }

  manual_clock clock{from_ms(1'700'000'000'000)};
  fake_cloud cloud;
  token_source tokens;
};

bool is_refresh(const http_request& request) {
  return request.body.find("grant_type=refresh_token") != std::string::npos;
}

} // namespace

TEST_CASE("the password travels as its MD5 and the token is kept", "[ttlock]") {
  world w{[](const http_request&) { return ok(grant_of("a")); }};
  CHECK(w.get() == "a");
  CHECK(w.get() == "a");
  const auto asked = w.cloud.asked();
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].method == http_request::verb::post);
  CHECK(asked[0].target == "/oauth2/token");
  CHECK(asked[0].body
        == "clientId=id&clientSecret=shh&username=%2B628&password="
           "f6eeacfd300698aa0b5e0f515db41ea9");
}

TEST_CASE("each known form of a token reply is taken", "[ttlock]") {
  for (const auto& line : testing::sample_lines("16-token-replies.jsonl")) {
    world w{[&](const http_request&) { return ok(line); }};
    CHECK_FALSE(w.get().empty());
  }
}

TEST_CASE("a token is refreshed a week before it ends", "[ttlock]") {
  int asked = 0;
  world w{[&](const http_request& request) {
    CHECK(is_refresh(request) == (asked > 0));
    return ok(grant_of("t" + std::to_string(++asked)));
  }};
  CHECK(w.tokens.keep());
  CHECK(w.get() == "t1");
  w.clock.advance(std::chrono::days{83} - 1s);
  CHECK(w.tokens.keep());
  CHECK(w.get() == "t1");
  w.clock.advance(1s);
  CHECK(w.get() == "t1"); // Who wants to open a gate does not wait for it.
  CHECK(w.tokens.keep());
  CHECK(w.get() == "t2");
  CHECK(w.cloud.asked().back().body.find("refresh_token=r-t1") != std::string::npos);
}

TEST_CASE("a working token stays in use while its renewal fails", "[ttlock]") {
  bool is_up = true;
  world w{[&](const http_request&) {
    return is_up ? ok(grant_of("a")) : testing::broken(http_error::kind::connect, false);
  }};
  CHECK(w.get() == "a");
  is_up = false;
  w.clock.advance(std::chrono::days{84});
  CHECK(w.tokens.keep().error().what == failure::unreachable);
  CHECK(w.get() == "a");
  const auto tries = w.cloud.asked().size();
  CHECK(w.tokens.keep());
  CHECK(w.cloud.asked().size() == tries); // Paused.
  w.clock.advance(std::chrono::days{7});
  CHECK(w.tokens.get().error().what == failure::unreachable);
}

TEST_CASE("a rejected token is refreshed, and replaced by a log-in when that fails", "[ttlock]") {
  bool may_refresh = true;
  int granted = 0;
  world w{[&](const http_request& request) {
    if (is_refresh(request) && !may_refresh)
      return ok(R"({"errcode":10011,"errmsg":"invalid refresh_token"})");
    return ok(grant_of("t" + std::to_string(++granted)));
  }};
  CHECK(w.get() == "t1");
  CHECK(w.tokens.reject("t1"));
  CHECK(w.get() == "t2");
  CHECK(is_refresh(w.cloud.asked().back()));
  w.clock.advance(1min);
  may_refresh = false;
  CHECK(w.tokens.reject("t2"));
  CHECK(w.get() == "t3");
  CHECK_FALSE(is_refresh(w.cloud.asked().back()));
  CHECK(w.tokens.reject("t1")); // An old one: nothing to do.
  CHECK(w.get() == "t3");
}

TEST_CASE("tokens that are refused as they come do not make it log in for ever", "[ttlock]") {
  int granted = 0;
  world w{[&](const http_request&) { return ok(grant_of("t" + std::to_string(++granted))); }};
  for (int call = 0; call < 3'600; ++call) {
    const auto token = w.get();
    (void)w.tokens.reject(token);
    w.clock.advance(1s);
  }
  CHECK(granted < 12);
}

TEST_CASE("wrong credentials are not hammered", "[ttlock]") {
  world w{[](const http_request&) { return ok(wrong_password); }};
  for (int minute = 0; minute < 24 * 60; ++minute) {
    const auto token = w.tokens.get();
    REQUIRE_FALSE(token);
    CHECK(token.error().what == failure::credentials);
    CHECK(token.error().errcode == 10007);
    REQUIRE(token.error().retry_after);
    CHECK(*token.error().retry_after > 0ms);
    w.clock.advance(1min);
  }
  CHECK(w.cloud.asked().size() < 10);
}

TEST_CASE("an unreachable cloud is asked again soon, then less often", "[ttlock]") {
  bool is_up = false;
  world w{[&](const http_request&) {
    return is_up ? ok(grant_of("a")) : testing::broken(http_error::kind::timed_out, true);
  }};
  CHECK_FALSE(w.tokens.get());
  w.clock.advance(5s);
  CHECK_FALSE(w.tokens.get());
  CHECK(w.cloud.asked().size() == 2);
  w.clock.advance(5s);
  CHECK_FALSE(w.tokens.get());
  CHECK(w.cloud.asked().size() == 2);
  is_up = true;
  w.clock.advance(5s);
  CHECK(w.get() == "a");
}

TEST_CASE("eight threads cause one log-in", "[ttlock]") {
  constexpr int threads = 8;
  std::latch started{threads};
  std::atomic<int> logins{0};
  bool is_fine = GENERATE(true, false);
  world w{[&](const http_request&) {
    started.wait();
    ++logins;
    return is_fine ? ok(grant_of("a")) : ok(wrong_password);
  }};
  std::atomic<int> got{0};
  {
    std::vector<std::jthread> all;
    for (int i = 0; i < threads; ++i)
      all.emplace_back([&] {
        started.count_down();
        const auto token = w.tokens.get();
        got += token && *token == "a" ? 1 : 0;
      });
  }
  CHECK(logins == 1);
  CHECK(got == (is_fine ? threads : 0));
}

TEST_CASE("log-ins are counted before they are sent", "[ttlock]") {
  int counted = 0;
  world w{[](const http_request&) { return ok(grant_of("a")); },
          [&](call_kind kind) { return kind == call_kind::token && ++counted > 1; }};
  const auto refused = w.tokens.get();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what == failure::withheld);
  CHECK(w.cloud.asked().empty());
  w.clock.advance(5s);
  CHECK(w.get() == "a");
}

TEST_CASE("no error tells the password, the secret or a token", "[ttlock]") {
  for (const auto* reply :
       {R"({"errcode":10007,"errmsg":"palang-demo shh"})", R"({"errcode":4711,"errmsg":"x"})",
        R"({"refresh_token":"rrr","expires_in":1})", "<html>shh</html>"}) {
    world w{[&](const http_request&) { return ok(reply); }};
    const auto error = w.tokens.get().error();
    const auto text = error.detail + error.text_id + error.text_en;
    for (const auto* secret : {"palang-demo", "shh", "rrr"})
      CHECK(text.find(secret) == std::string::npos);
  }
}
