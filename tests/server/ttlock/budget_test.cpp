#include "server/ttlock/budget.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace palang;
using namespace palang::ttlock;
using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

using verdict = call_budget::verdict;
using priority = call_priority;

instant at(std::chrono::year_month_day day, milliseconds beijing_time = 0ms) {
  return instant{sys_days{day}} + beijing_time - 8h;
}

const auto november = at(year{2026} / 11 / 1);
const auto december = at(year{2026} / 12 / 1);

/// What an owner does: stores, then spends. `stored` survives crashes.
struct owner {
  explicit owner(int calls, instant now) : limit{calls}, budget{calls, {}, now} {}

  bool spend(priority p, instant now) {
    auto said = budget.take(p, now);
    if (said == verdict::reserve) {
      stored = budget.next_reservation(now);
      budget.reserved(stored);
      said = budget.take(p, now);
    }
    REQUIRE(said != verdict::reserve);
    sent += said == verdict::granted ? 1 : 0;
    return said == verdict::granted;
  }
  void crash(instant now) { budget = call_budget{limit, stored, now}; }

  int limit;
  budget_state stored;
  call_budget budget;
  int sent = 0; ///< By the cloud's own count.
};

} // namespace

TEST_CASE("a month begins in Beijing", "[ttlock]") {
  const auto month = budget_month_of(november);
  CHECK(month.begins == november);
  CHECK(month.ends == december);
  CHECK(budget_month_of(november - 1ms).number == month.number - 1);
  CHECK(budget_month_of(december).number == month.number + 1);
  CHECK(budget_month_of(at(year{2027} / 1 / 1)).number == month.number + 2);
  CHECK(month.number == 2026 * 12 + 10);
}

TEST_CASE("nothing is sent that is not stored before", "[ttlock]") {
  call_budget budget{100, {}, november};
  CHECK(budget.take(priority::remote_opening, november) == verdict::reserve);
  CHECK(budget.take(priority::remote_opening, november) == verdict::reserve);
  const auto next = budget.next_reservation(november);
  CHECK(next.reserved == call_budget::chunk);
  budget.reserved(next);
  for (int i = 0; i < call_budget::chunk; ++i)
    CHECK(budget.take(priority::remote_opening, november) == verdict::granted);
  CHECK(budget.take(priority::remote_opening, november) == verdict::reserve);
  CHECK(budget.spent(november) == call_budget::chunk);
}

