// What becomes of records, batteries, clocks and gateways that the TTLock side tells of.
#include "tests/contract/lock_site.hpp"

#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <random>
#include <set>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::alert_kind;

namespace {

std::size_t count(const ledger::committed& done, std::string_view kind) {
  const auto kinds = kinds_of(done.events);
  return static_cast<std::size_t>(std::ranges::count(kinds, kind));
}

ttlock::lock_record with_battery(ttlock::lock_record r, int percent) {
  r.battery = percent;
  return r;
}

ttlock::lock_record listed(ttlock::lock_record r, std::int64_t id) {
  r.cloud_record_id = id;
  return r;
}

} // namespace

TEST_CASE("a callback's records are taken once, whatever repeats them", "[lock]") {
  lock_site s;
  const auto button = lock_record_of("12", lock_type::button, s.time.now());
  const auto closed = lock_record_of("12", lock_type::auto_lock, s.time.now() + 5s);
  const auto first = s.call_back({button, closed, button});
  CHECK(count(first, "lock.record") == 2);
  CHECK(s.call_back({closed, button}).events.empty());
  CHECK(s.records("12").size() == 2);
  CHECK(s.lock("12").state == protocol::lock_state::locked);
  const auto other = s.call_back({lock_record_of("99", lock_type::button, s.time.now())});
  CHECK(kinds_of(other.events).front() == "lock.record");
  CHECK(s.records("99").size() == 1);
  CHECK(s.openings("99").empty());
}

TEST_CASE("a list's ids tell equal records apart, and name those that a callback brought",
          "[lock]") {
  lock_site s;
  const auto button = lock_record_of("12", lock_type::button, s.time.now());
  s.call_back({button});
  const auto from = s.time.now() - 1h;
  const auto to = s.time.now() + 1h;
  s.time.advance(1min);
  CHECK(count(s.scan("12", from, to, {listed(button, 501), listed(button, 502)}), "lock.record")
        == 1);
  CHECK(s.scan("12", from, to, {listed(button, 502), listed(button, 501)}).events.empty());
  CHECK(s.call_back({button}).events.empty());
  CHECK(s.records("12").size() == 2);
}

