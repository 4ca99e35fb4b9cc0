// What a supervisor asks and does: one site for each question, on either database.
#include "tests/contract/lock_site.hpp"

#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <set>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::session_status;

namespace {

uuid enter(site& s, worker& by, std::string plate, std::string gate = "in-1",
           bool is_offline = false) {
  const auto id = make_uuid_v7(s.time.now());
  auto entry = entry_of(std::move(plate), id);
  entry.gate_id = std::move(gate);
  auto made = s.make(by, entry);
  made.content.is_offline = is_offline;
  s.accept(made);
  return id;
}

std::string member(const std::string& json, std::string_view name) {
  return *protocol::member_of(json, name);
}

std::string word(const std::string& json, std::string_view name) {
  return protocol::string_of(member(json, name)).value_or("");
}

std::int64_t number(const std::string& json, std::string_view name) {
  return protocol::number_of(member(json, name)).value_or(-1);
}

std::set<std::string> plates_of(const std::string& data) {
  std::set<std::string> out;
  for (const auto& item : items(data, "sessions"))
    out.insert(protocol::decode_session(item)->plate_key);
  return out;
}

/// The books of hours agree with the sessions themselves.
void check_hours(const test_database& place) {
  auto store = storage::make_soci_store(place.speaks(storage::purpose::read));
  REQUIRE(store->ports().work.begin_read());
  CHECK(given(store->ports().reports.wrong_hours()) == std::vector<std::string>{});
}

} // namespace

