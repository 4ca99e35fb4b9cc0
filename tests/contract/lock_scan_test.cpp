// Re-scans of a lock's records: asked for by people or by a gap, resumable, honest about losses.
#include "tests/contract/lock_site.hpp"

#include "server/domain/lock_alert_texts.hpp"
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

namespace {

/// `count` records, in the cloud as soon as it can have them.
std::vector<ttlock::lock_record> made_from(instant oldest, int count, instant uploaded_at,
                                           milliseconds apart = 30s) {
  std::vector<ttlock::lock_record> out;
  for (int i = 0; i < count; ++i) {
    out.push_back(lock_record_of("12", lock_type::auto_lock, oldest + apart * i));
    out.back().server_at = uploaded_at;
  }
  return out;
}

/// A gateway that was away for ten hours, and is back since three minutes.
domain::span go_deaf(lock_site& s) {
  s.time.advance(20min);
  s.discover(false);
  s.time.advance(10h);
  s.discover(true);
  s.time.advance(3min);
  const auto gap = s.facts().gaps.front();
  return {gap.from, gap.to};
}

/// A lock whose clock is off by this much, as it was read.
void set_offset(lock_site& s, milliseconds offset) {
  ledger::lock_reading reading;
  reading.lock_id = "12";
  reading.clock_offset = offset;
  reading.at = s.time.now();
  REQUIRE(s.locks().note_reading(reading));
}

} // namespace

TEST_CASE("a loss is told however wrong the lock's clock is, and what was made around the gap",
          "[scan]") {
  lock_site s;
  const milliseconds offset = GENERATE(0ms, 40min, -40min);
  // What the server believes of the clock may itself be wrong by seconds.
  const milliseconds error = GENERATE(0ms, 9s);
  set_offset(s, offset);
  // Heard just before the gap, and just after it.
  s.call_back({lock_record_of("12", lock_type::auto_lock, s.time.now() + offset)});
  const auto gap = go_deaf(s);
  const auto oldest = gap.from + 4h;
  auto kept = made_from(oldest + offset - error, GENERATE(499, 500), s.time.now());
  kept.push_back(lock_record_of("12", lock_type::auto_lock, *gap.to + 1min + offset));
  s.scan("12", gap.from - 2h, s.time.now() + 2h, kept);
  const auto told = s.alerts(alert_kind::records_lost);
  REQUIRE(told.size() == 1);
  const auto zone = given(s.reader().configuration()).document.site.utc_offsets;
  // The window ends where records are there again, as well as the clock is known.
  const auto text = domain::records_lost_alert({"", "", zone}, {gap.from, oldest}).text_en;
  INFO(told.front().text_en << " is about " << text);
  const auto begin = text.substr(text.find("records from"), 36);
  CHECK(told.front().text_en.find(begin) != std::string::npos);
}

TEST_CASE("a memory that was full as soon as the gap began is told, too", "[scan]") {
  lock_site s;
  const auto gap = go_deaf(s);
  const auto error = GENERATE(0ms, 11'900ms);
  s.scan("12", gap.from - 1h, s.time.now() + 1h,
         made_from(gap.from + 50ms - error, 500, s.time.now(), 1ms));
  CHECK(s.alerts(alert_kind::records_lost).size() == 1);
}

TEST_CASE("a loss that is plain only at the second look is told then", "[scan]") {
  lock_site s;
  const auto gap = go_deaf(s);
  const auto kept = made_from(gap.from + 4h, 500, s.time.now());
  s.scan("12", gap.from - 1h, s.time.now() + 1h, {kept.begin() + 300, kept.end()});
  CHECK(s.alerts(alert_kind::records_lost).empty());
  s.time.advance(15min);
  s.scan("12", gap.from - 1h, s.time.now() + 1h, kept);
  CHECK(s.alerts(alert_kind::records_lost).size() == 1);
  s.time.advance(15min);
  s.scan("12", gap.from - 1h, s.time.now() + 1h, kept);
  CHECK(s.alerts(alert_kind::records_lost).size() == 1);
}

TEST_CASE("a lock that was read all the time lost nothing", "[scan]") {
  lock_site s;
  const auto gap = go_deaf(s);
  s.scan("12", gap.from - 1h, s.time.now() + 1h, made_from(gap.from + 1min, 900, s.time.now()));
  CHECK(s.alerts(alert_kind::records_lost).empty());
}

TEST_CASE("while the cloud was away locks may have lost records; while our line was, not",
          "[scan]") {
  lock_site s;
  s.time.advance(1h);
  const auto from = s.time.now();
  REQUIRE(s.locks().note_gap({"cloud", from, std::nullopt}));
  s.time.advance(10h);
  const auto to = s.time.now();
  REQUIRE(s.locks().note_gap({"cloud", from, to}));
  s.time.advance(3min);
  const bool was_cloud = GENERATE(true, false);
  auto kept = made_from(from + 4h, 500, to - 1min);
  if (!was_cloud)
    for (auto& record : kept)
      record.server_at = record.lock_at + 2s;
  s.scan("12", from - 1h, s.time.now() + 1h, kept);
  CHECK(s.alerts(alert_kind::records_lost).size() == (was_cloud ? 1 : 0));
}

TEST_CASE("a call that fails while a gateway is away makes no second loss of it", "[scan]") {
  lock_site s;
  const auto gap = go_deaf(s);
  REQUIRE(s.locks().note_gap({"cloud", *gap.to - 2min, *gap.to - 1min}));
  s.scan("12", gap.from - 1h, s.time.now() + 1h,
         made_from(*gap.to - 500 * 30s - 30s, 500, s.time.now()));
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
