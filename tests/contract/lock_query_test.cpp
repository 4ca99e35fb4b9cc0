#include "tests/contract/ports.hpp"
#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::coverage;

namespace {

/// The site with lock 4567 at out-1, and a hand in its database.
class lock_site : public site {
public:
  lock_site() {
    auto document = given(reader().configuration()).document;
    document.locks = {{"4567", "Palang keluar"}};
    document.gates[2].lock_id = "4567";
    REQUIRE(writer().put_config(document, time.now(), "test"));
  }

  template <class F>
  void put(F&& work) {
    auto& db = store_->ports();
    REQUIRE(db.work.begin_write());
    storage::transaction open{db.work};
    work(db);
    REQUIRE(open.commit());
  }

  /// The lock, heard through gateway 88 at `seen`.
  void hear(instant seen) {
    put([&](storage::repositories& db) {
      storage::stored_lock lock;
      lock.id = "4567";
      lock.alias = "Lock_67";
      lock.battery = 93;
      lock.state = protocol::lock_state::locked;
      lock.clock_offset = -5s;
      lock.last_heard_at = seen;
      REQUIRE(db.locks.put(lock));
      REQUIRE(db.locks.put_gateway({"88", "Menara", "", "", true, seen - 48h, seen, 3}));
      REQUIRE(db.locks.replace_links("4567", {{"4567", "88", -60, seen}}));
    });
  }

private:
  std::unique_ptr<storage::store> store_ =
      storage::make_soci_store(place().speaks(storage::purpose::write));
};

storage::stored_record record(unsigned char number, instant corrected) {
  storage::stored_record out;
  out.shown.id = numbered(number);
  out.shown.lock_id = "4567";
  out.shown.type = 7;
  out.shown.type_from_lock = 17;
  out.shown.is_success = true;
  out.shown.lock_at = corrected;
  out.shown.corrected_at = corrected;
  out.shown.received_at = corrected + 2s;
  out.natural_key = std::to_string(number);
  return out;
}

storage::stored_scan scan(unsigned char number, instant from, instant to, instant ended) {
  storage::stored_scan out;
  out.id = numbered(number);
  out.lock_id = "4567";
  out.why = "gap";
  out.from = from;
  out.to = to;
  out.state = storage::scan_state::done;
  out.started_at = ended - 1s;
  out.ended_at = ended;
  return out;
}

std::string member(const std::string& json, std::string_view name) {
  return given(protocol::member_of(json, name));
}

std::int64_t count(const std::string& json, std::string_view name) {
  const auto found = protocol::number_of(member(json, name));
  REQUIRE(found);
  return *found;
}

std::vector<coverage> marks(const protocol::lock& lock) {
  std::vector<coverage> out;
  for (const auto& hour : lock.hours)
    out.push_back(hour.mark);
  return out;
}

} // namespace

