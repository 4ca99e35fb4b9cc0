#include "shared/domain/fee.hpp"

#include "tests/shared/domain/tariff_vectors.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <vector>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;
using testing::load_tariff_vectors;
using testing::parse_instant;

namespace {

const tariff& example(const std::string& id) {
  return load_tariff_vectors().tariffs.at(id);
}

/// 5.000 for the first hour, 2.000 for each more, at most 30.000 in 24 h, 10 minutes' grace.
const tariff& car() {
  return example("T1-MOBIL");
}

stay stay_of(std::chrono::milliseconds length) {
  stay s;
  s.entered_at = parse_instant("2025-03-24 18:00:00");
  s.exited_at = *s.entered_at + length;
  return s;
}

std::int64_t total_of(const tariff& rules, const stay& s) {
  const auto computed = compute_fee(rules, s);
  REQUIRE(computed);
  return computed->total.value;
}

std::string refused_field(const tariff& rules, const stay& s) {
  const auto computed = compute_fee(rules, s);
  REQUIRE_FALSE(computed);
  CHECK(computed.error().code == errc::invalid);
  return computed.error().field;
}

/// The breakdown as it is printed, one line a step.
struct printed {
  std::vector<std::string> id;
  std::vector<std::string> en;
};

printed print(const tariff& rules, const stay& s) {
  const auto computed = compute_fee(rules, s);
  REQUIRE(computed);
  printed out;
  for (const auto& step : computed->steps) {
    out.id.push_back(step.text_id + " = " + to_display(step.amount));
    out.en.push_back(step.text_en + " = " + to_display(step.amount));
  }
  return out;
}

using lines = std::vector<std::string>;

} // namespace

TEST_CASE("every published fee example comes out to the rupiah", "[domain][fee]") {
  REQUIRE(load_tariff_vectors().vectors.size() == 40);
  for (const auto& v : load_tariff_vectors().vectors) {
    INFO("vector " << v.id << ": " << v.note);
    auto rules = example(v.tariff_id);
    rules.round_to = v.round_to;
    rules.rounding = v.rounding;
    auto computed = compute_fee(rules, v.given);
    REQUIRE(computed);
    computed->steps.clear();
    computed->needs_review = false;
    CHECK(computed->minutes == v.expected.minutes);
    CHECK(computed->base.value == v.expected.base.value);
    CHECK(computed->overnight.value == v.expected.overnight.value);
    CHECK(computed->discount.value == v.expected.discount.value);
    CHECK(computed->penalty.value == v.expected.penalty.value);
    CHECK(computed->total.value == v.expected.total.value);
    CHECK(computed->due.value == v.expected.due.value);
    CHECK(*computed == v.expected);
  }
}

TEST_CASE("the breakdown reads as sentences in both languages", "[domain][fee]") {
  const auto two_hours = print(car(), stay_of(125min));
  CHECK(two_hours.id
        == lines{"2 jam 5 menit: jam pertama = Rp5.000", "Lalu 2 jam × Rp2.000 = Rp4.000"});
  CHECK(two_hours.en == lines{"2 h 5 min: first hour = Rp5.000", "Then 2 h × Rp2.000 = Rp4.000"});

  const auto grace = print(car(), stay_of(8min));
  CHECK(grace.id == lines{"8 menit: masih dalam tenggang 10 menit = Rp0"});
  CHECK(grace.en == lines{"8 min: within the grace time of 10 min = Rp0"});

  CHECK(print(car(), stay_of(14h)).id == lines{"14 jam: tarif maksimum per hari = Rp30.000"});
  CHECK(print(example("T6-MOBIL"), stay_of(5h)).en
        == lines{"5 h: first 2 h = Rp4.000", "Then 2 × 2 h × Rp4.000 = Rp8.000"});
  CHECK(print(example("T4-MOTOR"), stay_of(25h)).id
        == lines{"25 jam: 2 × 24 jam × Rp2.000 = Rp4.000"});
  CHECK(print(example("T3-MOBIL"), stay_of(47h)).id
        == lines{"47 jam: tarif inap 2 × 24 jam × Rp125.000 = Rp250.000"});
}

TEST_CASE("a stay of several days is told day by day, equal days in one line", "[domain][fee]") {
  const auto nights = print(example("T2-MOBIL"), stay_of(4 * 24h + 13h + 15min));
  CHECK(nights.id
        == lines{"Hari ke-1 (6 jam): jam pertama = Rp5.000", "Lalu 5 jam × Rp3.000 = Rp15.000",
                 "Hari ke-2 s.d. ke-5: 4 hari × Rp25.000 = Rp100.000",
                 "Hari ke-6 (7 jam 15 menit): 8 jam × Rp3.000 = Rp24.000",
                 "Inap: 5 malam × Rp20.000 = Rp100.000"});
  CHECK(nights.en.back() == "Overnight: 5 nights × Rp20.000 = Rp100.000");

  const auto rolling = print(car(), stay_of(3 * 24h + 61min));
  CHECK(rolling.en
        == lines{"Days 1 to 3: 3 days × Rp30.000 = Rp90.000",
                 "Day 4 (1 h 1 min): first hour = Rp5.000", "Then 1 h × Rp2.000 = Rp2.000"});
}

