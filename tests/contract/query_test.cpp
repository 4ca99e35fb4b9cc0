#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::session_status;

namespace {

uuid enter(site& s, worker& by, std::string plate) {
  const auto id = make_uuid_v7(s.time.now());
  s.accept(s.make(by, entry_of(std::move(plate), id)));
  return id;
}

std::vector<std::string> plates_of(const std::string& data) {
  std::vector<std::string> out;
  for (const auto& item : items(data, "sessions"))
    out.push_back(protocol::decode_session(item)->plate_key);
  return out;
}

std::vector<std::string> find(site& s, std::string plate,
                              std::optional<session_status> status = {}) {
  protocol::session_find what;
  what.plate = std::move(plate);
  what.status = status;
  return plates_of(s.ask(what));
}

std::optional<std::string> next_of(const std::string& data) {
  return protocol::string_of(*protocol::member_of(data, "next"));
}

error refused(site& s, const protocol::query_data& what) {
  const auto answer = s.reader().query(what, {}, s.time.now());
  REQUIRE_FALSE(answer);
  return answer.error();
}

} // namespace

TEST_CASE("a plate is found in any spacing and case, by prefix, and by a part of it", "[find]") {
  site s;
  auto budi = s.log_in("budi");
  enter(s, budi, "B 1234 XYZ");
  enter(s, budi, "B 12 A");
  enter(s, budi, "D 9123 Q");
  CHECK(find(s, "b 1234 xyz") == std::vector<std::string>{"B1234XYZ"});
  CHECK(find(s, "B-12").size() == 2);
  CHECK(find(s, "912") == std::vector<std::string>{"D9123Q"});
  CHECK(find(s, "91").empty());
  CHECK(find(s, "ZZZ").empty());
  protocol::session_find what;
  for (const auto* text : {"%", "_", "B", "%%_"}) {
    what.plate = text;
    CHECK(refused(s, what).field == "data.plate");
  }
  what.plate.reset();
  CHECK(refused(s, what).code == errc::invalid);
}

TEST_CASE("the whole plate comes first, then what is inside, and at most twenty", "[find]") {
  site s;
  auto budi = s.log_in("budi");
  const auto gone = enter(s, budi, "B 1 A");
  s.accept(s.make(budi, exit_of(gone, 0)));
  for (int i = 10; i < 40; ++i)
    enter(s, budi, "B 1" + std::to_string(i) + " A");
  s.time.advance(1min);
  enter(s, budi, "B 1 AB");
  const auto found = find(s, "B 1");
  CHECK(found.size() == 20);
  CHECK(found.front() == "B1AB");
  CHECK(std::ranges::count(found, "B1A") == 0);
  CHECK(find(s, "B 1 A").front() == "B1AB");
  CHECK(find(s, "B 1 A", session_status::closed) == std::vector<std::string>{"B1A"});
  CHECK(find(s, "110", session_status::closed).empty());
}

TEST_CASE("a session is found by id, by ticket number and by ticket", "[find]") {
  site s;
  auto budi = s.log_in("budi");
  const auto id = enter(s, budi, "B 1 A");
  protocol::session_find what;
  what.ticket = s.session(id).ticket_no;
  CHECK(plates_of(s.ask(what)) == std::vector<std::string>{"B1A"});
  domain::ticket t;
  t.site_no = 1;
  t.device_no = budi.who.device_no;
  t.device_seq = 1;
  what.ticket = domain::sign_ticket(t, budi.keys.sec);
  CHECK(plates_of(s.ask(what)) == std::vector<std::string>{"B1A"});
  what.ticket = "P1:xx";
  CHECK(refused(s, what).code == errc::bad_ticket);
  what.ticket.reset();
  what.session_id = make_uuid_v7(s.time.now());
  CHECK(plates_of(s.ask(what)).empty());
}

TEST_CASE("pages of sessions follow each other without gap or repeat while others enter",
          "[list]") {
  site s;
  auto budi = s.log_in("budi");
  std::set<std::string> expected;
  for (int i = 1; i <= 25; ++i) {
    enter(s, budi, "B " + std::to_string(i) + " A");
    expected.insert("B" + std::to_string(i) + "A");
    if (i % 5 == 0)
      s.time.advance(1s);
  }
  protocol::session_list what;
  what.window.limit = 10;
  what.status = GENERATE(std::optional<session_status>{},
                         std::optional<session_status>{session_status::open});
  std::vector<std::string> seen;
  do {
    const auto data = s.ask(what);
    const auto page = plates_of(data);
    seen.insert(seen.end(), page.begin(), page.end());
    what.window.after = next_of(data);
    s.time.advance(1s);
    enter(s, budi, "D " + std::to_string(seen.size()) + " Z");
  } while (what.window.after);
  CHECK(seen.size() == 25);
  CHECK(std::set(seen.begin(), seen.end()) == expected);
}

