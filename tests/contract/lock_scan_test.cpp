// Re-scans of a lock's records: asked for by people or by a gap, resumable, honest about losses.
#include "tests/contract/lock_site.hpp"

#include "shared/protocol/codec.hpp"

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::alert_kind;

TEST_CASE("a scan goes on where it was, and ends once", "[scan]") {
  lock_site s;
  const auto now = s.time.now();
  const ledger::scan_request wanted{"12", "gap", now - 2h, now, "", now};
  const auto begun = given(s.locks().begin_scan(wanted));
  CHECK(given(s.locks().begin_scan(wanted)).id == begun.id);
  REQUIRE(s.locks().advance_scan({begun.id,
                                  {lock_record_of("12", lock_type::auto_lock, now - 1h)},
                                  false,
                                  std::nullopt,
                                  now}));
  s.reopen();
  const auto running = s.facts().running_scans;
  REQUIRE(running.size() == 1);
  CHECK(running.front().next_page == 2);
  CHECK(running.front().found == 1);
  CHECK(running.front().added == 1);
  REQUIRE(s.locks().advance_scan({begun.id, {}, true, std::nullopt, now + 1s}));
  CHECK(s.facts().running_scans.empty());
  REQUIRE(s.facts().done_scans.size() == 1);
  CHECK(s.facts().done_scans.front().ended_at == now + 1s);
  const auto again = s.locks().advance_scan(
      {begun.id, {lock_record_of("12", lock_type::auto_lock, now)}, true, std::nullopt, now + 2s});
  REQUIRE(again);
  CHECK(again->events.empty());
  CHECK(s.locks().advance_scan({make_uuid_v7(now), {}, true, {}, now}).error().code
        == errc::not_found);
}

TEST_CASE("a failed scan covers nothing and can be begun again", "[scan]") {
  lock_site s;
  const auto now = s.time.now();
  const ledger::scan_request wanted{"12", "gap", now - 2h, now, "", now};
  const auto begun = given(s.locks().begin_scan(wanted));
  REQUIRE(s.locks().advance_scan({begun.id, {}, false, "no answer", now}));
  CHECK(s.facts().done_scans.empty());
  CHECK(given(s.locks().begin_scan(wanted)).id != begun.id);
}

TEST_CASE("what a full lock squeezed out is told once, with its window", "[scan]") {
  lock_site s;
  s.time.advance(20min);
  s.discover(false);
  s.time.advance(10h);
  s.discover(true);
  s.time.advance(3min);
  const auto gap = s.facts().gaps.front();
  std::vector<ttlock::lock_record> kept;
  const auto oldest = gap.from + 4h;
  for (int i = 0; i < 500; ++i)
    kept.push_back(
        lock_record_of("12", lock_type::auto_lock, oldest + std::chrono::seconds{30 * i}));
  s.scan("12", gap.from - 1h, s.time.now() + 1h, kept);
  const auto lost = s.alerts(alert_kind::records_lost);
  REQUIRE(lost.size() == 1);
  CHECK(lost.front().refers.lock_id == "12");
  s.time.advance(15min);
  s.scan("12", gap.from - 1h, s.time.now() + 1h, kept);
  s.scan("11", gap.from - 1h, s.time.now() + 1h, {});
  CHECK(s.alerts(alert_kind::records_lost).size() == 1);
}

TEST_CASE("a supervisor asks for a scan of a lock that the cloud knows", "[scan][gate]") {
  lock_site s;
  auto wati = s.log_in("wati");
  auto budi = s.log_in("budi");
  const auto now = s.time.now();
  const protocol::lock_sync_data wanted{"12", now - 24h, now};
  const auto done = s.commit({s.make(wati, wanted)});
  CHECK(done.locks_to_scan == std::vector<std::string>{"12"});
  const auto& answer = std::get<protocol::accepted>(done.answers.front());
  const auto running = s.facts().running_scans;
  REQUIRE(running.size() == 1);
  CHECK(answer.data == R"({"run":{"id":")" + to_string(running.front().id) + R"("}})");
  CHECK(running.front().requested_by == "wati");
  CHECK(running.front().why == "request");

  const auto refused = [&](std::string lock, instant from, instant to) {
    return s.refuse(s.make(wati, protocol::lock_sync_data{std::move(lock), from, to})).field;
  };
  CHECK(refused("77", now - 1h, now) == "data.lock_id");
  CHECK(refused("12", now, now) == "data.to");
  CHECK(refused("12", now - 24h * 200, now - 24h * 199) == "data.from");
  CHECK(refused("12", now - 24h * 32, now) == "data.to");
  CHECK(s.refuse(s.make(budi, wanted)).code == errc::forbidden);
  CHECK(s.facts().running_scans.size() == 1);
}

TEST_CASE("a hole in a device's numbers is told when it is a day old", "[device]") {
  lock_site s;
  auto budi = s.log_in("budi");
  ++budi.next_seq;
  s.accept(s.make(budi, entry_of("B 1 A", make_uuid_v7(s.time.now()))));
  s.time.advance(23h);
  s.judge();
  CHECK(s.alerts(alert_kind::device_gap).empty());
  s.time.advance(2h);
  s.judge();
  s.time.advance(2h);
  s.judge();
  const auto told = s.alerts(alert_kind::device_gap);
  REQUIRE(told.size() == 1);
  CHECK(told.front().refers.device_id == budi.who.device_id);
  budi.next_seq = 1;
  s.accept(s.make(budi, entry_of("B 2 A", make_uuid_v7(s.time.now()))));
  CHECK(s.alerts(alert_kind::device_gap).empty());
}

TEST_CASE("a photo that arrives is told to those who watch its session", "[photo]") {
  lock_site s;
  auto budi = s.log_in("budi");
  auto entry = entry_of("B 1 A", make_uuid_v7(s.time.now()));
  entry.photo = std::string(64, 'a');
  s.accept(s.make(budi, entry));
  CHECK(s.session(entry.session_id).photo_pending);
  const auto done =
      given(s.writer().photo_arrived(*entry.photo, 1'000, "image/jpeg", s.time.now()));
  CHECK(kinds_of(done.events) == std::vector<std::string>{"session.corrected"});
  CHECK_FALSE(s.session(entry.session_id).photo_pending);
  CHECK(given(s.writer().photo_arrived(*entry.photo, 1'000, "image/jpeg", s.time.now()))
            .events.empty());
}