TEST_CASE("a configured lock is listed with what is known of it", "[locks]") {
  lock_site s;
  auto locks = s.list(protocol::lock_list{}, "locks");
  REQUIRE(locks.size() == 1);
  auto lock = given(protocol::decode_lock(locks[0]));
  CHECK(lock.name == "Palang keluar");
  CHECK(lock.gate_id == "out-1");
  CHECK(lock.state == protocol::lock_state::unknown);
  CHECK(lock.now == coverage::doubtful);
  s.hear(s.time.now() - 5min);
  locks = s.list(protocol::lock_list{}, "locks");
  REQUIRE(locks.size() == 1);
  lock = given(protocol::decode_lock(locks[0]));
  CHECK(lock.name == "Palang keluar");
  CHECK(lock.battery == 93);
  CHECK(lock.state == protocol::lock_state::locked);
  CHECK(lock.clock_offset_ms == -5'000);
  CHECK(lock.gateway_ids == std::vector<std::string>{"88"});
  CHECK(lock.heard_by == std::vector<protocol::lock_signal>{{"88", -60, s.time.now() - 5min}});
  CHECK(lock.now == coverage::covered);
}

TEST_CASE("a lock that nobody bound to a gate is listed after those that are", "[locks]") {
  lock_site s;
  s.put([](storage::repositories& db) {
    storage::stored_lock stranger;
    stranger.id = "1234";
    stranger.alias = "Gudang";
    REQUIRE(db.locks.put(stranger));
  });
  const auto locks = s.list(protocol::lock_list{}, "locks");
  REQUIRE(locks.size() == 2);
  CHECK(given(protocol::decode_lock(locks[0])).id == "4567");
  const auto stranger = given(protocol::decode_lock(locks[1]));
  CHECK(stranger.id == "1234");
  CHECK(stranger.name == "Gudang");
  CHECK_FALSE(stranger.gate_id);
}

TEST_CASE("a lock's last day is marked hour by hour", "[locks]") {
  lock_site s;
  s.time.advance(30min);
  const auto now = s.time.now();
  const auto hour = now - 30min;
  s.hear(now - 1min);
  s.put([&](storage::repositories& db) {
    REQUIRE(db.recovery.insert_gap({0, "gateway/88", hour - 3h, hour - 2h}));
    REQUIRE(db.recovery.insert_gap({0, "gateway/89", hour - 9h, hour - 8h}));
    REQUIRE(db.recovery.insert_gap({0, "server", hour - 6h, hour - 5h}));
  });
  const auto lock = given(protocol::decode_lock(s.list(protocol::lock_list{}, "locks").at(0)));
  REQUIRE(lock.hours.size() == 24);
  CHECK(lock.hours.front().from == hour - 23h);
  CHECK(lock.hours.back().from == hour);
  auto expected = std::vector<coverage>(24, coverage::covered);
  expected[20] = coverage::blind;
  expected[17] = coverage::doubtful;
  expected[23] = coverage::doubtful;
  CHECK(marks(lock) == expected);
}

TEST_CASE("gateways are listed as they are now", "[locks]") {
  lock_site s;
  s.hear(s.time.now());
  const auto gateways = s.list(protocol::gateway_list{}, "gateways");
  REQUIRE(gateways.size() == 1);
  CHECK(given(protocol::decode_gateway(gateways[0]))
        == protocol::gateway{"88", "Menara", true, s.time.now() - 48h, s.time.now(), 3});
}

TEST_CASE("records of a lock page newest first, in words", "[locks]") {
  lock_site s;
  s.put([&](storage::repositories& db) {
    for (unsigned char i = 1; i <= 5; ++i)
      REQUIRE(db.records.insert(record(i, s.time.now() - i / 2 * 1h)));
  });
  protocol::lock_records what{"4567", {}};
  what.window.limit = 2;
  std::vector<uuid> seen;
  do {
    const auto data = s.ask(what);
    for (const auto& item : items(data, "records")) {
      const auto read = given(protocol::decode_lock_record(item));
      CHECK_FALSE(read.text_id.empty());
      CHECK(read.text_id != read.text_en);
      seen.push_back(read.id);
    }
    what.window.after = protocol::string_of(member(data, "next"));
  } while (what.window.after);
  CHECK(seen == std::vector{numbered(1), numbered(3), numbered(2), numbered(5), numbered(4)});
  what.window.from = s.time.now() - 1h;
  what.window.to = s.time.now();
  CHECK(s.list(what, "records").size() == 2);
  for (const auto* nonsense : {"x", "1", "1.x"}) {
    what.window.after = nonsense;
    CHECK(s.reader().query(what, {}, s.time.now()).error().field == "data.after");
  }
}

TEST_CASE("the health of a gateway tells when it was away and how long the backlog took",
          "[health]") {
  lock_site s;
  const auto now = s.time.now();
  s.hear(now);
  s.put([&](storage::repositories& db) {
    REQUIRE(db.recovery.insert_gap({0, "gateway/88", now - 5h, now - 4h}));
    REQUIRE(db.recovery.insert_gap({0, "gateway/88", now - 3h, now - 2h}));
    REQUIRE(db.recovery.insert_gap({0, "gateway/88", now - 10min, {}}));
    REQUIRE(db.recovery.insert_scan(scan(1, now - 6h, now - 3h, now - 4h + 3min)));
    REQUIRE(db.recovery.insert_scan(scan(2, now - 6h, now - 3h, now - 4h + 9min)));
    REQUIRE(db.recovery.insert_scan(scan(3, now - 4h, now - 150min, now - 2h + 30s)));
    auto late = record(3, now - 150min);
    late.shown.received_at = now - 2h + 1min;
    REQUIRE(db.records.insert(late));
  });
  const auto gateway = s.list(protocol::sync_health{}, "gateways").at(0);
  CHECK(given(protocol::decode_gateway(gateway)).name == "Menara");
  const auto offline = items(gateway, "offline");
  REQUIRE(offline.size() == 3);
  CHECK(count(offline[0], "from") == to_ms(now - 5h));
  CHECK(member(offline[2], "to") == "null");
  CHECK(count(gateway, "offline_ms") == milliseconds{130min}.count());
  const auto catch_up = member(gateway, "catch_up_ms");
  CHECK(count(catch_up, "p50") == milliseconds{1min}.count());
  CHECK(count(catch_up, "max") == milliseconds{3min}.count());
}

TEST_CASE("the health of a lock tells how its records came and what is missing", "[health]") {
  lock_site s;
  const auto now = s.time.now();
  s.hear(now - 1min);
  s.put([&](storage::repositories& db) {
    for (unsigned char i = 1; i <= 20; ++i) {
      auto row = record(i, now - 2h);
      row.shown.received_at = row.shown.corrected_at + i * 1s;
      REQUIRE(db.records.insert(row));
    }
    auto late = record(21, now - 3h);
    late.shown.received_at = now - 1h;
    late.shown.late_by_ms = 7'200'000;
    late.shown.source = protocol::record_source::pull;
    late.batch_size = 20;
    REQUIRE(db.records.insert(late));
    REQUIRE(db.records.insert(record(22, now - 30h)));
    REQUIRE(db.recovery.insert_gap({0, "gateway/88", now - 5h, now - 4h}));
    REQUIRE(db.recovery.insert_gap({0, "gateway/89", now - 5h, now - 4h}));
    REQUIRE(db.recovery.insert_gap({0, "database", now - 2h, now - 1h}));
    REQUIRE(db.recovery.insert_scan(scan(1, now - 90h, now - 80h, now - 70h)));
  });
  const auto lock = s.list(protocol::sync_health{}, "locks").at(0);
  CHECK(protocol::string_of(member(lock, "name")) == "Palang keluar");
  CHECK(count(lock, "by_callback") == 20);
  CHECK(count(lock, "by_pull") == 1);
  CHECK(count(lock, "late") == 1);
  CHECK(count(lock, "greatest_batch") == 20);
  CHECK(count(lock, "last_contact") == to_ms(now - 1min));
  const auto delay = member(lock, "delay_ms");
  CHECK(count(delay, "p50") == 11'000);
  CHECK(count(delay, "p95") == 20'000);
  CHECK(count(delay, "max") == 7'200'000);
  const auto gaps = items(lock, "gaps");
  REQUIRE(gaps.size() == 2);
  CHECK(protocol::string_of(member(gaps[0], "source")) == "gateway/88");
  CHECK(protocol::string_of(member(gaps[1], "source")) == "database");
  const auto hours = member(lock, "coverage");
  CHECK(count(hours, "covered") == 21);
  CHECK(count(hours, "doubtful") == 2);
  CHECK(count(hours, "blind") == 1);
  const auto scans = items(lock, "scans");
  REQUIRE(scans.size() == 1);
  CHECK(protocol::string_of(member(scans[0], "state")) == "done");
}

TEST_CASE("the health of a lock without records has nothing to measure", "[health]") {
  lock_site s;
  const auto lock = s.list(protocol::sync_health{}, "locks").at(0);
  CHECK(member(lock, "delay_ms") == R"({"max":null,"p50":null,"p95":null})");
  CHECK(member(lock, "last_contact") == "null");
  CHECK(count(member(lock, "coverage"), "doubtful") == 24);
}

TEST_CASE("health counts the cloud's calls by its own month, and what could not be read",
          "[health]") {
  lock_site s;
  s.time.set_wall(from_ms(1'743'436'799'000)); // 2025-03-31 23:59:59 in Beijing
  s.put([&](storage::repositories& db) {
    REQUIRE(db.recovery.set_calls("2025-03", 7));
    REQUIRE(db.recovery.set_calls("2025-04", 8));
    REQUIRE(db.recovery.keep_reject(s.time.now() - 1h, "no form", "x"));
    REQUIRE(db.recovery.keep_reject(s.time.now() - 25h, "no form", "x"));
  });
  auto data = s.ask(protocol::sync_health{});
  CHECK(member(data, "calls") == R"({"limit":30000,"month":"2025-03","used":7})");
  CHECK(count(data, "rejects") == 1);
  s.time.advance(1s);
  CHECK(member(s.ask(protocol::sync_health{}), "calls")
        == R"({"limit":30000,"month":"2025-04","used":8})");
}

TEST_CASE("of a window longer than 92 days health tells the last ones, and says so", "[health]") {
  lock_site s;
  protocol::sync_health what;
  what.window.from = from_ms(0);
  const auto data = s.ask(what);
  CHECK(count(data, "to") == to_ms(s.time.now()));
  CHECK(count(data, "from") == to_ms(s.time.now() - 92 * 24h));
}

TEST_CASE("health refuses a window that ends before it begins", "[health]") {
  lock_site s;
  protocol::sync_health what;
  what.window.from = s.time.now();
  what.window.to = s.time.now() - 1h;
  CHECK(s.reader().query(what, {}, s.time.now()).error().field == "data.from");
}
