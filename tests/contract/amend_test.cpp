#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::session_status;

namespace {

uuid enter(site& s, worker& by, std::string plate, bool is_offline = false) {
  const auto id = make_uuid_v7(s.time.now());
  auto made = s.make(by, entry_of(std::move(plate), id));
  made.content.is_offline = is_offline;
  s.accept(made);
  return id;
}

std::vector<protocol::audit_entry> audit(site& s, std::string action) {
  protocol::audit_list what;
  what.action = std::move(action);
  std::vector<protocol::audit_entry> out;
  for (const auto& item : s.list(what, "entries"))
    out.push_back(*protocol::decode_audit_entry(item));
  return out;
}

} // namespace

TEST_CASE("a voided session stays as history and leaves the zone", "[amend]") {
  site s;
  auto wati = s.log_in("wati");
  const auto id = enter(s, wati, "B 1 A");
  CHECK(s.refuse(s.make(wati, protocol::void_data{id, ""})).field == "data.reason");
  const auto done = s.commit({s.make(wati, protocol::void_data{id, "salah tekan"})});
  CHECK(kinds_of(done.events) == std::vector<std::string>{"session.voided", "gate.occupancy"});
  CHECK(s.session(id).status == session_status::voided);
  CHECK(s.reader().gates()->front().occupancy == 0);
  CHECK(s.refuse(s.make(wati, protocol::void_data{id, "lagi"})).code == errc::invalid);
  CHECK(s.refuse(s.make(wati, exit_of(id, 0))).code == errc::already_exited);
  const auto lines = audit(s, "void");
  REQUIRE(lines.size() == 1);
  CHECK(lines.front().actor == "wati");
  CHECK(lines.front().reason == "salah tekan");
  CHECK(protocol::decode_session(lines.front().before)->status == session_status::open);
}

TEST_CASE("a corrected plate is searched by its new key", "[amend]") {
  site s;
  auto wati = s.log_in("wati");
  const auto id = enter(s, wati, "B 1 A");
  protocol::correct_data change{id, "D 77 ZZ", std::nullopt, std::nullopt, "salah baca"};
  s.accept(s.make(wati, change));
  CHECK(s.session(id).plate_key == "D77ZZ");
  CHECK(s.session(id).version == 2);
  CHECK(enter(s, wati, "B 1 A") != id);
  change.plate = "%";
  CHECK(s.refuse(s.make(wati, change)).code == errc::bad_plate);
  change.plate.reset();
  CHECK(s.refuse(s.make(wati, change)).field == "data.changes");
}

TEST_CASE("a correction of a closed session prices it again and tells the difference", "[amend]") {
  site s;
  auto wati = s.log_in("wati");
  const auto id = enter(s, wati, "B 1 A");
  s.time.advance(125min);
  s.accept(s.make(wati, exit_of(id, 9'000)));
  s.accept(s.make(wati, protocol::correct_data{id, std::nullopt, "MOTOR", std::nullopt, "motor"}));
  CHECK(s.session(id).fee == rupiah{4'000});
  REQUIRE(s.alerts(protocol::alert_kind::fee_difference).size() == 1);

  s.accept(
      s.make(wati, protocol::correct_data{id, std::nullopt, "MOBIL", std::nullopt, "mobil juga"}));
  CHECK(s.session(id).fee == rupiah{9'000});
  CHECK(s.alerts(protocol::alert_kind::fee_difference).empty());

  const auto earlier = s.time.now() - 185min;
  s.accept(
      s.make(wati, protocol::correct_data{id, std::nullopt, std::nullopt, earlier, "jam salah"}));
  CHECK(s.session(id).fee == rupiah{11'000});
  const auto after_exit = s.time.now() + 1min;
  CHECK(s.refuse(
             s.make(wati, protocol::correct_data{id, std::nullopt, std::nullopt, after_exit, "x"}))
            .field
        == "data.changes.entered_at");
}

TEST_CASE("a class that is corrected while inside moves its count", "[amend]") {
  site s;
  auto wati = s.log_in("wati");
  const auto id = enter(s, wati, "B 1 A");
  s.accept(s.make(wati, protocol::correct_data{id, std::nullopt, "TRUK", std::nullopt, "truk"}));
  s.accept(s.make(wati, exit_of(id, 0)));
  s.reopen();
  CHECK(s.reader().gates()->front().occupancy == 0);
}

TEST_CASE("a merge keeps one session, links the other and resolves the duplicate", "[amend]") {
  site s;
  auto wati = s.log_in("wati");
  const auto keep = enter(s, wati, "B 1 A");
  const auto drop = enter(s, wati, "B 1 A", true);
  REQUIRE(s.alerts(protocol::alert_kind::duplicate).size() == 1);
  s.accept(s.make(wati, protocol::merge_data{keep, drop, "orang yang sama"}));
  CHECK(s.session(drop).status == session_status::merged);
  CHECK(s.session(drop).merged_into == keep);
  CHECK(s.session(keep).status == session_status::open);
  CHECK(s.alerts(protocol::alert_kind::duplicate).empty());
  CHECK(s.reader().gates()->front().occupancy == 1);
  CHECK(s.refuse(s.make(wati, protocol::merge_data{keep, drop, "lagi"})).field == "data.drop");
  CHECK(s.refuse(s.make(wati, protocol::merge_data{keep, keep, "diri"})).field == "data.drop");
}

TEST_CASE("a merge joins an entry with the exit that was recorded apart", "[amend]") {
  site s;
  auto wati = s.log_in("wati");
  const auto entered = enter(s, wati, "B 1 A");
  s.time.advance(125min);
  const auto orphan = make_uuid_v7(s.time.now());
  auto exit = s.make(wati, exit_of(orphan, 7'000));
  exit.content.is_offline = true;
  s.accept(exit);
  s.accept(s.make(wati, protocol::merge_data{entered, orphan, "satu kendaraan"}));
  const auto whole = s.session(entered);
  CHECK(whole.status == session_status::closed);
  CHECK(whole.charged == rupiah{7'000});
  CHECK(whole.fee == rupiah{9'000});
  CHECK(s.alerts(protocol::alert_kind::exit_without_entry).empty());
  CHECK(s.alerts(protocol::alert_kind::fee_difference).size() == 1);
  CHECK(s.reader().gates()->front().occupancy == 0);
  CHECK(s.refuse(s.make(wati, exit_of(orphan, 0))).code == errc::already_exited);
}

TEST_CASE("an alert is resolved once, with a note", "[amend]") {
  site s;
  auto wati = s.log_in("wati");
  enter(s, wati, "B 1 A");
  enter(s, wati, "B 1 A", true);
  const auto alert = s.alerts(protocol::alert_kind::duplicate).front();
  const auto yes =
      s.accept(s.make(wati, protocol::alert_resolve_data{alert.id, "dua motor kembar"}));
  CHECK(protocol::decode_alert(*protocol::member_of(yes.data, "alert"))->note
        == "dua motor kembar");
  CHECK(s.alerts(protocol::alert_kind::duplicate).empty());
  CHECK(s.refuse(s.make(wati, protocol::alert_resolve_data{alert.id, "lagi"})).code
        == errc::invalid);
  CHECK(s.refuse(s.make(wati, protocol::alert_resolve_data{make_uuid_v7(s.time.now()), ""})).code
        == errc::unknown_alert);
}
