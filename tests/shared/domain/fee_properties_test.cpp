#include "shared/domain/fee.hpp"

#include "tests/shared/domain/random_seed.hpp"
#include "tests/shared/domain/tariff_vectors.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

using namespace palang;
using namespace palang::domain;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::between;
using testing::load_tariff_vectors;
using testing::parse_instant;

namespace {

fee priced(const tariff& rules, const stay& s) {
  const auto computed = compute_fee(rules, s);
  REQUIRE(computed);
  return *computed;
}

stay stay_of(instant from, seconds length) {
  stay s;
  s.entered_at = from;
  s.exited_at = from + length;
  return s;
}

/// What holds for every fee, whatever the tariff.
void require_sound(const fee& f) {
  rupiah sum;
  for (const auto& step : f.steps) {
    sum += step.amount;
    if (step.text_id.empty() || step.text_en.empty())
      FAIL("a step without words");
  }
  // One assertion for all, since this runs some hundred thousand times.
  REQUIRE((!f.steps.empty() && sum == f.total && f.total >= rupiah{} && f.base >= rupiah{}
           && f.overnight >= rupiah{} && f.discount >= rupiah{}
           && f.discount <= f.base + f.overnight && f.due >= rupiah{}));
}

/// A tariff that a site could have: the night price is not below what the hours before it cost.
tariff random_tariff(std::mt19937_64& engine) {
  tariff t;
  t.mode = static_cast<tariff_mode>(between(engine, 0, static_cast<int>(tariff_mode::last)));
  t.grace_min = static_cast<std::int32_t>(between(engine, -1, 30));
  t.first_min = static_cast<std::int32_t>(between(engine, 1, 240));
  t.first_amt = {between(engine, 0, 20) * 500};
  t.next_min = static_cast<std::int32_t>(between(engine, 1, 180));
  t.next_amt = {between(engine, 0, 20) * 500};
  if (between(engine, 0, 2) > 0)
    t.cap = rupiah{between(engine, 0, 100) * 500};
  t.rollover_tol_min = static_cast<std::int32_t>(between(engine, 0, 30));
  t.restart_first = between(engine, 0, 1) == 1;
  t.threshold_min = static_cast<std::int32_t>(between(engine, 60, 1440));
  const auto blocks = t.first_amt + t.next_amt * (t.threshold_min / t.next_min + 1);
  t.overnight_amt = blocks + rupiah{between(engine, 0, 10) * 1000};
  t.flat_amt = {between(engine, 0, 20) * 500};
  t.lost_amt = {between(engine, 0, 50) * 1000};
  t.round_to = between(engine, 0, 1) == 1 ? 1 : 500;
  t.rounding = static_cast<round_mode>(between(engine, 0, static_cast<int>(round_mode::last)));
  constexpr const char* zones[] = {"Asia/Jakarta", "Asia/Jayapura", "America/St_Johns",
                                   "America/Santiago"};
  t.tz = zones[between(engine, 0, 3)];
  return t;
}

stay random_stay(std::mt19937_64& engine) {
  const auto from =
      parse_instant("1999-01-01 00:00:00") + seconds{between(engine, 0, 1'000'000'000)};
  auto s = stay_of(from, seconds{between(engine, 0, 8'999 * 60)});
  s.grace_allowed = between(engine, 0, 3) > 0;
  s.lost = between(engine, 0, 3) > 0 ? lost_ticket::no : lost_ticket::entry_known;
  s.free_min = static_cast<std::int32_t>(between(engine, 0, 3) > 0 ? 0 : between(engine, 0, 300));
  s.discount_pct = static_cast<std::int32_t>(between(engine, 0, 1) * between(engine, 0, 100));
  s.discount_fixed = {between(engine, 0, 1) * between(engine, 0, 20'000)};
  s.already_paid = {between(engine, 0, 1) * between(engine, 0, 20'000)};
  return s;
}

/// Runs `body` with the process's own time zone set to `name`.
template <class Body>
void in_device_zone(const char* name, Body body) {
  const char* before = std::getenv("TZ");
  const std::string kept = before ? before : "";
  setenv("TZ", name, 1);
  tzset();
  body();
  before ? setenv("TZ", kept.c_str(), 1) : unsetenv("TZ");
  tzset();
}

} // namespace

TEST_CASE("each example tariff is sound and never falls over 8,999 minutes", "[domain][fee]") {
  for (const auto& [id, rules] : load_tariff_vectors().tariffs) {
    // Only a calendar tariff needs more than one clock time.
    std::vector<const char*> entries{"2025-03-24 18:00:00"};
    if (rules.mode == tariff_mode::calendar_day)
      entries.insert(entries.end(), {"2025-03-24 00:00:00", "2025-03-24 23:00:30"});
    for (const auto* entry : entries) {
      INFO("tariff " << id << " from " << entry);
      rupiah before;
      for (minutes length{0}; length <= minutes{8'999}; ++length) {
        const auto f = priced(rules, stay_of(parse_instant(entry), length));
        if (f.total < before)
          FAIL("falls at minute " << length.count());
        require_sound(f);
        before = f.total;
      }
    }
  }
}

TEST_CASE("a rolling tariff agrees with its formula over 8,999 minutes", "[domain][fee]") {
  const auto& rules = load_tariff_vectors().tariffs.at("T1-MOBIL");
  const auto blocks = [&](std::int64_t m) {
    const auto started = m <= 60 ? 0 : (m - 60 + 59) / 60;
    return std::min<std::int64_t>(30'000, 5'000 + started * 2'000);
  };
  for (std::int64_t m = 11; m <= 8'999; ++m) {
    const auto days = m / 1440;
    const auto rest = m % 1440;
    const auto expected = days * 30'000 + (days > 0 && rest <= 10 ? 0 : blocks(rest));
    if (priced(rules, stay_of(parse_instant("2025-03-24 10:00:00"), minutes{m})).total.value
        != expected)
      FAIL("differs at minute " << m);
  }
}

TEST_CASE("nights are the local dates between entry and exit", "[domain][fee]") {
  const auto seed = testing::random_seed();
  INFO("seed " << seed);
  std::mt19937_64 engine{seed};
  const auto& rules = load_tariff_vectors().tariffs.at("T2-MOBIL");
  const auto local_day = [](instant at) {
    return std::chrono::floor<std::chrono::days>(at + std::chrono::hours{7})
        .time_since_epoch()
        .count();
  };
  for (int i = 0; i < 5'000; ++i) {
    const auto s =
        stay_of(parse_instant("2000-01-01 00:00:00") + seconds{between(engine, 0, 900'000'000)},
                minutes{16} + seconds{between(engine, 0, 1'000'000)});
    const auto nights = local_day(*s.exited_at - seconds{1}) - local_day(*s.entered_at);
    REQUIRE(priced(rules, s).overnight.value == nights * 20'000);
  }
}

TEST_CASE("a random stay under a random tariff is sound and never falls as the exit grows",
          "[domain][fee]") {
  const auto seed = testing::random_seed();
  INFO("seed " << seed);
  std::mt19937_64 engine{seed};
  for (int i = 0; i < 10'000; ++i) {
    const auto rules = random_tariff(engine);
    auto s = random_stay(engine);
    INFO("stay " << i << ", mode " << to_string(rules.mode));
    const auto f = priced(rules, s);
    require_sound(f);
    for (const auto step : {seconds{1}, seconds{59}, seconds{3'600}, seconds{100'000}}) {
      const auto before = priced(rules, s);
      *s.exited_at += step;
      const auto after = priced(rules, s);
      REQUIRE(after.total >= before.total);
      REQUIRE(after.due >= before.due);
    }
  }
}

TEST_CASE("only a calendar tariff looks at the clock", "[domain][fee]") {
  const auto seed = testing::random_seed();
  INFO("seed " << seed);
  std::mt19937_64 engine{seed};
  for (int i = 0; i < 5'000; ++i) {
    const auto rules = random_tariff(engine);
    if (rules.mode == tariff_mode::calendar_day)
      continue;
    auto s = random_stay(engine);
    const auto f = priced(rules, s);
    const seconds shift{between(engine, 0, 1'000'000)};
    *s.entered_at += shift;
    *s.exited_at += shift;
    REQUIRE(priced(rules, s) == f);
  }
}

TEST_CASE("a fee is the same whatever zone the device is set to", "[domain][fee]") {
  const auto seed = testing::random_seed();
  INFO("seed " << seed);
  for (const auto* zone :
       {"Asia/Jakarta", "Asia/Jayapura", "America/New_York", "Pacific/Kiritimati"}) {
    std::mt19937_64 engine{seed};
    for (int i = 0; i < 500; ++i) {
      const auto rules = random_tariff(engine);
      const auto s = random_stay(engine);
      fee here;
      fee there;
      in_device_zone("UTC", [&] { here = priced(rules, s); });
      in_device_zone(zone, [&] { there = priced(rules, s); });
      REQUIRE(here == there);
    }
  }
}
