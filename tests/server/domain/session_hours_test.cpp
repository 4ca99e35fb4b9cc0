#include "server/domain/session_hours.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;
using protocol::session_status;

namespace {

constexpr instant ten = from_ms(1'742'785'200'000);

protocol::session left_stay() {
  protocol::session s;
  s.status = session_status::closed;
  s.entered_at = ten + 5min;
  s.entry_gate_id = "in-1";
  s.entry_by = "budi";
  s.exited_at = ten + 70min;
  s.exit_gate_id = "out-1";
  s.exit_by = "sari";
  s.fee = rupiah{7'000};
  s.charged = rupiah{5'000};
  return s;
}

} // namespace

TEST_CASE("a stay counts in the hour of its entry and in that of its exit", "[hours]") {
  const auto shares = shares_of(left_stay());
  REQUIRE(shares.size() == 2);
  const auto& in = shares.at({ten, "in-1", vehicle_class::mobil, "budi"});
  CHECK(in.entries == 1);
  CHECK(in.exits == 0);
  const auto& out = shares.at({ten + 1h, "out-1", vehicle_class::mobil, "sari"});
  CHECK(out.exits == 1);
  CHECK(out.revenue == rupiah{5'000});
  CHECK(out.undercharged == 1);
  CHECK(out.no_photo == 1);
  CHECK(out.stay_min == 65);
}

TEST_CASE("an open session has no exit, an orphan no entry, a void or merged one nothing",
          "[hours]") {
  auto s = left_stay();
  s.status = session_status::open;
  CHECK(shares_of(s).size() == 1);
  s.status = session_status::exit_only;
  s.entered_at.reset();
  REQUIRE(shares_of(s).size() == 1);
  CHECK(shares_of(s).begin()->second.orphans == 1);
  CHECK(shares_of(s).begin()->second.stays == 0);
  s.status = session_status::voided;
  CHECK(shares_of(s).empty());
  s.status = session_status::merged;
  CHECK(shares_of(s).empty());
}

TEST_CASE("what was counted and taken back leaves nothing", "[hours]") {
  const auto counts = shares_of(left_stay()).rbegin()->second;
  auto sum = counts;
  sum += -counts;
  CHECK(sum == hour_counts{});
}

TEST_CASE("notable is what a person should look at", "[hours]") {
  auto s = left_stay();
  CHECK(is_notable(s));
  s.charged = s.fee;
  CHECK_FALSE(is_notable(s));
  s.flags = {"offline"};
  CHECK_FALSE(is_notable(s));
  s.flags = {"offline", "lost_ticket"};
  CHECK(is_notable(s));
  s.flags.clear();
  s.status = session_status::voided;
  CHECK(is_notable(s));
}
