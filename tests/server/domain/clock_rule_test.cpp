#include "server/domain/clock_rule.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;
using protocol::clock_source;

namespace {

constexpr instant noon = from_ms(1'742'785'200'000);

clock_facts offline_record(instant taken_at, clock_source source, instant received_at = noon) {
  return {taken_at, {0, source}, true, received_at, std::nullopt};
}

} // namespace

TEST_CASE("the device's own estimate corrects its clock", "[clock]") {
  auto facts = offline_record(noon - 10min, clock_source::monotonic);
  facts.told.offset_ms = -120;
  const auto read = read_clock(facts);
  CHECK(read.corrected_at == noon - 10min - 120ms);
  CHECK_FALSE(read.is_uncertain);
  CHECK_FALSE(read.is_fault);
}

TEST_CASE("a clock that nobody set is uncertain, unless the server saw the record made",
          "[clock]") {
  CHECK(read_clock(offline_record(noon - 10min, clock_source::none)).is_uncertain);
  auto live = offline_record(noon - 1s, clock_source::none);
  live.is_offline = false;
  CHECK_FALSE(read_clock(live).is_uncertain);
  live.taken_at = noon - 2min;
  CHECK(read_clock(live).is_uncertain);
}

TEST_CASE("a record from before the last confirmed time is a clock fault, not a long stay",
          "[clock]") {
  auto facts = offline_record(noon - 24h * 365 * 15, clock_source::monotonic);
  facts.not_before = noon - 1h;
  const auto read = read_clock(facts);
  CHECK(read.is_fault);
  CHECK(read.is_uncertain);
  CHECK(read.corrected_at + read.uncertainty == noon);

  facts.taken_at = *facts.not_before - 5s;
  CHECK_FALSE(read_clock(facts).is_fault);
  facts.taken_at = *facts.not_before - 5s - 1ms;
  CHECK(read_clock(facts).is_fault);
}

TEST_CASE("more than five minutes ahead of the server is a clock fault", "[clock]") {
  CHECK_FALSE(read_clock(offline_record(noon + 5min, clock_source::server)).is_fault);
  CHECK(read_clock(offline_record(noon + 5min + 1ms, clock_source::server)).is_fault);
}

TEST_CASE("no number that a device can send overflows", "[clock]") {
  using limits = std::numeric_limits<std::int64_t>;
  const auto taken =
      GENERATE(as<std::int64_t>{}, limits::min(), -1, 0, 9'007'199'254'740'993, limits::max());
  const auto offset = GENERATE(as<std::int64_t>{}, limits::min(), -1, 0, 1, limits::max());
  auto facts = offline_record(from_ms(taken), clock_source::server);
  facts.told.offset_ms = offset;
  facts.not_before = noon;
  const auto read = read_clock(facts);
  CHECK(read.corrected_at >= instant{});
  CHECK(read.corrected_at <= from_ms(253'402'300'799'999));
}
