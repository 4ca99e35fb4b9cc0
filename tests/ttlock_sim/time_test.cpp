// Clocks, months, the agenda, and how long the cloud keeps what it has.
#include "tests/ttlock_sim/model/world_clock.hpp"
#include "tests/ttlock_sim/site.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::ttlock_sim;
using namespace std::chrono_literals;

namespace {

instant day(int y, unsigned m, unsigned d) {
  return std::chrono::sys_days{std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d}};
}

} // namespace

TEST_CASE("a lock's clock is off by its offset and drifts from when it was set", "[ttlock_sim]") {
  lock_clock c;
  c.set(-2s, site::start);
  c.drift_ppm = 100;
  CHECK(c.read(site::start) == site::start - 2s);
  CHECK(c.read(site::start + 10'000s) == site::start + 10'000s - 1s);
  c.set(0ms, site::start + 10'000s);
  CHECK(c.read(site::start + 10'000s) == site::start + 10'000s);
}

TEST_CASE("a record's lockDate is the lock's clock in whole seconds", "[ttlock_sim]") {
  site s;
  s.at(site::entrance).clock.set(6'400ms, s.w.now());
  s.pass(700ms);
  s.card(site::entrance);
  CHECK(s.w.truth()[0].record.lock_date == site::start + 7s);
  CHECK(s.w.truth()[0].record.happened == site::start + 700ms);
}

TEST_CASE("a month of calls begins at midnight in Beijing", "[ttlock_sim]") {
  CHECK(quota::month_of(day(2026, 1, 31) + 15h + 59min) == "2026-01");
  CHECK(quota::month_of(day(2026, 1, 31) + 16h) == "2026-02");
  quota q;
  q.limit = 2;
  const auto last = day(2026, 1, 31) + 15h;
  CHECK(q.take("/a", last));
  CHECK(q.take("/b", last));
  CHECK_FALSE(q.take("/a", last));
  CHECK(q.take("/a", last + 1h));
  CHECK(q.all().at("2026-01").at("/a") == 2);
  CHECK(q.used(last + 1h) == 1);
}

TEST_CASE("six calendar months are kept", "[ttlock_sim]") {
  CHECK(kept_since(day(2026, 7, 15), 6) == day(2026, 1, 15));
  CHECK(kept_since(day(2026, 8, 31) + 5h, 6) == day(2026, 2, 28) + 5h);
  site s;
  s.card(site::entrance);
  s.pass(std::chrono::days{181});
  CHECK(s.listed(site::entrance).total == 1);
  s.pass(1ms);
  CHECK(s.listed(site::entrance).total == 0);
}

TEST_CASE("the agenda keeps order, also of what is planned on the way", "[ttlock_sim]") {
  agenda a{site::start};
  std::string done;
  a.after(2s, [&] { done += 'c'; });
  a.after(1s, [&] {
    done += 'a';
    a.after(500ms, [&] { done += 'b'; });
  });
  a.after(2s, [&] { done += 'd'; });
  a.after(9s, [&] { done += 'x'; });
  a.run_until(site::start + 5s);
  CHECK(done == "abcd");
  CHECK(a.now() == site::start + 5s);
  a.at(site::start, [&] { done += 'e'; });
  a.run_until(site::start + 5s);
  CHECK(done == "abcde");
  CHECK(a.next() == site::start + 9s);
}

TEST_CASE("the world's clock starts where it is told, runs at a speed and jumps", "[ttlock_sim]") {
  world_clock c{site::start, 1'000ms};
  CHECK(c.now(3'000ms) == site::start + 2s);
  c.set_speed(60, 3'000ms);
  CHECK(c.now(4'000ms) == site::start + 62s);
  CHECK(c.until(site::start + 122s, 4'000ms) == 1'000ms);
  c.set_speed(0, 4'000ms);
  c.advance(30min);
  CHECK(c.now(9'000ms) == site::start + 62s + 30min);
  CHECK(world_clock{site::start, 1'000ms, 0}.now(9'000ms) == site::start);
}

TEST_CASE("a gateway's cut shows late in the list and later in a notice", "[ttlock_sim]") {
  site s;
  s.w.cut(s.hub());
  s.pass(7min);
  CHECK(s.hub().is_listed_online);
  s.pass(1min);
  CHECK_FALSE(s.hub().is_listed_online);
  s.pass(21min);
  CHECK(s.callbacks().empty());
  s.pass(1min);
  const auto told = s.callbacks();
  REQUIRE(told.size() == 1);
  CHECK(told[0].ends_with("&isOnline=0"));
  s.w.restore(s.hub());
  s.pass(0ms);
  CHECK(s.hub().is_listed_online);
  const auto back = s.callbacks();
  REQUIRE(back.size() == 1);
  CHECK(back[0].ends_with("&isOnline=1"));
}

TEST_CASE("a short cut is not told, unless the settings say so", "[ttlock_sim]") {
  site s;
  s.w.rules.gateway.online_notice_always = GENERATE(false, true);
  s.w.cut(s.hub());
  s.pass(5min);
  s.w.restore(s.hub());
  s.pass(2h);
  CHECK(s.callbacks().size() == (s.w.rules.gateway.online_notice_always ? 1U : 0U));
  CHECK(s.hub().is_listed_online);
}

TEST_CASE("a callback that is not answered with success is tried again as often as is set",
          "[ttlock_sim]") {
  site s;
  s.w.rules.callback.retries = 2;
  s.w.rules.callback.retry_ms = 10'000;
  s.card(site::entrance);
  s.pass(0ms);
  for (int attempt = 1; attempt <= 3; ++attempt) {
    const auto out = s.w.mail.next();
    REQUIRE(out);
    CHECK(out->attempt == attempt);
    s.w.mail.answered(*out, false, "503");
    s.pass(9'999ms);
    CHECK_FALSE(s.w.mail.next());
    s.pass(1ms);
  }
  CHECK_FALSE(s.w.mail.next());
  CHECK(s.w.mail.open_count() == 0);
}
