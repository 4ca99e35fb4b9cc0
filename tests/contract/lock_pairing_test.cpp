// Which record belongs to which command, session or car, in whatever order they come.
#include "tests/contract/openings.hpp"

#include <algorithm>
#include <functional>
#include <random>
#include <set>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::alert_kind;
using protocol::opening_cause;
using protocol::opening_state;

TEST_CASE("a command whose outcome was unknown is confirmed by the lock's record", "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  const auto done = s.commit({s.make(budi, open_for("uji coba"))});
  const auto command = done.commands.front().id;
  using protocol::command_state;
  REQUIRE(s.writer().settle_command(command, command_state::sent, "", s.time.now()));
  REQUIRE(s.writer().settle_command(command, command_state::unknown, "timeout", s.time.now()));
  const auto told = s.call_back({lock_record_of("11", lock_type::remote, s.time.now() + 2s)});
  const auto kinds = kinds_of(told.events);
  CHECK(std::ranges::count(kinds, "gate.opened") == 1);
  const auto o = only(s.openings("11")).shown;
  CHECK(o.state == opening_state::explained);
  CHECK(o.cause == opening_cause::test);
  CHECK(o.command_id == command);
  const auto late = s.writer().settle_command(command, command_state::failed, "", s.time.now());
  REQUIRE(late);
  CHECK(late->events.empty());
}

TEST_CASE("a command that is known to have failed is not missed", "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  const auto done = s.commit({s.make(budi, open_for("tamu"))});
  REQUIRE(s.writer().settle_command(done.commands.front().id, protocol::command_state::failed,
                                    "no gateway", s.time.now()));
  judge_all(s);
  CHECK(s.openings("11").empty());
  CHECK(s.alerts(alert_kind::no_opening).empty());
}

TEST_CASE("a command for a session joins its opening; once that was seen it is a second one",
          "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  const auto session = enter(s, budi, "B 1 A", s.time.now());
  protocol::gate_open_data open;
  open.gate_id = "in-1";
  open.session_id = session;
  s.time.advance(20s);
  s.commit({s.make(budi, open)});
  CHECK(only(s.openings("11")).shown.command_id);
  s.call_back({lock_record_of("11", lock_type::remote, s.time.now() + 2s)});
  CHECK(only(s.openings("11")).shown.cause == opening_cause::entry);
  s.time.advance(2min);
  s.commit({s.make(budi, open)});
  s.call_back({lock_record_of("11", lock_type::remote, s.time.now() + 2s)});
  const auto all = s.openings("11");
  REQUIRE(all.size() == 2);
  CHECK(all[1].shown.cause == opening_cause::manual);
  CHECK(all[1].shown.state == opening_state::explained);
}

TEST_CASE("a voided session waits for nothing, what it explained keeps the story", "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  auto wati = s.log_in("wati");
  const auto waiting = enter(s, budi, "B 1 A", s.time.now());
  s.time.advance(5min);
  const auto seen = enter(s, budi, "B 2 A", s.time.now());
  s.call_back({lock_record_of("11", lock_type::button, s.time.now())});
  s.accept(s.make(wati, protocol::void_data{waiting, "salah"}));
  s.accept(s.make(wati, protocol::void_data{seen, "salah"}));
  const auto o = only(s.openings("11")).shown;
  CHECK(o.session_id == seen);
  CHECK(o.state == opening_state::explained);
  CHECK(o.note == "the session was voided");
}

TEST_CASE("a merge moves openings, and a gate that is held open expects none", "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  auto wati = s.log_in("wati");
  const auto keep = enter(s, budi, "B 1 A", s.time.now());
  s.time.advance(5min);
  s.accept(s.make(wati, protocol::gate_mode_data{"in-1", protocol::gate_mode::held_open}));
  enter(s, budi, "B 2 A", s.time.now());
  CHECK(s.openings("11").size() == 1);
  s.accept(s.make(wati, protocol::gate_mode_data{"in-1", protocol::gate_mode::automatic}));
  s.time.advance(5min);
  const auto drop = enter(s, budi, "B 3 A", s.time.now());
  s.accept(s.make(wati, protocol::merge_data{keep, drop, "sama"}));
  CHECK(only(s.openings("11")).shown.session_id == keep);
}

TEST_CASE("of two sessions that were one car, one entry is waited for", "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  auto wati = s.log_in("wati");
  const auto keep = enter(s, budi, "B 1 A", s.time.now());
  const bool was_seen = GENERATE(false, true);
  if (was_seen)
    s.call_back({lock_record_of("11", lock_type::button, s.time.now() + 2s)});
  s.time.advance(1min);
  const auto drop = enter(s, budi, "B 1 AA", s.time.now());
  if (!was_seen)
    s.call_back({lock_record_of("11", lock_type::button, s.time.now() + 2s)});
  s.time.advance(4min);
  s.discover(true);
  s.scan("11", s.time.now() - 1h, s.time.now() + 1h, {});
  s.judge();
  const bool was_told = !s.alerts(alert_kind::no_opening).empty();
  s.accept(s.make(wati, protocol::merge_data{keep, drop, "sama"}));
  const auto o = only(s.openings("11")).shown;
  CHECK(o.session_id == keep);
  CHECK(o.state == opening_state::explained);
  judge_all(s);
  CHECK(s.alerts(alert_kind::no_opening).empty());
  CHECK(s.alerts(alert_kind::no_opening, false).size() == (was_told ? 1 : 0));
}

