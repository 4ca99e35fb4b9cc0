// What reports add up and compare, and what a draft tariff would change.
#include "tests/contract/supervision.hpp"

#include <algorithm>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

TEST_CASE("the report adds a period up, and indicators compare attendants", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto start = s.time.now();
  for (int i = 0; i < 40; ++i) {
    const auto a = enter(s, budi, "B " + std::to_string(100 + i) + " A");
    const auto b = enter(s, sari, "D " + std::to_string(100 + i) + " A");
    s.time.advance(15min);
    s.accept(s.make(budi, exit_of(a, i % 2 == 0 ? 0 : 5'000)));
    s.accept(s.make(sari, exit_of(b, 5'000)));
  }
  const auto report = s.ask(protocol::stats_report{start, s.time.now() + 1h});
  const auto totals = member(report, "totals");
  CHECK(number(totals, "exits") == 80);
  CHECK(number(totals, "revenue") == 60 * 5'000);
  CHECK(number(totals, "free_exits") == 20);
  CHECK(number(totals, "net") + number(totals, "tax") == 60 * 5'000);
  CHECK(number(totals, "average_stay_min") == 15);
  CHECK(items(report, "by_hour").size() == 24);
  CHECK(number(items(report, "methods").at(0), "amount") == 60 * 5'000);
  const auto people = s.list(protocol::stats_indicators{start, s.time.now() + 1h}, "attendants");
  REQUIRE(people.size() == 2);
  CHECK(word(people[0], "username") == "budi");
  const auto found = items(people[0], "indicators");
  const auto under = std::ranges::find_if(
      found, [](const auto& item) { return word(item, "kind") == "undercharged"; });
  REQUIRE(under != found.end());
  CHECK(number(*under, "count") == 20);
  CHECK(number(*under, "expected") == 0);
  CHECK(member(*under, "outside") == "true");
  // The records behind the number.
  const auto look = member(*under, "look");
  CHECK(word(look, "kind") == "session.list");
  protocol::session_list what;
  what.is_by_exit = true;
  what.exit_by = "budi";
  what.amount = protocol::amount_filter::under;
  what.window.from = start;
  CHECK(s.list(what, "sessions").size() == 20);
}

TEST_CASE("a draft tariff is tried on the stays that were paid", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  const auto start = s.time.now();
  for (int i = 0; i < 6; ++i) {
    const auto id = enter(s, budi, "B " + std::to_string(100 + i) + " A");
    s.time.advance(30min);
    s.accept(s.make(budi, exit_of(id, 5'000)));
  }
  protocol::tariff_replay what;
  for (const auto& tariff : given(s.reader().configuration()).document.tariffs)
    if (tariff.vehicle == domain::vehicle_class::mobil)
      what.draft = tariff;
  what.draft.first_amt = rupiah{6'000};
  what.from = start;
  what.to = s.time.now() + 1h;
  what.limit = 4;
  std::int64_t stays = 0;
  std::int64_t after = 0;
  auto data = s.ask(what);
  CHECK(number(data, "total") == 6);
  for (;;) {
    stays += number(data, "stays");
    after += number(data, "after_draft");
    CHECK(number(data, "dearer") == number(data, "stays"));
    what.after = protocol::string_of(member(data, "next"));
    if (!what.after)
      break;
    data = s.ask(what);
  }
  CHECK(stays == 6);
  CHECK(after == 6 * 6'000);
}
