// Merges, duplicates and what else changes a stay afterwards: counted, explained, taken back.
#include "tests/contract/supervision.hpp"

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::session_status;

TEST_CASE("the counts of hours follow corrections, voids, merges, late exits and refusals",
          "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  auto wati = s.log_in("wati", false);
  const auto a = enter(s, budi, "B 1 A");
  const auto b = enter(s, budi, "B 1 A", "in-2", true);
  const auto c = enter(s, budi, "B 3 C");
  const auto d = enter(s, budi, "B 4 D");
  s.time.advance(90min);
  s.accept(s.make(budi, exit_of(b, 7'000)));
  s.accept(s.make(wati, protocol::merge_data{a, b, "sama"}));
  check_hours(s.place());
  s.accept(s.make(wati, protocol::void_data{c, "salah"}));
  protocol::correct_data fix;
  fix.session_id = d;
  fix.vehicle_type = "MOTOR";
  fix.entered_at = s.time.now() - 3h;
  fix.reason = "salah baca";
  s.accept(s.make(wati, fix));
  // An exit whose entry comes afterwards, and one that is refused beside one that is not.
  const auto late = make_uuid_v7(s.time.now());
  auto orphan = s.make(budi, exit_of(late, 2'000));
  orphan.content.is_offline = true;
  s.accept(orphan);
  check_hours(s.place());
  auto entry = s.make(budi, entry_of("B 9 Z", late));
  entry.content.is_offline = true;
  auto bad = s.make(budi, exit_of(make_uuid_v7(s.time.now()), 1'000));
  s.commit({entry, bad, s.make(budi, exit_of(d, 3'000))});
  check_hours(s.place());
  s.accept(s.make(wati, protocol::merge_undo_data{b, "bukan"}));
  check_hours(s.place());
}

TEST_CASE("a merge is taken back as a whole, once", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  auto wati = s.log_in("wati", false);
  const auto a = enter(s, budi, "B 1 A");
  const auto b = enter(s, budi, "B 1 A", "in-2", true);
  s.time.advance(40min);
  s.accept(s.make(budi, exit_of(b, 5'000)));
  s.accept(s.make(wati, protocol::merge_data{a, b, "sama"}));
  CHECK(s.session(a).status == session_status::closed);
  const auto groups = s.list(protocol::duplicate_list{}, "duplicates");
  REQUIRE(groups.size() == 1);
  CHECK(word(groups[0], "resolution") == "merged");
  CHECK(word(member(groups[0], "undo"), "id") == to_string(b));
  s.accept(s.make(wati, protocol::merge_undo_data{b, "mobil lain"}));
  CHECK(s.session(a).status == session_status::open);
  CHECK_FALSE(s.session(a).charged);
  CHECK(s.session(b).status == session_status::closed);
  CHECK(s.session(b).charged == rupiah{5'000});
  CHECK(s.alerts(protocol::alert_kind::duplicate, true).size() == 1);
  CHECK(s.refuse(s.make(wati, protocol::merge_undo_data{b, "lagi"})).field == "data.session_id");
}

TEST_CASE("a merge whose kept session was changed since is not taken back", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  auto wati = s.log_in("wati", false);
  const auto a = enter(s, budi, "B 1 A");
  const auto b = enter(s, budi, "B 1 A", "in-2", true);
  s.time.advance(40min);
  s.accept(s.make(budi, exit_of(b, 5'000)));
  s.accept(s.make(wati, protocol::merge_data{a, b, "sama"}));
  protocol::correct_data fix;
  fix.session_id = a;
  fix.plate = "B 2 A";
  fix.reason = "salah baca";
  s.accept(s.make(wati, fix));
  CHECK(s.refuse(s.make(wati, protocol::merge_undo_data{b, "x"})).code == errc::version_conflict);
}

TEST_CASE("duplicates tell their cause, a suggestion and its undo", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  auto wati = s.log_in("wati", false);
  enter(s, budi, "B 1 A");
  s.time.advance(1min);
  const auto second = enter(s, sari, "B 1 A", "in-2", true);
  auto data = s.ask(protocol::duplicate_list{});
  const auto group = items(data, "duplicates").at(0);
  CHECK(word(group, "cause") == "two_gates");
  const auto suggestion = member(group, "suggestion");
  CHECK(word(suggestion, "action") == "merge");
  CHECK(word(suggestion, "drop") == to_string(second));
  CHECK_FALSE(items(suggestion, "reasons").empty());
  CHECK(number(items(data, "causes").at(0), "count") == 1);
  protocol::duplicate_list other;
  other.cause = protocol::duplicate_cause::resent;
  CHECK(s.list(other, "duplicates").empty());
  const auto alert = s.alerts(protocol::alert_kind::duplicate, true).at(0);
  s.accept(s.make(wati, protocol::duplicate_keep_data{alert.id, "dua mobil"}));
  const auto kept = s.list(protocol::duplicate_list{}, "duplicates").at(0);
  CHECK(word(kept, "resolution") == "kept");
  CHECK(word(member(kept, "undo"), "kind") == "duplicate.reopen");
  protocol::duplicate_list open;
  open.is_open = true;
  CHECK(s.list(open, "duplicates").empty());
  s.accept(s.make(wati, protocol::duplicate_reopen_data{alert.id, "salah pilih"}));
  CHECK(s.list(open, "duplicates").size() == 1);
  CHECK(s.refuse(s.make(budi, protocol::duplicate_keep_data{alert.id, "x"})).code
        == errc::forbidden);
}

TEST_CASE("an exit without entry is laid beside the vehicle whose plate looks alike",
          "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  const auto inside = enter(s, budi, "B 1508 XO");
  s.time.advance(20min);
  auto exit = exit_of(make_uuid_v7(s.time.now()), 5'000);
  exit.plate = "B 1508 XD";
  auto made = s.make(budi, exit);
  made.content.is_offline = true;
  s.accept(made);
  auto groups = s.list(protocol::duplicate_list{}, "duplicates");
  REQUIRE(groups.size() == 1);
  CHECK(word(groups[0], "cause") == "unclear");
  auto alike = exit_of(make_uuid_v7(s.time.now()), 5'000);
  alike.plate = "8 1508 XO";
  s.time.advance(1min);
  made = s.make(budi, alike);
  made.content.is_offline = true;
  s.accept(made);
  groups = s.list(protocol::duplicate_list{}, "duplicates");
  REQUIRE(groups.size() == 2);
  CHECK(word(groups[0], "cause") == "wrong_plate");
  CHECK(word(member(groups[0], "suggestion"), "keep") == to_string(inside));
}