TEST_CASE("a crash never counts too little", "[ttlock]") {
  owner o{30'000, november};
  for (int i = 0; i < 25; ++i)
    o.spend(priority::remote_opening, november);
  o.crash(november);
  CHECK(o.budget.spent(november) == 2 * call_budget::chunk);
  CHECK(o.budget.spent(november) >= o.sent);
}

TEST_CASE("no month exceeds its limit, however the calls come and often it crashes", "[ttlock]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    INFO("seed " << seed);
    std::mt19937 random{seed};
    const int limit = std::uniform_int_distribution{0, 3'000}(random);
    owner o{limit, november};
    auto now = november;
    auto month = budget_month_of(now).number;
    const milliseconds step{std::uniform_int_distribution{60'000, 3'600'000}(random)};
    while (now < at(year{2027} / 3 / 1)) {
      for (int burst = std::uniform_int_distribution{0, 5}(random); burst > 0; --burst)
        o.spend(static_cast<priority>(std::uniform_int_distribution{0, 4}(random)), now);
      REQUIRE(o.sent <= limit);
      REQUIRE(o.budget.spent(now) >= o.sent);
      if (std::uniform_int_distribution{0, 200}(random) == 0)
        o.crash(now);
      now += step;
      if (budget_month_of(now).number != month) {
        month = budget_month_of(now).number;
        o.sent = 0;
      }
    }
  }
}

TEST_CASE("planned sweeps and gateways last to the month's end with openings to spare",
          "[ttlock]") {
  for (const int locks : {1, 4, 20, 200}) {
    INFO(locks << " locks");
    owner o{30'000, november};
    auto next_sweep = november;
    auto next_gateways = november;
    int refused = 0;
    for (auto now = november; now < december; now += 1min) {
      const auto plan = o.budget.planned(now, locks, 3);
      if (now >= next_sweep) {
        for (int i = 0; i < locks; ++i)
          refused += o.spend(priority::sweep, now) ? 0 : 1;
        next_sweep = now + plan.sweep_every;
      }
      if (now >= next_gateways) {
        refused += o.spend(priority::sweep, now) ? 0 : 1;
        next_gateways = now + plan.gateway_every;
      }
      REQUIRE_FALSE(o.budget.is_low(now));
    }
    CHECK(refused == 0);
    CHECK(o.sent > (locks == 1 ? 10'000 : 15'000));
    CHECK(o.budget.left(december - 1ms) > 300);
  }
}

TEST_CASE("plans keep to their floors and ceilings", "[ttlock]") {
  const call_budget rich{2'000'000, {}, november};
  CHECK(rich.planned(november, 1, 1).sweep_every == 5min);
  CHECK(rich.planned(november, 1, 1).gateway_every == 2min);
  CHECK(rich.planned(november, 0, 0).sweep_every == 5min);
  const call_budget poor{10, {}, november};
  CHECK(poor.planned(november, 100, 3).sweep_every == 12h);
  CHECK(poor.planned(november, 100, 3).gateway_every == 2h);
  const call_budget none{0, {}, november};
  CHECK(none.planned(november, 1, 1).sweep_every == 12h);
}

TEST_CASE("sweeps stop first, then recovery, openings last", "[ttlock]") {
  const auto middle = november + 15 * 24h;
  const auto month = budget_month_of(november).number;
  const auto allows = [&](int spent, priority p) {
    return call_budget{30'000, {month, spent, false}, middle}.may_spend(p, middle);
  };
  CHECK(allows(14'000, priority::discovery));
  CHECK_FALSE(allows(17'500, priority::discovery));
  CHECK(allows(17'500, priority::sweep));
  CHECK_FALSE(allows(20'000, priority::sweep));
  CHECK(allows(20'000, priority::recovery));
  CHECK_FALSE(allows(25'000, priority::recovery));
  CHECK(allows(25'000, priority::state_check));
  CHECK(allows(28'400, priority::state_check));
  CHECK_FALSE(allows(28'600, priority::state_check));
  CHECK(allows(28'600, priority::remote_opening));
  CHECK(allows(29'999, priority::remote_opening));
  CHECK_FALSE(allows(30'000, priority::remote_opening));
}

TEST_CASE("greedy recovery leaves openings their reserve all month", "[ttlock]") {
  owner o{30'000, november};
  for (auto now = november; now < december; now += 1min) {
    for (int i = 0; i < 20; ++i)
      o.spend(priority::recovery, now);
    REQUIRE(o.budget.may_spend(priority::remote_opening, now));
  }
  CHECK(o.budget.left(december - 1ms) >= 300);
}

TEST_CASE("the cloud's word that the month is used up counts until the month ends", "[ttlock]") {
  owner o{30'000, november};
  CHECK(o.spend(priority::remote_opening, november));
  o.stored = o.budget.exhausted(november + 1h);
  CHECK(o.stored.is_exhausted);
  CHECK_FALSE(o.spend(priority::remote_opening, november + 2h));
  CHECK(o.budget.is_low(november + 2h));
  o.crash(november + 3h);
  CHECK_FALSE(o.spend(priority::remote_opening, december - 1ms));
  CHECK(o.spend(priority::remote_opening, december));
  CHECK(o.budget.spent(december) == 1);
  CHECK_FALSE(o.budget.is_low(december));
}

TEST_CASE("a clock that is set back wins no calls", "[ttlock]") {
  owner o{30, november};
  while (o.spend(priority::remote_opening, november)) {
  }
  CHECK(o.sent == 30);
  CHECK_FALSE(o.spend(priority::remote_opening, november - 24h));
  o.crash(november - 24h);
  CHECK_FALSE(o.spend(priority::remote_opening, november - 24h));
}

TEST_CASE("the alert goes on once and off once", "[ttlock]") {
  const auto middle = november + 15 * 24h;
  const auto month = budget_month_of(november).number;
  call_budget budget{30'000, {month, 20'000, false}, middle};
  CHECK_FALSE(budget.is_low(middle)); // 10,000 left where 15,000 would be on pace.
  budget.reserved({month, 22'000, false});
  CHECK_FALSE(budget.is_low(middle)); // Reserved, not spent.
  call_budget low{30'000, {month, 22'000, false}, middle};
  CHECK(low.is_low(middle));
  CHECK(low.is_low(middle + 4 * 24h)); // 8,000 left, 11,000 on pace: better, not yet good.
  CHECK_FALSE(low.is_low(middle + 6 * 24h));
  CHECK_FALSE(low.is_low(middle + 5 * 24h)); // Back and forth around the bound changes nothing.
}