TEST_CASE("cars that follow each other keep their own records, though those come crosswise",
          "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  const auto at = s.time.now();
  const auto button = [&](milliseconds since) {
    s.call_back({lock_record_of("11", lock_type::button, at + since)});
  };
  const auto first = enter(s, budi, "B 1 A", at);
  button(25s);
  CHECK(only(s.openings("11")).shown.session_id == first);
  s.time.advance(20s);
  const auto second = enter(s, budi, "B 2 A", s.time.now());
  REQUIRE(s.openings("11").size() == 2); // the record went to the second, the first waits again
  CHECK(s.openings("11")[0].shown.state == opening_state::awaiting_record);
  CHECK(s.openings("11")[1].shown.session_id == second);
  button(5s);
  const auto all = s.openings("11");
  REQUIRE(all.size() == 2);
  CHECK(all[0].shown.session_id == first);
  CHECK(all[1].shown.session_id == second);
  judge_all(s);
  CHECK(s.alerts(alert_kind::unexplained_opening).empty());
  CHECK(s.alerts(alert_kind::no_opening).empty());
}

TEST_CASE("an exit expects the exit gate's lock to open", "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  const auto session = enter(s, budi, "B 1 A", s.time.now());
  s.time.advance(2h);
  s.accept(s.make(budi, exit_of(session, 5'000)));
  s.call_back({lock_record_of("12", lock_type::button, s.time.now() + 1s)});
  const auto o = only(s.openings("12")).shown;
  CHECK(o.cause == opening_cause::exit);
  CHECK(o.session_id == session);
  CHECK(o.state == opening_state::explained);
}

TEST_CASE("late records and late causes in any order give the same end", "[opening][property]") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  struct happening {
    char kind;
    instant at;
    int number;
  };
  std::vector<happening> all;
  auto at = from_ms(1'742'785'200'000) + 1h;
  for (int i = 0; i < 14; ++i) {
    at += std::chrono::seconds{3 + random() % 60};
    constexpr std::string_view kinds = "eebcnrx";
    const auto kind = kinds[random() % kinds.size()];
    all.push_back({kind, at, i});
    if (kind == 'e' && random() % 5 != 0) // most cars are let in
      all.push_back({'b', at + std::chrono::seconds{random() % 20}, 100 + i});
  }
  std::set<std::string> ends;
  for (int order = 0; order < 5; ++order) {
    lock_site s;
    auto budi = s.log_in("budi");
    s.time.advance(4h);
    s.discover(true);
    if (order > 0)
      std::ranges::shuffle(all, random);
    std::map<uuid, int> sessions;
    for (const auto& h : all) {
      s.time.advance(1s);
      const auto take = [&](int type, std::string who = {}) {
        s.call_back({lock_record_of("11", type, h.at, std::move(who))});
      };
      switch (h.kind) {
      case 'e':
        sessions[enter(s, budi, "B " + std::to_string(100 + h.number) + " A", h.at)] = h.number;
        break;
      case 'b':
        take(lock_type::button);
        break;
      case 'c':
        take(lock_type::card);
        break;
      case 'n':
        take(lock_type::card, "Jonas");
        break;
      case 'r':
        take(lock_type::remote);
        break;
      default:
        take(lock_type::key);
      }
      if (random() % 3 == 0) {
        s.time.advance(4min);
        s.judge();
      }
    }
    judge_all(s);
    std::string end;
    std::map<alert_kind, std::size_t> alerts;
    std::set<uuid> used;
    for (const auto& row : s.openings("11")) {
      const auto& o = row.shown;
      end += std::to_string(to_ms(o.at)) + std::string{to_string(o.state)}
             + (o.session_id ? std::to_string(sessions.at(*o.session_id)) : o.who) + "\n";
      CHECK(o.state != opening_state::awaiting_cause);
      CHECK(o.state != opening_state::awaiting_record);
      if (o.state != opening_state::alarmed)
        CHECK((o.state == opening_state::explained)
              == (o.cause != opening_cause::none && o.record_id));
      if (o.session_id)
        CHECK(used.insert(*o.session_id).second);
      if (o.state == opening_state::unexplained)
        ++alerts[alert_kind::unexplained_opening];
      if (o.state == opening_state::no_opening)
        ++alerts[alert_kind::no_opening];
      if (o.state == opening_state::alarmed)
        ++alerts[alert_kind::forced_opening];
    }
    CHECK(used.size() == sessions.size());
    for (const auto kind :
         {alert_kind::unexplained_opening, alert_kind::no_opening, alert_kind::forced_opening})
      CHECK(s.alerts(kind).size() == alerts[kind]);
    ends.insert(end);
  }
  CHECK(ends.size() == 1);
}
