#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

protocol::entry_data new_entry(const site& s, std::string plate = "B 1234 XYZ") {
  return entry_of(std::move(plate), make_uuid_v7(s.time.now()));
}

} // namespace

TEST_CASE("an entry is refused for what is wrong with it, and the field is named", "[entry]") {
  site s;
  auto budi = s.log_in("budi");
  auto entry = new_entry(s);
  SECTION("a gate that is not there") {
    entry.gate_id = "in-9";
    CHECK(s.refuse(s.make(budi, entry)).code == errc::unknown_gate);
  }
  SECTION("a gate that only lets out") {
    entry.gate_id = "out-1";
    const auto why = s.refuse(s.make(budi, entry));
    CHECK(why.code == errc::invalid);
    CHECK(why.field == "data.gate_id");
  }
  SECTION("a vehicle type that the site does not have") {
    entry.vehicle_type = "BUS";
    CHECK(s.refuse(s.make(budi, entry)).code == errc::bad_vehicle_type);
  }
  SECTION("a plate without a letter or digit") {
    entry.plate = "%_%";
    CHECK(s.refuse(s.make(budi, entry)).code == errc::bad_plate);
  }
  SECTION("no plate and no reason") {
    entry.plate.reset();
    CHECK(s.refuse(s.make(budi, entry)).field == "data.plate_reason");
  }
  CHECK(s.reader().gates()->front().occupancy == 0);
}

TEST_CASE("an entry's flags tell what is special about it", "[entry]") {
  site s;
  auto budi = s.log_in("budi");
  auto entry = new_entry(s);
  SECTION("no plate") {
    entry.plate.reset();
    entry.plate_reason = "motor baru";
    s.accept(s.make(budi, entry));
    const auto stored = s.session(entry.session_id);
    CHECK(stored.flags == std::vector<std::string>{"no_plate"});
    CHECK(stored.plate_reason == "motor baru");
  }
  SECTION("a number outside the civil grammar") {
    entry.plate = "12345-67";
    s.accept(s.make(budi, entry));
    CHECK(s.session(entry.session_id).flags == std::vector<std::string>{"nonstandard_plate"});
  }
  SECTION("made offline by a clock that nobody set") {
    auto made = s.make(budi, entry);
    made.content.is_offline = true;
    made.content.clock.source = protocol::clock_source::none;
    s.accept(made);
    CHECK(s.session(entry.session_id).flags
          == std::vector<std::string>{"offline", "clock_uncertain"});
  }
}

TEST_CASE(
    "a second open session for one plate is refused online and accepted offline with an alert",
    "[entry]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto first = new_entry(s);
  s.accept(s.make(budi, first));
  CHECK(s.refuse(s.make(sari, new_entry(s, "b1234xyz"))).code == errc::already_inside);

  auto offline = s.make(sari, new_entry(s, "B-1234-XYZ"));
  offline.content.is_offline = true;
  const auto done = s.commit({offline});
  CHECK(kinds_of(done.events)
        == std::vector<std::string>{"session.entered", "alert.raised", "sync.received",
                                    "gate.occupancy"});
  CHECK(std::get<protocol::accepted>(done.answers.front()).seq == done.events[2].seq);
  const auto alerts = s.alerts(protocol::alert_kind::duplicate);
  REQUIRE(alerts.size() == 1);
  CHECK(alerts.front().refers.other_session_id == first.session_id);
  CHECK(s.reader().gates()->front().occupancy == 2);
}

TEST_CASE("vehicles without a plate are never duplicates of each other", "[entry]") {
  site s;
  auto budi = s.log_in("budi");
  for (int i = 0; i < 2; ++i) {
    auto entry = new_entry(s);
    entry.plate.reset();
    entry.plate_reason = "sepeda";
    s.accept(s.make(budi, entry));
  }
  CHECK(s.alerts(protocol::alert_kind::duplicate).empty());
}

TEST_CASE("a clock fault is told and never a reason to refuse", "[entry][clock]") {
  site s;
  auto budi = s.log_in("budi");
  s.accept(s.make(budi, new_entry(s, "B 1 A")));
  s.time.advance(1h);
  auto entry = s.make(budi, new_entry(s, "B 2 A"));
  entry.content.is_offline = true;
  entry.content.clock.source = protocol::clock_source::monotonic;
  SECTION("the clock fell back to the year 2010") {
    entry.content.taken_at = from_ms(1'262'304'000'000);
  }
  SECTION("the clock runs an hour ahead") {
    entry.content.taken_at = s.time.now() + 1h;
  }
  s.accept(entry);
  const auto alerts = s.alerts(protocol::alert_kind::clock_fault);
  REQUIRE(alerts.size() == 1);
  CHECK(alerts.front().refers.device_id == budi.who.device_id);
}

TEST_CASE("a session id is used once", "[entry]") {
  site s;
  auto budi = s.log_in("budi");
  const auto first = new_entry(s);
  s.accept(s.make(budi, first));
  auto again = first;
  again.plate = "B 9 Z";
  CHECK(s.refuse(s.make(budi, again)).field == "data.session_id");
}

TEST_CASE("numbers beyond 2^53, wildcards and four-byte letters survive in a session",
          "[entry][boundary]") {
  site s;
  auto budi = s.log_in("budi");
  auto entry = new_entry(s);
  entry.plate.reset();
  entry.plate_reason = "100% \xF0\x9F\x9A\x97 _'\";--";
  auto made = s.make(budi, entry);
  made.content.clock.offset_ms = 9'007'199'254'740'993;
  made.content.taken_at = from_ms(-9'007'199'254'740'993);
  s.accept(made);
  CHECK(s.session(entry.session_id).plate_reason == entry.plate_reason);
  s.reopen();
  CHECK(s.accept(made).is_duplicate);
}