TEST_CASE("sessions are listed by type, person, plate, flag, amount and photo", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto start = s.time.now();
  const auto a = enter(s, budi, "B 1 AA");
  const auto b = enter(s, sari, "B 2 BB");
  enter(s, budi, "D 3 CC");
  s.time.advance(30min);
  s.accept(s.make(sari, exit_of(a, 5'000)));
  auto lost = exit_of(b, 1'000);
  lost.is_lost_ticket = true;
  s.accept(s.make(budi, lost));
  protocol::session_list what;
  const auto found = [&] { return plates_of(s.ask(what)); };
  what.entry_by = "budi";
  CHECK(found() == std::set<std::string>{"B1AA", "D3CC"});
  what.entry_by.reset();
  what.exit_by = "budi";
  CHECK(found() == std::set<std::string>{"B2BB"});
  what.exit_by.reset();
  what.plate = "2 b";
  CHECK(found() == std::set<std::string>{"B2BB"});
  what.plate.reset();
  what.flag = "lost_ticket";
  CHECK(found() == std::set<std::string>{"B2BB"});
  what.flag.reset();
  what.amount = protocol::amount_filter::under;
  CHECK(found() == std::set<std::string>{"B2BB"});
  what.amount = protocol::amount_filter::over;
  CHECK(found().empty());
  what.amount = protocol::amount_filter::nothing;
  CHECK(found().empty());
  what.amount.reset();
  what.vehicle_type = domain::vehicle_class::truk;
  CHECK(found().empty());
  what.vehicle_type.reset();
  what.is_by_exit = true;
  what.window.from = start + 10min;
  CHECK(found() == std::set<std::string>{"B1AA", "B2BB"});
  what.is_without_exit_photo = true;
  CHECK(found().size() == 2);
  CHECK(s.session(a).entry_by == "budi");
  CHECK(s.session(a).exit_by == "sari");
  check_hours(s.place());
}

TEST_CASE("sessions are listed by attendant, way to pay, stay, money and what is notable",
          "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto quick = enter(s, budi, "B 1 AA");
  const auto dear = enter(s, sari, "B 2 BB");
  enter(s, budi, "D 3 CC");
  s.time.advance(30min);
  s.accept(s.make(sari, exit_of(quick, 5'000)));
  s.time.advance(60min);
  auto paid = exit_of(dear, 9'000);
  paid.paid->method = "qris";
  s.accept(s.make(sari, paid));
  const auto found = [&](auto change) {
    protocol::session_list what;
    change(what);
    return plates_of(s.ask(what));
  };
  using names = std::set<std::string>;
  CHECK(found([](auto& w) { w.attendant = "sari"; }) == names{"B1AA", "B2BB"});
  CHECK(found([](auto& w) { w.attendant = "budi"; }) == names{"B1AA", "D3CC"});
  CHECK(found([](auto& w) { w.method = "qris"; }) == names{"B2BB"});
  CHECK(found([](auto& w) { w.method = "transfer"; }).empty());
  CHECK(found([](auto& w) { w.stay_to = 31; }) == names{"B1AA"});
  CHECK(found([](auto& w) { w.stay_to = 30; }).empty());
  CHECK(found([](auto& w) { w.stay_from = 90; }) == names{"B2BB", "D3CC"});
  CHECK(found([](auto& w) { w.charged_from = rupiah{5'001}; }) == names{"B2BB"});
  CHECK(found([](auto& w) {
          w.charged_from = rupiah{5'000};
          w.charged_to = rupiah{9'000};
        })
        == names{"B1AA"});
  CHECK(found([](auto& w) { w.is_notable = true; }) == names{"B2BB"});
  CHECK(found([](auto& w) {
          w.is_notable = true;
          w.is_by_exit = true;
          w.attendant = "budi";
        }).empty());
}

TEST_CASE("pages by exit follow each other without gap or repeat", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  for (int i = 1; i <= 12; ++i) {
    const auto id = enter(s, budi, "B " + std::to_string(i) + " A");
    s.time.advance(i % 3 == 0 ? 20min : 0min);
    s.accept(s.make(budi, exit_of(id, 0)));
  }
  protocol::session_list what;
  what.is_by_exit = true;
  what.exit_by = "budi";
  what.window.limit = 5;
  std::vector<std::string> seen;
  do {
    const auto data = s.ask(what);
    for (const auto& item : items(data, "sessions"))
      seen.push_back(protocol::decode_session(item)->plate_key);
    what.window.after = protocol::string_of(member(data, "next"));
  } while (what.window.after);
  CHECK(seen.size() == 12);
  CHECK(std::set(seen.begin(), seen.end()).size() == 12);
}

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

TEST_CASE("the report adds a period up, and indicators compare attendants", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto start = s.time.now();
  for (int i = 0; i < 40; ++i) {
    const auto a = enter(s, budi, "B " + std::to_string(100 + i) + " A");
    const auto b = enter(s, sari, "D " + std::to_string(100 + i) + " A");
    s.time.advance(15min);
    s.accept(s.make(budi, exit_of(a, i % 2 == 0 ? 0 : 5'000)));
    s.accept(s.make(sari, exit_of(b, 5'000)));
  }
  const auto report = s.ask(protocol::stats_report{start, s.time.now() + 1h});
  const auto totals = member(report, "totals");
  CHECK(number(totals, "exits") == 80);
  CHECK(number(totals, "revenue") == 60 * 5'000);
  CHECK(number(totals, "free_exits") == 20);
  CHECK(number(totals, "net") + number(totals, "tax") == 60 * 5'000);
  CHECK(number(totals, "average_stay_min") == 15);
  CHECK(items(report, "by_hour").size() == 24);
  CHECK(number(items(report, "methods").at(0), "amount") == 60 * 5'000);
  const auto people = s.list(protocol::stats_indicators{start, s.time.now() + 1h}, "attendants");
  REQUIRE(people.size() == 2);
  CHECK(word(people[0], "username") == "budi");
  const auto found = items(people[0], "indicators");
  const auto under = std::ranges::find_if(
      found, [](const auto& item) { return word(item, "kind") == "undercharged"; });
  REQUIRE(under != found.end());
  CHECK(number(*under, "count") == 20);
  CHECK(number(*under, "expected") == 0);
  CHECK(member(*under, "outside") == "true");
  // The records behind the number.
  const auto look = member(*under, "look");
  CHECK(word(look, "kind") == "session.list");
  protocol::session_list what;
  what.is_by_exit = true;
  what.exit_by = "budi";
  what.amount = protocol::amount_filter::under;
  what.window.from = start;
  CHECK(s.list(what, "sessions").size() == 20);
}

TEST_CASE("a draft tariff is tried on the stays that were paid", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  const auto start = s.time.now();
  for (int i = 0; i < 6; ++i) {
    const auto id = enter(s, budi, "B " + std::to_string(100 + i) + " A");
    s.time.advance(30min);
    s.accept(s.make(budi, exit_of(id, 5'000)));
  }
  protocol::tariff_replay what;
  for (const auto& tariff : given(s.reader().configuration()).document.tariffs)
    if (tariff.vehicle == domain::vehicle_class::mobil)
      what.draft = tariff;
  what.draft.first_amt = rupiah{6'000};
  what.from = start;
  what.to = s.time.now() + 1h;
  what.limit = 4;
  std::int64_t stays = 0;
  std::int64_t after = 0;
  auto data = s.ask(what);
  CHECK(number(data, "total") == 6);
  for (;;) {
    stays += number(data, "stays");
    after += number(data, "after_draft");
    CHECK(number(data, "dearer") == number(data, "stays"));
    what.after = protocol::string_of(member(data, "next"));
    if (!what.after)
      break;
    data = s.ask(what);
  }
  CHECK(stays == 6);
  CHECK(after == 6 * 6'000);
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