TEST_CASE("vouchers, discounts, the fine and rounding have a line each", "[domain][fee]") {
  auto rules = car();
  rules.round_to = 500;
  auto s = stay_of(245min);
  s.free_min = 60;
  s.discount_pct = 33;
  s.discount_fixed = {1000};
  s.lost = lost_ticket::entry_known;
  CHECK(print(rules, s).id
        == lines{"Voucher gratis 1 jam = Rp0", "3 jam 5 menit: jam pertama = Rp5.000",
                 "Lalu 3 jam × Rp2.000 = Rp6.000", "Diskon 33 % = -Rp3.630", "Potongan = -Rp1.000",
                 "Denda karcis hilang = Rp25.000", "Pembulatan ke Rp500 = Rp130"});
}

TEST_CASE("a small backward step of a clock is zero minutes, a larger one has no amount",
          "[domain][fee]") {
  CHECK(compute_fee(car(), stay_of(-120s))->minutes == 0);
  CHECK(refused_field(car(), stay_of(-120s - 1ms)) == "exited_at");
}

TEST_CASE("the grace time is free to its last second, unless the ticket is lost", "[domain][fee]") {
  auto s = stay_of(10min + 59s);
  CHECK(total_of(car(), s) == 0);
  s.lost = lost_ticket::entry_known;
  CHECK(total_of(car(), s) == 5000 + 25000);
  CHECK(total_of(car(), stay_of(11min)) == 5000);
}

TEST_CASE("free minutes that cover the stay make it free without a grace time", "[domain][fee]") {
  auto s = stay_of(119min + 59s);
  s.free_min = 120;
  CHECK(total_of(example("T5-MOBIL"), s) == 0);
  s.exited_at = *s.exited_at + 1min + 1s;
  CHECK(total_of(example("T5-MOBIL"), s) == 5000);
}

TEST_CASE("a midnight counts as a night from the first second after it", "[domain][fee]") {
  const auto& nightly = example("T2-MOBIL");
  CHECK(compute_fee(nightly, stay_of(6h))->overnight.value == 0);
  CHECK(compute_fee(nightly, stay_of(6h + 1s))->overnight.value == 20000);
  auto from_midnight = stay_of(0s);
  from_midnight.entered_at = parse_instant("2025-03-25 00:00:00");
  from_midnight.exited_at = parse_instant("2025-03-26 00:00:00");
  CHECK(compute_fee(nightly, from_midnight)->overnight.value == 0);
}

TEST_CASE("seconds into a new day are a night but not a block", "[domain][fee]") {
  auto rules = example("T2-MOBIL");
  rules.restart_first = true;
  CHECK(compute_fee(rules, stay_of(6h + 59s))->base.value == 20000);
  CHECK(compute_fee(rules, stay_of(6h + 1min))->base.value == 25000);
}

TEST_CASE("a full rolling day costs the cap, also when its blocks come to less", "[domain][fee]") {
  auto rules = car();
  rules.next_amt = {};
  CHECK(total_of(rules, stay_of(24h - 1s)) == 5000);
  CHECK(total_of(rules, stay_of(24h)) == 30000);
}

TEST_CASE("the hours are charged up to the threshold and the nights beyond it", "[domain][fee]") {
  CHECK(total_of(example("T3-MOBIL"), stay_of(12h + 59s)) == 10000 + 11 * 5000);
  CHECK(total_of(example("T3-MOBIL"), stay_of(12h + 1min)) == 125000);
  CHECK(total_of(example("T3-MOBIL"), stay_of(24h)) == 125000);
  CHECK(total_of(example("T3-MOBIL"), stay_of(24h + 1min)) == 250000);
}

TEST_CASE("a flat price counts started days, the first from its first second", "[domain][fee]") {
  CHECK(total_of(example("T4-MOTOR"), stay_of(0s)) == 2000);
  CHECK(total_of(example("T4-MOTOR"), stay_of(24h)) == 2000);
  CHECK(total_of(example("T4-MOTOR"), stay_of(24h + 1min)) == 4000);
}

