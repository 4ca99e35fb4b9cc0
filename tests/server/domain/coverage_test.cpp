#include "server/domain/coverage.hpp"

#include "server/domain/lock_times.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;
using protocol::coverage;

namespace {

instant at(milliseconds since) {
  return from_ms(1'742'785'200'000) + since;
}

/// One gateway, known until two hours after the start.
coverage_facts heard() {
  coverage_facts out;
  out.gateways_offline = {{}};
  out.known_until = at(2h);
  return out;
}

} // namespace

TEST_CASE("a lock without a gateway is never sure to be heard", "[coverage]") {
  auto facts = heard();
  CHECK(coverage_at(facts, at(1h)) == coverage::covered);
  CHECK(coverage_at(facts, at(2h)) == coverage::doubtful);
  facts.gateways_offline.clear();
  CHECK(coverage_at(facts, at(1h)) == coverage::doubtful);
}

TEST_CASE("a lock is blind while all its gateways are offline, until a scan after their return",
          "[coverage]") {
  auto facts = heard();
  facts.gateways_offline = {{{at(10min), at(40min)}}, {{at(20min), at(30min)}}};
  CHECK(coverage_at(facts, at(15min)) == coverage::covered);
  CHECK(coverage_at(facts, at(25min)) == coverage::blind);
  CHECK(coverage_at(facts, at(30min)) == coverage::covered);
  facts.scans = {{at(0min), at(1h), at(31min)}};
  CHECK(coverage_at(facts, at(25min)) == coverage::blind);
  facts.scans = {{at(0min), at(1h), at(30min) + lock_waits().catch_up}};
  CHECK(coverage_at(facts, at(25min)) == coverage::covered);
  facts.scans = {{at(0min), at(25min), at(1h)}};
  CHECK(coverage_at(facts, at(25min)) == coverage::blind);
}

TEST_CASE("what lasts still is blind, whatever was scanned", "[coverage]") {
  auto facts = heard();
  facts.gateways_offline = {{{at(10min), std::nullopt}}};
  facts.scans = {{at(0min), at(3h), at(3h)}};
  CHECK(coverage_at(facts, at(11min)) == coverage::blind);
  CHECK(coverage_at(facts, at(9min)) == coverage::covered);
}

TEST_CASE("while we were away it is doubtful, until a later scan", "[coverage]") {
  auto facts = heard();
  facts.away = {{at(10min), at(20min)}};
  CHECK(coverage_at(facts, at(15min)) == coverage::doubtful);
  facts.scans = {{at(0min), at(1h), at(19min)}};
  CHECK(coverage_at(facts, at(15min)) == coverage::doubtful);
  facts.scans = {{at(0min), at(1h), at(20min)}};
  CHECK(coverage_at(facts, at(15min)) == coverage::covered);
}

TEST_CASE("an hour is as bad as its worst moment", "[coverage][property]") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  const auto minute = [&](int most) {
    return at(std::chrono::minutes{std::uniform_int_distribution{0, most}(random)});
  };
  const auto span_of = [&] {
    const auto a = minute(300);
    const auto b = minute(300);
    span out{std::min(a, b), std::max(a, b)};
    if (random() % 5 == 0)
      out.to.reset();
    return out;
  };
  for (int world = 0; world < 100; ++world) {
    coverage_facts facts;
    for (auto n = random() % 3; n > 0; --n) {
      auto& offline = facts.gateways_offline.emplace_back();
      for (auto gaps = random() % 4; gaps > 0; --gaps)
        offline.push_back(span_of());
    }
    for (auto n = random() % 3; n > 0; --n)
      facts.away.push_back(span_of());
    for (auto n = random() % 4; n > 0; --n) {
      const auto s = span_of();
      facts.scans.push_back({s.from, s.to.value_or(at(6h)), minute(400)});
    }
    facts.known_until = minute(300);
    for (const auto& hour : coverage_hours(facts, at(0h), at(4h) + 30min)) {
      auto worst = coverage::covered;
      for (auto t = hour.from; t < std::min(hour.from + 1h, at(4h) + 30min); t += 1min)
        worst = std::max(worst, coverage_at(facts, t));
      CHECK(hour.mark == worst);
    }
  }
}