TEST_CASE("callbacks and pages in any order, repeated, give the same records", "[lock][property]") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  std::vector<ttlock::lock_record> made;
  const auto start = from_ms(1'742'785'200'000) - 10h;
  for (int i = 0; i < 40; ++i)
    made.push_back(listed(lock_record_of("12", random() % 2 == 0 ? lock_type::auto_lock : 30,
                                         start + std::chrono::seconds{random() % 20}),
                          1'000 + i));
  std::set<std::multiset<std::string>> ends;
  for (int world = 0; world < 6; ++world) {
    lock_site s;
    auto arriving = made;
    for (const auto& r : made)
      if (random() % 2 == 0) {
        arriving.push_back(r);
        arriving.back().cloud_record_id.reset();
      }
    std::ranges::shuffle(arriving, random);
    for (const auto& r : arriving) {
      s.time.advance(1s);
      if (r.cloud_record_id)
        s.scan("12", start, start + 1h, {r});
      else
        s.call_back({r});
    }
    std::multiset<std::string> end;
    for (const auto& r : s.records("12"))
      end.insert(std::to_string(r.type_from_lock) + "@" + std::to_string(to_ms(r.lock_at)));
    ends.insert(end);
    CHECK(end.size() == made.size());
  }
  CHECK(ends.size() == 1);
}

TEST_CASE("prompt records set the lock's clock, late ones are marked and do not", "[lock]") {
  lock_site s;
  s.time.advance(1h);
  auto fast = lock_record_of("12", lock_type::auto_lock, s.time.now() + 80s);
  fast.server_at = s.time.now();
  s.call_back({fast});
  const auto offset = s.lock("12").clock_offset;
  REQUIRE(offset);
  CHECK(std::chrono::abs(*offset - 80s) < 2s);
  const auto r = s.records("12").front();
  CHECK(std::chrono::abs(r.corrected_at - s.time.now()) < 2s);
  CHECK(r.late_by_ms == 0);
  auto late = lock_record_of("12", lock_type::auto_lock, s.time.now() - 30min);
  late.server_at = s.time.now();
  s.call_back({late});
  CHECK(s.lock("12").clock_offset == offset);
  CHECK(s.records("12").back().late_by_ms > 30 * 60 * 1'000);
  REQUIRE(s.locks().note_reading({"12", std::nullopt, 3s, s.time.now()}));
  CHECK(s.lock("12").clock_offset == 3s);
  CHECK(s.lock("12").clock_measured_at == s.time.now());
}

TEST_CASE("what was pulled, or may be a gateway's backlog, says nothing of the lock's clock",
          "[lock]") {
  lock_site s;
  s.time.advance(20min);
  s.call_back({lock_record_of("12", lock_type::auto_lock, s.time.now())});
  const auto offset = s.lock("12").clock_offset;
  s.time.advance(20min);
  auto slow = lock_record_of("12", lock_type::auto_lock, s.time.now() - 100s);
  slow.server_at = s.time.now();
  SECTION("pulled") {
    s.scan("12", s.time.now() - 1h, s.time.now(), {slow});
  }
  SECTION("its gateway has just come back") {
    s.discover(false);
    s.discover(true);
    s.call_back({slow});
  }
  SECTION("the cloud has just come back") {
    REQUIRE(s.locks().note_gap({"cloud", s.time.now() - 3min, s.time.now() - 1s}));
    s.call_back({slow});
  }
  SECTION("the cloud gives it the lock's own date") {
    slow.server_at = slow.lock_at;
    s.call_back({slow});
  }
  SECTION("made before the clock was read, and set") {
    REQUIRE(s.locks().note_reading({"12", std::nullopt, *offset, s.time.now() - 1s}));
    s.call_back({slow});
  }
  CHECK(s.records("12").size() == 2);
  CHECK(s.lock("12").clock_offset == offset);
}

TEST_CASE("a battery is told low once and fine again, by the newest record alone", "[lock]") {
  lock_site s;
  const auto report = [&](int percent, milliseconds ago = 0s) {
    s.time.advance(1min);
    return s.call_back(
        {with_battery(lock_record_of("12", lock_type::auto_lock, s.time.now() - ago), percent)});
  };
  CHECK(count(report(21), "lock.battery_low") == 0);
  CHECK(count(report(20), "lock.battery_low") == 1);
  CHECK(count(report(19), "lock.battery_low") == 0);
  CHECK(s.alerts(alert_kind::battery_low).size() == 1);
  report(24);
  report(90, 10min);
  CHECK(s.alerts(alert_kind::battery_low).size() == 1);
  CHECK(s.lock("12").battery == 24);
  report(25);
  CHECK(s.alerts(alert_kind::battery_low).empty());
}

TEST_CASE("a lock's state is told when it changes", "[lock]") {
  lock_site s;
  const auto now = s.time.now();
  CHECK(count(s.call_back({lock_record_of("12", lock_type::button, now)}), "lock.state") == 1);
  CHECK(count(s.call_back({lock_record_of("12", lock_type::button, now + 1s)}), "lock.state") == 0);
  CHECK(s.lock("12").state == protocol::lock_state::unlocked);
  const auto read = s.locks().note_reading({"12", protocol::lock_state::locked, {}, now + 9s});
  REQUIRE(read);
  CHECK(kinds_of(read->events) == std::vector<std::string>{"lock.state"});
}

TEST_CASE("a gateway that goes offline leaves a gap since it was last heard, and catches up",
          "[gateway]") {
  lock_site s;
  const auto seen = s.time.now();
  s.time.advance(20min);
  s.discover(true);
  s.time.advance(40min);
  const auto gone = s.notice(false);
  CHECK(count(gone, "gateway.offline") == 1);
  CHECK(count(s.notice(false), "gateway.offline") == 0);
  auto facts = s.facts();
  REQUIRE(facts.gaps.size() == 1);
  CHECK(facts.gaps.front().source == "gateway/88");
  CHECK(facts.gaps.front().from == seen + 25min); // 35 min before the notice
  const auto alerts = s.alerts(alert_kind::gateway_offline);
  REQUIRE(alerts.size() == 1);
  CHECK(alerts.front().refers.gateway_id == "88");
  CHECK(alerts.front().text_en.find("Masuk 1, Keluar 1") != std::string::npos);

  const auto made = s.time.now() - 5min;
  s.time.advance(10min);
  CHECK(count(s.discover(true), "gateway.online") == 1);
  CHECK(s.alerts(alert_kind::gateway_offline).empty());
  facts = s.facts();
  CHECK(facts.gaps.front().to == s.time.now());
  const auto late = s.call_back({lock_record_of("12", lock_type::auto_lock, made),
                                 lock_record_of("12", lock_type::auto_lock, made + 1min)});
  CHECK(count(late, "gateway.caught_up") == 1);
  CHECK(s.facts().gateways.front().late_records == 2);
}

TEST_CASE("the list's word lags: its gap begins where a record last proved the gateway",
          "[gateway]") {
  lock_site s;
  s.time.advance(12min);
  const auto proof = s.time.now();
  s.call_back({lock_record_of("12", lock_type::auto_lock, proof)});
  s.time.advance(3min);
  s.discover(false);
  CHECK(s.facts().gaps.front().from == proof);
}

TEST_CASE("locks that the cloud does not list any more are not waited for", "[lock]") {
  lock_site s;
  ledger::lock_discovery seen;
  seen.at = s.time.now();
  seen.locks.push_back({});
  seen.locks.back().id = "11";
  REQUIRE(s.locks().note_discovery(seen));
  CHECK(s.lock("11").discovered_at);
  CHECK_FALSE(s.lock("12").discovered_at);
  CHECK(s.facts().links.empty());
}

TEST_CASE("a look at the gateways alone says nothing of the locks", "[lock]") {
  lock_site s;
  ledger::lock_discovery seen;
  seen.at = s.time.now();
  seen.is_whole = false;
  seen.gateways.push_back({"88", "Menara", "", "", true, {}, {}, 0});
  REQUIRE(s.locks().note_discovery(seen));
  CHECK(s.lock("12").discovered_at);
  CHECK(s.facts().links.size() == 3);
}

TEST_CASE("a gateway that is offline keeps the links that the cloud no longer tells", "[gateway]") {
  lock_site s;
  ledger::lock_discovery seen;
  seen.at = s.time.now();
  seen.locks.push_back({});
  seen.locks.back().id = "11";
  seen.gateways.push_back({"88", "Menara", "", "", false, {}, {}, 0});
  REQUIRE(s.locks().note_discovery(seen));
  REQUIRE(s.facts().links.size() == 1);
  CHECK(s.facts().links.front().lock_id == "11");
  seen.gateways.front().is_online = true;
  REQUIRE(s.locks().note_discovery(seen));
  CHECK(s.facts().links.empty());
}

TEST_CASE("our own absences are noted once", "[gap]") {
  lock_site s;
  const auto from = s.time.now() - 1h;
  REQUIRE(s.locks().note_gap({"server", from, s.time.now()}));
  REQUIRE(s.locks().note_gap({"server", from, s.time.now()}));
  CHECK(s.facts().gaps.size() == 1);
  REQUIRE(s.locks().note_gap({"cloud", s.time.now(), std::nullopt}));
  REQUIRE(s.locks().note_gap({"cloud", s.time.now() + 1s, std::nullopt}));
  REQUIRE(s.locks().note_gap({"cloud", s.time.now(), s.time.now() + 1min}));
  const auto gaps = s.facts().gaps;
  REQUIRE(gaps.size() == 2);
  CHECK(gaps.back().from == s.time.now());
  CHECK(gaps.back().to == s.time.now() + 1min);
}

TEST_CASE("calls are never counted down, and a low quota is told once", "[quota]") {
  lock_site s;
  REQUIRE(s.locks().reserve_calls("2025-03", 500));
  REQUIRE(s.locks().reserve_calls("2025-03", 400));
  CHECK(s.facts().calls_this_month == 500);
  REQUIRE(s.locks().tell_quota(true, 27'000, 30'000, s.time.now()));
  REQUIRE(s.locks().tell_quota(true, 28'000, 30'000, s.time.now()));
  CHECK(s.alerts(alert_kind::quota_low).size() == 1);
  REQUIRE(s.locks().tell_quota(false, 0, 30'000, s.time.now()));
  CHECK(s.alerts(alert_kind::quota_low).empty());
}
