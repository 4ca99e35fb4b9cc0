// Every unlock has one cause or one alert; every transaction its opening, or an alert where
// somebody could have heard it.
#include "tests/contract/openings.hpp"

#include "shared/protocol/codec.hpp"
#include "tests/server/ttlock/samples.hpp"

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::alert_kind;
using protocol::opening_cause;
using protocol::opening_state;

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
