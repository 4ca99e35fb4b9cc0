#include "server/domain/duplicates.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;
using protocol::alert_kind;
using protocol::duplicate_cause;

namespace {

protocol::session entry(unsigned char number, milliseconds at, std::string gate = "in-1") {
  protocol::session out;
  out.id.bytes.back() = number;
  out.plate = "B 1 A";
  out.plate_key = "B1A";
  out.entered_at = from_ms(1'742'785'200'000) + at;
  out.entry_gate_id = std::move(gate);
  return out;
}

} // namespace

TEST_CASE("two entries within minutes are one passage: sent again, or seen at two gates",
          "[duplicates]") {
  const auto first = entry(1, 0min);
  const auto resent = judge_duplicate(alert_kind::duplicate, entry(2, 2min), first);
  CHECK(resent.cause == duplicate_cause::resent);
  CHECK(resent.action == duplicate_action::merge);
  CHECK(resent.keep == first.id);
  CHECK_FALSE(resent.reasons.empty());
  CHECK_FALSE(resent.prevention.text_id.empty());
  const auto seen = judge_duplicate(alert_kind::duplicate, entry(2, -1min, "in-2"), first);
  CHECK(seen.cause == duplicate_cause::two_gates);
  CHECK(seen.drop == first.id);
}

TEST_CASE("a later entry makes the first one stale, and another type a wrong plate",
          "[duplicates]") {
  const auto first = entry(1, 0min);
  const auto stale = judge_duplicate(alert_kind::duplicate, entry(2, 20h), first);
  CHECK(stale.cause == duplicate_cause::stale_session);
  CHECK(stale.action == duplicate_action::void_one);
  CHECK(stale.drop == first.id);
  CHECK(judge_duplicate(alert_kind::duplicate, entry(2, 2h), first).action
        == duplicate_action::look);
  auto other = entry(2, 1min);
  other.vehicle_type = vehicle_class::motor;
  const auto wrong = judge_duplicate(alert_kind::duplicate, other, first);
  CHECK(wrong.cause == duplicate_cause::wrong_plate);
  CHECK(wrong.action == duplicate_action::keep);
}

TEST_CASE("an exit without entry belongs to the look-alike that is inside", "[duplicates]") {
  auto orphan = entry(2, 1h);
  orphan.entered_at.reset();
  const auto found = judge_duplicate(alert_kind::exit_without_entry, orphan, entry(1, 0min));
  CHECK(found.cause == duplicate_cause::wrong_plate);
  CHECK(found.drop == orphan.id);
  CHECK(judge_duplicate(alert_kind::exit_without_entry, orphan, std::nullopt).cause
        == duplicate_cause::unclear);
  CHECK(judge_duplicate(alert_kind::double_exit, orphan, std::nullopt).cause
        == duplicate_cause::double_exit);
}

TEST_CASE("plates that look alike differ in one character", "[duplicates]") {
  const auto found = similar_plates("B10");
  for (const auto* key : {"810", "BI0", "B1O", "B1D"})
    CHECK(std::ranges::count(found, key) == 1);
  CHECK(found.size() == 4);
}
