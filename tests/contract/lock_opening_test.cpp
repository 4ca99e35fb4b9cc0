// Every unlock has one cause or one alert; every transaction its opening, or an alert where
// somebody could have heard it.
#include "tests/contract/lock_site.hpp"

#include "shared/protocol/codec.hpp"
#include "tests/server/ttlock/samples.hpp"

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

namespace {

protocol::gate_open_data open_for(std::string reason) {
  protocol::gate_open_data out;
  out.gate_id = "in-1";
  out.reason = std::move(reason);
  return out;
}

/// An entry through in-1, as if it had happened at `at`.
uuid enter(lock_site& s, worker& by, const std::string& plate, instant at) {
  const auto id = make_uuid_v7(at);
  auto entry = s.make(by, entry_of(plate, id));
  entry.content.taken_at = at;
  entry.content.is_offline = at != s.time.now();
  // A server-set clock would vouch for its time: then an older record looks wrong.
  entry.content.clock.source = protocol::clock_source::monotonic;
  site::sign(entry);
  s.accept(entry);
  return id;
}

/// Judges until nothing can wait any more.
void judge_all(lock_site& s) {
  for (const auto wait : {4min, 31min, 2min}) {
    s.time.advance(wait);
    s.discover(true);
    s.judge();
  }
}

const storage::stored_opening& only(const std::vector<storage::stored_opening>& all) {
  REQUIRE(all.size() == 1);
  return all.front();
}

} // namespace

TEST_CASE("an entry and the lock's record become one explained opening, either half first",
          "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  const auto at = s.time.now();
  const auto record = lock_record_of("11", lock_type::button, at + 4s);
  uuid session;
  SECTION("the entry first") {
    session = enter(s, budi, "B 1 A", at);
    CHECK(only(s.openings("11")).shown.state == opening_state::awaiting_record);
    s.call_back({record});
  }
  SECTION("the record first") {
    s.call_back({record});
    CHECK(only(s.openings("11")).shown.state == opening_state::awaiting_cause);
    session = enter(s, budi, "B 1 A", at);
  }
  const auto o = only(s.openings("11")).shown;
  CHECK(o.state == opening_state::explained);
  CHECK(o.cause == opening_cause::entry);
  CHECK(o.session_id == session);
  CHECK(o.record_id == s.records("11").front().id);
  CHECK(s.records("11").front().opening_id == o.id);
  judge_all(s);
  CHECK(s.alerts(alert_kind::unexplained_opening).empty());
  CHECK(s.alerts(alert_kind::no_opening).empty());
}

TEST_CASE("an opening that nothing explains is told, and settles when its entry comes hours later",
          "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  const auto at = s.time.now();
  s.call_back({lock_record_of("11", lock_type::button, at + 4s)});
  s.time.advance(1min);
  CHECK(s.judge().events.empty());
  s.time.advance(2min);
  s.judge();
  s.judge();
  const auto raised = s.alerts(alert_kind::unexplained_opening);
  REQUIRE(raised.size() == 1);
  CHECK(raised.front().refers.gate_id == "in-1");
  CHECK(raised.front().refers.lock_id == "11");
  s.time.advance(5h);
  enter(s, budi, "B 1 A", at);
  CHECK(s.alerts(alert_kind::unexplained_opening).empty());
  const auto resolved = s.alerts(alert_kind::unexplained_opening, false);
  REQUIRE(resolved.size() == 1);
  CHECK(resolved.front().note == "what explains it arrived");
  CHECK(only(s.openings("11")).shown.state == opening_state::explained);
}

TEST_CASE("a car without an opening is told where the lock was heard, after a look", "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  const auto at = s.time.now();
  enter(s, budi, "B 1 A", at);
  s.time.advance(4min);
  s.judge();
  CHECK(s.alerts(alert_kind::no_opening).empty());
  const auto suspected = s.facts().suspicions;
  REQUIRE(suspected.size() == 1);
  CHECK(suspected.front().lock_id == "11");
  CHECK(suspected.front().at == at);
  s.time.advance(10min);
  s.discover(true);
  s.judge();
  CHECK(s.alerts(alert_kind::no_opening).empty()); // nobody has looked
  SECTION("the look finds it") {
    s.scan("11", at - 1h, at + 1h, {lock_record_of("11", lock_type::button, at + 3s)});
    CHECK(s.facts().suspicions.empty());
    judge_all(s);
    CHECK(s.alerts(alert_kind::no_opening).empty());
    CHECK(only(s.openings("11")).shown.state == opening_state::explained);
  }
  SECTION("the look finds nothing, and the record comes all the same later") {
    s.scan("11", at - 1h, at + 1h, {});
    CHECK(s.facts().suspicions.empty());
    s.time.advance(1min);
    s.judge();
    const auto raised = s.alerts(alert_kind::no_opening);
    REQUIRE(raised.size() == 1);
    CHECK(raised.front().text_en.find("B 1 A") != std::string::npos);
    CHECK(only(s.openings("11")).shown.state == opening_state::no_opening);
    s.call_back({lock_record_of("11", lock_type::button, at + 3s)});
    CHECK(s.alerts(alert_kind::no_opening).empty());
    CHECK(only(s.openings("11")).shown.state == opening_state::explained);
  }
  SECTION("nobody can look: coverage alone decides") {
    s.time.advance(20min);
    s.discover(true);
    s.judge();
    CHECK(s.alerts(alert_kind::no_opening).size() == 1);
  }
}