TEST_CASE("a list of sessions filters by gate, status and time", "[list]") {
  site s;
  auto budi = s.log_in("budi");
  const auto start = s.time.now();
  const auto first = enter(s, budi, "B 1 A");
  s.time.advance(1h);
  enter(s, budi, "B 2 A");
  s.accept(s.make(budi, exit_of(first, 5'000)));
  protocol::session_list what;
  what.status = session_status::closed;
  CHECK(plates_of(s.ask(what)) == std::vector<std::string>{"B1A"});
  what.status.reset();
  what.gate_id = "out-1";
  CHECK(plates_of(s.ask(what)) == std::vector<std::string>{"B1A"});
  what.gate_id = "in-2";
  CHECK(plates_of(s.ask(what)).empty());
  what.gate_id.reset();
  what.window.from = start + 1ms;
  CHECK(plates_of(s.ask(what)) == std::vector<std::string>{"B2A"});
  what.window.from = start;
  what.window.to = start + 1h;
  CHECK(plates_of(s.ask(what)) == std::vector<std::string>{"B1A"});
  what.window.limit = 0;
  CHECK(refused(s, what).field == "data.limit");
  what.window.limit = 10;
  what.window.after = "nonsense";
  CHECK(refused(s, what).field == "data.after");
}

TEST_CASE("a quote is what the exit would cost", "[quote]") {
  site s;
  auto budi = s.log_in("budi");
  const auto id = enter(s, budi, "B 1 A");
  protocol::session_quote what;
  what.session_id = id;
  what.at = s.time.now() + 125min;
  const auto fee = [&] {
    return protocol::decode_fee(*protocol::member_of(s.ask(what), "fee"))->due;
  };
  CHECK(fee() == rupiah{9'000});
  what.is_lost_ticket = true;
  CHECK(fee() == rupiah{34'000});
  what.at = s.time.now() - 1h;
  CHECK(refused(s, what).field == "data.at");
  what.session_id = make_uuid_v7(s.time.now());
  CHECK(refused(s, what).code == errc::unknown_session);
}

TEST_CASE("the summary counts entries, exits and money by hour, gate and class", "[stats]") {
  site s;
  auto budi = s.log_in("budi");
  const auto start = s.time.now();
  const auto id = enter(s, budi, "B 1 A");
  enter(s, budi, "B 2 A");
  s.time.advance(65min);
  s.accept(s.make(budi, exit_of(id, 7'000)));
  const auto rows_of = [&](const protocol::stats_summary& what) {
    std::vector<protocol::stats_row> out;
    for (const auto& item : s.list(what, "buckets"))
      if (auto row = *protocol::decode_stats_row(item); !row.gate_id.empty())
        out.push_back(std::move(row));
    return out;
  };
  const auto rows = rows_of({start, start + 2h, protocol::stats_bucket::hour});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].entries == 2);
  CHECK(rows[0].occupancy == 2);
  CHECK(rows[1].from == start + 1h);
  CHECK(rows[1].gate_id == "out-1");
  CHECK(rows[1].revenue == rupiah{7'000});
  CHECK(rows[1].occupancy == 1);
  const auto later = rows_of({start + 1h, start + 2h, protocol::stats_bucket::hour});
  REQUIRE(later.size() == 1);
  CHECK(later[0].occupancy == 1);
}

TEST_CASE("an hour that the window cuts counts what lies within", "[stats]") {
  site s;
  auto budi = s.log_in("budi");
  const auto start = s.time.now();
  s.time.advance(5min);
  enter(s, budi, "B 1 A");
  s.time.advance(15min);
  enter(s, budi, "B 2 A");
  const auto rows = s.list(
      protocol::stats_summary{start + 10min, start + 1h, protocol::stats_bucket::hour}, "buckets");
  const auto moved = std::ranges::find_if(
      rows, [](const auto& row) { return !protocol::decode_stats_row(row)->gate_id.empty(); });
  REQUIRE(moved != rows.end());
  CHECK(protocol::decode_stats_row(*moved)->from == start);
  CHECK(protocol::decode_stats_row(*moved)->entries == 1);
  CHECK(protocol::decode_stats_row(*moved)->occupancy == 2);
}

TEST_CASE("the summary tells nothing of hours that have not begun", "[stats]") {
  site s;
  const auto start = s.time.now();
  s.time.advance(65min);
  const auto rows =
      s.list(protocol::stats_summary{start, start + 24h, protocol::stats_bucket::hour}, "buckets");
  REQUIRE(!rows.empty());
  CHECK(protocol::decode_stats_row(rows.back())->from == start + 1h);
}

TEST_CASE("a day of the summary is the site's, even where hours of the window cross midnight",
          "[stats]") {
  site s;
  auto budi = s.log_in("budi");
  const auto from = s.time.now() + 30min;
  const auto midnight = s.time.now() - 10h;
  s.time.advance(13h + 45min);
  enter(s, budi, "B 1 A");
  s.time.advance(30min);
  enter(s, budi, "B 2 A");
  auto rows =
      s.list(protocol::stats_summary{from, from + 24h, protocol::stats_bucket::day}, "buckets");
  const auto still = std::erase_if(
      rows, [](const auto& row) { return protocol::decode_stats_row(row)->gate_id.empty(); });
  CHECK(still >= 2);
  REQUIRE(rows.size() == 2);
  CHECK(protocol::decode_stats_row(rows[0])->from == midnight);
  CHECK(protocol::decode_stats_row(rows[0])->entries == 1);
  CHECK(protocol::decode_stats_row(rows[1])->from == midnight + 24h);
  CHECK(protocol::decode_stats_row(rows[1])->occupancy == 2);
}

TEST_CASE("the sync log tells what each device's submissions were answered", "[sync]") {
  site s;
  auto budi = s.log_in("budi");
  auto wati = s.log_in("wati", false);
  enter(s, budi, "B 1 A");
  auto bad = entry_of("B 2 A", make_uuid_v7(s.time.now()));
  bad.gate_id = "nowhere";
  s.refuse(s.make(budi, bad));
  enter(s, wati, "B 3 A");
  protocol::sync_log what;
  what.device_no = budi.who.device_no;
  const auto items = s.list(what, "entries");
  REQUIRE(items.size() == 2);
  const auto newest = *protocol::decode_sync_log_entry(items.front());
  CHECK(newest.code == "unknown_gate");
  CHECK_FALSE(newest.is_accepted);
  CHECK(newest.device_seq == 2);
  CHECK(protocol::decode_sync_log_entry(items.back())->is_accepted);
  what.device_no.reset();
  what.window.limit = 2;
  const auto page = s.ask(what);
  what.window.after = next_of(page);
  REQUIRE(what.window.after);
  CHECK(s.list(what, "entries").size() == 1);
}

TEST_CASE("duplicates show both sessions beside each other", "[duplicate]") {
  site s;
  auto budi = s.log_in("budi");
  enter(s, budi, "B 1 A");
  auto second = s.make(budi, entry_of("B 1 A", make_uuid_v7(s.time.now())));
  second.content.is_offline = true;
  s.accept(second);
  const auto groups = s.list(protocol::duplicate_list{}, "duplicates");
  REQUIRE(groups.size() == 1);
  CHECK(items(groups.front(), "sessions").size() == 2);
}

TEST_CASE("alerts page newest first and filter by kind and state", "[alert]") {
  site s;
  auto budi = s.log_in("budi");
  enter(s, budi, "B 1 A");
  for (int i = 0; i < 5; ++i) {
    s.time.advance(i % 2 == 0 ? 0ms : 1s);
    auto again = s.make(budi, entry_of("B 1 A", make_uuid_v7(s.time.now())));
    again.content.is_offline = true;
    s.accept(again);
  }
  protocol::alert_list what;
  what.window.limit = 2;
  std::set<std::string> seen;
  int pages = 0;
  do {
    const auto data = s.ask(what);
    for (const auto& item : items(data, "alerts"))
      seen.insert(to_string(protocol::decode_alert(item)->id));
    what.window.after = next_of(data);
    ++pages;
  } while (what.window.after);
  CHECK(seen.size() == 5);
  CHECK(pages == 3);
  what.kind = protocol::alert_kind::double_exit;
  CHECK(s.list(what, "alerts").empty());
}

TEST_CASE("a site without locks has nothing to tell of them", "[locks]") {
  site s;
  CHECK(s.list(protocol::lock_list{}, "locks").empty());
  CHECK(s.list(protocol::gateway_list{}, "gateways").empty());
  CHECK(s.list(protocol::sync_health{}, "locks").empty());
  CHECK(s.list(protocol::lock_records{"4567", {}}, "records").empty());
}