TEST_CASE("each day starts with the first block again only where the tariff says so",
          "[domain][fee]") {
  auto rules = example("T2-MOBIL");
  CHECK(compute_fee(rules, stay_of(7h))->base.value == 20000 + 3000);
  rules.restart_first = true;
  CHECK(compute_fee(rules, stay_of(7h))->base.value == 20000 + 5000);

  auto rolling = car();
  rolling.cap.reset();
  CHECK(total_of(rolling, stay_of(49h)) == 2 * (5000 + 23 * 2000) + 5000);
  rolling.restart_first = false;
  CHECK(total_of(rolling, stay_of(49h)) == (5000 + 23 * 2000) + 24 * 2000 + 2000);
}

TEST_CASE("cash is rounded to the unit in the way the tariff says", "[domain][fee]") {
  auto rules = car();
  rules.round_to = 500;
  auto s = stay_of(60min);
  const auto total = [&](round_mode mode, std::int64_t off) {
    rules.rounding = mode;
    s.discount_fixed = {off};
    return total_of(rules, s);
  };
  CHECK(total(round_mode::nearest, 250) == 5000);
  CHECK(total(round_mode::nearest, 251) == 4500);
  CHECK(total(round_mode::down, 1) == 4500);
  CHECK(total(round_mode::up, 499) == 5000);
  CHECK(total(round_mode::up, 500) == 4500);
}

TEST_CASE("only a stay over the tariff's days asks for review", "[domain][fee]") {
  CHECK_FALSE(compute_fee(car(), stay_of(7 * 24h))->needs_review);
  CHECK(compute_fee(car(), stay_of(7 * 24h + 1s))->needs_review);
}

TEST_CASE("a missing or impossible time is refused by name", "[domain][fee]") {
  auto s = stay_of(1h);
  s.entered_at.reset();
  CHECK(refused_field(car(), s) == "entered_at");
  s.entered_at = instant::min();
  CHECK(refused_field(car(), s) == "entered_at");
  s = stay_of(1h);
  s.exited_at.reset();
  CHECK(refused_field(car(), s) == "exited_at");
  s.exited_at = instant::max();
  CHECK(refused_field(car(), s) == "exited_at");
}

TEST_CASE("a number that no tariff or voucher has is refused by name", "[domain][fee]") {
  auto rules = car();
  rules.next_min = 0;
  CHECK(refused_field(rules, stay_of(1h)) == "next_min");
  rules = car();
  rules.cap = rupiah{-1};
  CHECK(refused_field(rules, stay_of(1h)) == "cap");
  rules = car();
  rules.round_to = 0;
  CHECK(refused_field(rules, stay_of(1h)) == "round_to");
  auto s = stay_of(1h);
  s.discount_pct = 101;
  CHECK(refused_field(car(), s) == "discount_pct");
  s = stay_of(1h);
  s.free_min = -1;
  CHECK(refused_field(car(), s) == "free_min");
}

TEST_CASE("the dearest and longest stay stays inside 64 bits", "[domain][fee]") {
  tariff rules;
  rules.next_min = 1;
  rules.next_amt = {1'000'000'000};
  stay s;
  s.entered_at = instant{};
  s.exited_at = from_ms(0xFFFF'FFFFLL * 1000);
  s.discount_pct = 99;
  const auto dearest = compute_fee(rules, s);
  REQUIRE(dearest);
  CHECK(dearest->base.value == (0xFFFF'FFFFLL / 60 - 60) * 1'000'000'000);
  CHECK(dearest->total.value == dearest->base.value - dearest->base.value / 100 * 99);
  rules.next_amt.value += 1;
  CHECK(refused_field(rules, s) == "next_amt");
}

TEST_CASE("an unknown zone is refused by name where local days matter", "[domain][fee]") {
  auto rules = example("T2-MOBIL");
  rules.tz = "Asia/Atlantis";
  CHECK(refused_field(rules, stay_of(1h)) == "tz");
}

TEST_CASE("the tax inside a price adds up with its base", "[domain][fee]") {
  const auto check = [](std::int64_t total, std::int64_t taxable, std::int64_t tax) {
    const auto split = split_tax({total}, 10);
    CHECK(split.taxable.value == taxable);
    CHECK(split.tax.value == tax);
  };
  check(5000, 4545, 455);
  check(9000, 8182, 818);
  check(30000, 27273, 2727);
  check(0, 0, 0);
  CHECK(split_tax({9000}, 0).taxable.value == 9000);
}

TEST_CASE("durations are written in hours and minutes", "[domain][fee]") {
  CHECK(minutes_id(0) == "0 menit");
  CHECK(minutes_id(59) == "59 menit");
  CHECK(minutes_id(60) == "1 jam");
  CHECK(minutes_id(125) == "2 jam 5 menit");
  CHECK(minutes_en(125) == "2 h 5 min");
}
