// What a supervisor asks of openings, commands, shifts and devices.
#include "tests/contract/supervision.hpp"

#include <algorithm>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

TEST_CASE("openings are listed with their cause, the unexplained by themselves, and judged",
          "[supervision]") {
  lock_site s;
  auto budi = s.log_in("budi");
  auto wati = s.log_in("wati", false);
  enter(s, budi, "B 1 A");
  s.time.advance(10min);
  s.call_back({lock_record_of("11", lock_type::button, s.time.now())});
  for (const auto wait : {4min, 31min, 2min}) {
    s.time.advance(wait);
    s.discover(true);
    s.judge();
  }
  protocol::opening_list what;
  CHECK(s.list(what, "openings").size() == 2);
  what.state = protocol::opening_state::unexplained;
  auto unexplained = s.list(what, "openings");
  REQUIRE(unexplained.size() == 1);
  what = {};
  what.is_suspect = true;
  what.is_judged = false;
  CHECK_FALSE(s.list(what, "openings").empty());
  const auto opening = protocol::decode_opening(member(unexplained[0], "opening"));
  CHECK(word(unexplained[0], "gate_name") != "");
  CHECK(member(unexplained[0], "record") != "null");
  const auto done = s.commit(
      {s.make(wati, protocol::opening_judge_data{opening->id, protocol::opening_verdict::misuse,
                                                 "dua mobil lewat"})});
  CHECK(std::ranges::count(kinds_of(done.events), "lock.opening_judged") == 1);
  CHECK(s.alerts(protocol::alert_kind::unexplained_opening, true).empty());
  what.is_judged = true;
  const auto judged = s.list(what, "openings");
  REQUIRE(judged.size() == 1);
  const auto again = protocol::decode_opening(member(judged[0], "opening"));
  REQUIRE(again->judgement);
  CHECK(again->judgement->by == "wati");
  CHECK(again->judgement->note == "dua mobil lewat");
  what = {};
  what.gate_id = "out-1";
  CHECK(s.list(what, "openings").empty());
}

TEST_CASE("commands without a session are listed by who asked for them", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  protocol::gate_open_data open;
  open.gate_id = "in-1";
  open.reason = "ambulans";
  s.accept(s.make(budi, open));
  protocol::command_list what;
  what.is_manual = true;
  what.username = "budi";
  const auto found = s.list(what, "commands");
  REQUIRE(found.size() == 1);
  CHECK(word(found[0], "username") == "budi");
  what.username = "sari";
  CHECK(s.list(what, "commands").empty());
}

TEST_CASE("a shift leads to the session that explains its difference", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  const auto shift = make_uuid_v7(s.time.now());
  s.accept(s.make(budi, protocol::shift_open_data{shift, rupiah{100'000}}));
  const auto good = enter(s, budi, "B 1 A");
  const auto odd = enter(s, budi, "B 2 B");
  s.time.advance(30min);
  s.accept(s.make(budi, exit_of(good, 5'000)));
  s.accept(s.make(budi, exit_of(odd, 55'000)));
  s.accept(s.make(budi, protocol::shift_close_data{shift, rupiah{110'000}, std::nullopt}));
  protocol::shift_list different;
  different.is_different = true;
  REQUIRE(s.list(different, "shifts").size() == 1);
  const auto data = s.ask(protocol::shift_detail{shift, {}});
  CHECK(protocol::decode_shift(member(data, "shift"))->difference == rupiah{-50'000});
  CHECK(items(data, "payments").size() == 2);
  CHECK(number(items(data, "methods").at(0), "amount") == 60'000);
  const auto suspects = items(data, "suspects");
  REQUIRE_FALSE(suspects.empty());
  CHECK(protocol::decode_session(member(suspects[0], "session"))->id == odd);
  CHECK(number(suspects[0], "amount") == 50'000);
  protocol::shift_detail page{shift, {}};
  page.window.limit = 1;
  const auto first = s.ask(page);
  page.window.after = protocol::string_of(member(first, "next"));
  REQUIRE(page.window.after);
  CHECK(items(s.ask(page), "payments").size() == 1);
}

TEST_CASE("devices tell their offline windows, refusals and clock faults", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  const auto before = s.time.now();
  s.time.advance(2h);
  auto late = s.make(budi, entry_of("B 1 A", make_uuid_v7(before)));
  late.content.taken_at = before;
  late.content.is_offline = true;
  site::sign(late);
  s.accept(late);
  auto bad = entry_of("B 2 A", make_uuid_v7(s.time.now()));
  bad.gate_id = "nowhere";
  s.refuse(s.make(budi, bad));
  s.time.advance(1min);
  const auto devices = s.list(protocol::sync_devices{}, "devices");
  REQUIRE(devices.size() == 1);
  const auto offline = member(devices[0], "offline");
  CHECK(number(offline, "count") == 1);
  CHECK(number(items(offline, "windows").at(0), "to")
            - number(items(offline, "windows").at(0), "from")
        == 2 * 3'600'000);
  CHECK(word(items(devices[0], "refused").at(0), "code") == "unknown_gate");
  protocol::sync_log what;
  what.is_accepted = false;
  CHECK(s.list(what, "entries").size() == 1);
  what.is_accepted.reset();
  what.is_offline = true;
  CHECK(s.list(what, "entries").size() == 1);
}