TEST_CASE("nothing is judged in a blind hour", "[opening][coverage]") {
  lock_site s;
  auto budi = s.log_in("budi");
  s.time.advance(1h);
  s.discover(false);
  const auto at = s.time.now();
  enter(s, budi, "B 1 A", at);
  for (int i = 0; i < 90; ++i) {
    s.time.advance(1min);
    CHECK(s.judge().events.empty());
  }
  CHECK(s.facts().suspicions.empty());
  s.discover(true);
  s.time.advance(3min);
  s.scan("11", at - 3h, at + 3h, {lock_record_of("11", lock_type::button, at + 3s)});
  judge_all(s);
  CHECK(s.alerts(alert_kind::no_opening).empty());
  CHECK(s.alerts(alert_kind::unexplained_opening).empty());
}

TEST_CASE("who opens with a name is explained by it, who has none is not", "[opening]") {
  lock_site s;
  const auto at = s.time.now();
  s.call_back({lock_record_of("11", lock_type::card, at, "Jonas"),
               lock_record_of("11", lock_type::card, at + 10s)});
  judge_all(s);
  const auto all = s.openings("11");
  REQUIRE(all.size() == 2);
  CHECK(all[0].shown.cause == opening_cause::person);
  CHECK(all[0].shown.who == "Jonas");
  CHECK(all[1].shown.state == opening_state::unexplained);
  CHECK(s.alerts(alert_kind::unexplained_opening).size() == 1);
}

TEST_CASE("force is told at once, at any lock, and needs no cause", "[opening]") {
  lock_site s;
  const auto at = s.time.now();
  s.call_back({lock_record_of("11", lock_type::key, at)});
  s.call_back({lock_record_of("13", lock_type::tamper, at)});
  s.call_back({lock_record_of("13", lock_type::button, at)});
  const auto alerts = s.alerts(alert_kind::forced_opening);
  REQUIRE(alerts.size() == 2);
  CHECK(alerts.front().level == protocol::severity::critical);
  judge_all(s);
  CHECK(s.alerts(alert_kind::unexplained_opening).empty());
  CHECK(only(s.openings("11")).shown.state == opening_state::alarmed);
  CHECK(only(s.openings("13")).shown.state == opening_state::alarmed);
}

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

TEST_CASE("a car let in with the mechanical key alarms, and is not missed", "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  const auto at = s.time.now();
  const auto key = lock_record_of("11", lock_type::key, at + 4s);
  uuid session;
  SECTION("the entry first") {
    session = enter(s, budi, "B 1 A", at);
    s.call_back({key});
  }
  SECTION("the key first") {
    s.call_back({key});
    session = enter(s, budi, "B 1 A", at);
  }
  SECTION("told as missing before the record came") {
    session = enter(s, budi, "B 1 A", at);
    judge_all(s);
    REQUIRE(s.alerts(alert_kind::no_opening).size() == 1);
    s.call_back({key});
  }
  const auto o = only(s.openings("11")).shown;
  CHECK(o.state == opening_state::alarmed);
  CHECK(o.session_id == session);
  judge_all(s);
  CHECK(s.alerts(alert_kind::no_opening).empty());
  CHECK(s.alerts(alert_kind::forced_opening).size() == 1);
}

TEST_CASE("a car that was let in as usual needs no key", "[opening]") {
  lock_site s;
  auto budi = s.log_in("budi");
  const auto at = s.time.now();
  s.call_back({lock_record_of("11", lock_type::key, at + 2s)});
  const auto session = enter(s, budi, "B 1 A", at);
  s.call_back({lock_record_of("11", lock_type::button, at + 6s)});
  const auto all = s.openings("11");
  REQUIRE(all.size() == 2);
  CHECK(all[0].shown.state == opening_state::alarmed);
  CHECK_FALSE(all[0].shown.session_id);
  CHECK(all[1].shown.state == opening_state::explained);
  CHECK(all[1].shown.session_id == session);
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

TEST_CASE("a real callback and the documented batch are taken as they are", "[opening][sample]") {
  lock_site s;
  const auto take = [&](const std::string& file, std::string_view type) {
    ledger::lock_intake intake;
    intake.received_at = s.time.now();
    intake.content = *ttlock::read_callback(sample(file), type, {});
    return given(s.locks().take(std::span{&intake, 1}));
  };
  take("01-callback-card-raw-form.txt", "application/x-www-form-urlencoded");
  const auto card = s.records("7252408");
  REQUIRE(card.size() == 1);
  CHECK(card.front().who == "Jonas");
  CHECK(card.front().battery == 93);
  CHECK(card.front().lock_at == from_ms(1'680'810'186'000));
  CHECK(card.front().late_by_ms > 0);
  CHECK(s.lock("7252408").battery == 93);
  const auto off = take("06-callback-gateway-online-offline-fields.txt", "");
  CHECK(kinds_of(off.events).front() == "gateway.offline");
  CHECK(take("06-callback-gateway-online-offline-fields.txt", "").events.empty());
}
