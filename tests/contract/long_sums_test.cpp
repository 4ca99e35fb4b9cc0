// Sums over days and weeks, and plates by their endings: equal to a recount, whatever happened and
// in whichever order it came.
#include "server/storage/soci/catch_up.hpp"
#include "server/storage/soci/soci_store.hpp"
#include "shared/protocol/codec.hpp"
#include "tests/contract/lock_site.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using domain::hour_counts;

namespace {

/// A site on which anything that changes a count happens, at random and over many weeks.
class busy_site {
public:
  explicit busy_site(std::uint32_t seed) : random_{seed} {}

  void go_on(int steps) {
    for (int i = 0; i < steps; ++i) {
      site_.time.advance(pick(7) * 1h + pick(60) * 1min);
      act();
    }
  }

  site& base() { return site_; }
  instant start() const { return start_; }
  std::int64_t pick(std::int64_t below) {
    return std::uniform_int_distribution<std::int64_t>{0, below - 1}(random_);
  }

private:
  void act() {
    const auto roll = pick(100);
    if (roll < 45 || known_.empty())
      return enter(make_uuid_v7(site_.time.now()), roll < 10);
    auto& id = known_[static_cast<std::size_t>(pick(static_cast<std::int64_t>(known_.size())))];
    if (roll < 75)
      return leave(id, roll < 55);
    if (roll < 80)
      return void_it(id);
    if (roll < 90)
      return correct(id);
    if (roll < 95)
      return merge(id, known_.back());
    // An exit whose entry comes afterwards.
    const auto late = make_uuid_v7(site_.time.now());
    leave(late, true);
    enter(late, true);
  }

  /// Offline ones were made up to three weeks ago: long after their week was rolled.
  ledger::submission made(worker& by, protocol::submit_data data, bool is_late) {
    auto out = site_.make(by, std::move(data));
    if (!is_late)
      return out;
    out.content.is_offline = true;
    out.content.taken_at -= pick(21 * 24) * 1h;
    site::sign(out);
    return out;
  }

  void enter(const uuid& id, bool is_late) {
    auto entry = entry_of("B " + std::to_string(1 + pick(40)) + " XY", id);
    entry.gate_id = pick(2) == 0 ? "in-1" : "in-2";
    entry.vehicle_type = pick(3) == 0 ? "MOTOR" : "MOBIL";
    site_.send(made(pick(2) == 0 ? budi_ : sari_, entry, is_late));
    known_.push_back(id);
  }

  void leave(const uuid& id, bool is_late) {
    auto exit = exit_of(id, 1'000 * pick(9));
    exit.is_lost_ticket = pick(10) == 0;
    if (exit.paid && pick(3) == 0)
      exit.paid->method = "qris";
    site_.send(made(pick(2) == 0 ? budi_ : sari_, exit, is_late));
  }

  void void_it(const uuid& id) { site_.send(site_.make(wati_, protocol::void_data{id, "salah"})); }

  void correct(const uuid& id) {
    protocol::correct_data fix;
    fix.session_id = id;
    fix.vehicle_type = "TRUK";
    fix.plate = "D " + std::to_string(1 + pick(40)) + " Q";
    if (pick(2) == 0)
      fix.entered_at = site_.time.now() - pick(40 * 24) * 1h;
    fix.reason = "salah baca";
    site_.send(site_.make(wati_, fix));
  }

  void merge(const uuid& keep, const uuid& drop) {
    site_.send(site_.make(wati_, protocol::merge_data{keep, drop, "sama"}));
    if (pick(2) == 0)
      site_.send(site_.make(wati_, protocol::merge_undo_data{drop, "bukan"}));
  }

  std::mt19937 random_;
  site site_;
  instant start_ = site_.time.now();
  worker budi_ = site_.log_in("budi");
  worker sari_ = site_.log_in("sari");
  worker wati_ = site_.log_in("wati", false);
  std::vector<uuid> known_;
};

/// The ports of a database, within one unchanging view.
struct view {
  explicit view(const test_database& place)
      : store{storage::make_soci_store(place.speaks(storage::purpose::read))} {
    REQUIRE(store->ports().work.begin_read());
  }
  std::unique_ptr<storage::store> store;
  storage::report_queries& reports{store->ports().reports};
};

using sums = std::map<std::string, std::int64_t>;

void add(sums& to, const std::string& key, std::int64_t entries, std::int64_t exits,
         rupiah revenue) {
  to[key + " entries"] += entries;
  to[key + " exits"] += exits;
  to[key + " revenue"] += revenue.value;
}

sums sums_of(const std::vector<protocol::stats_row>& rows, instant origin, milliseconds length) {
  sums out;
  for (const auto& row : rows)
    add(out,
        std::to_string((row.from - origin) / length) + row.gate_id
            + std::string{to_string(row.vehicle_type)},
        row.entries, row.exits, row.revenue);
  return out;
}

sums sums_of(const domain::hour_shares& shares) {
  sums out;
  for (const auto& [key, c] : shares)
    add(out, std::to_string(to_ms(key.hour)), c.entries, c.exits, c.revenue);
  return out;
}

std::int64_t weeks_rolled(const test_database& place) {
  return std::stoll(place.rows("SELECT COUNT(DISTINCT week) FROM session_weeks").at(0));
}

} // namespace

TEST_CASE("sums of days and weeks equal a recount, whatever happened in whichever order",
          "[sums]") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  busy_site busy{seed};
  auto& s = busy.base();
  for (int round = 0; round < 4; ++round) {
    busy.go_on(120);
    view seen{s.place()};
    CHECK(given(seen.reports.wrong_hours()) == std::vector<std::string>{});
  }
  CHECK(weeks_rolled(s.place()) >= 6);
}

TEST_CASE("a window is counted alike by days, by hours and by the hour of the day", "[sums]") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  busy_site busy{seed};
  busy.go_on(300);
  auto& s = busy.base();
  view seen{s.place()};
  for (int i = 0; i < 20; ++i) {
    const auto from = domain::hour_of(busy.start()) + busy.pick(30 * 24) * 1h;
    const auto to = from + (1 + busy.pick(40 * 24)) * 1h;
    for (const auto east : {7h, 8h, 9h, 5h}) {
      const instant midnight{-east};
      const auto origin = from - (from - midnight) % 24h;
      CHECK(sums_of(given(seen.reports.bucketed(from, to, origin, 24h)), origin, 24h)
            == sums_of(given(seen.reports.bucketed(from, to, origin, 1h)), origin, 24h));
    }
    hour_counts by_gate;
    for (const auto& [key, c] : given(seen.reports.by_gate(from, to)))
      by_gate += c;
    hour_counts by_person;
    domain::hour_shares alone;
    for (const auto& [key, c] : given(seen.reports.by_hour_of_day(from, to, 7h))) {
      by_person += c;
      alone[{key.hour, {}, {}, {}}] += c;
    }
    CHECK(by_gate == by_person);
    CHECK(sums_of(given(seen.reports.by_hour(from, to, 7h))) == sums_of(alone));
    std::int64_t paid = 0;
    for (const auto& row : given(seen.reports.methods(from, to)))
      paid += row.amount.value;
    CHECK(std::to_string(paid) + "|"
          == s.place()
                 .rows("SELECT COALESCE(SUM(amount), 0) FROM payments WHERE at >= "
                       + std::to_string(to_ms(from)) + " AND at < " + std::to_string(to_ms(to)))
                 .at(0));
  }
}

TEST_CASE("what an older version left is rolled and indexed a piece at a time, once", "[sums]") {
  busy_site busy{7};
  busy.go_on(200);
  auto& s = busy.base();
  {
    auto store = storage::make_soci_store(s.place().speaks(storage::purpose::write));
    REQUIRE(store->ports().work.begin_write());
    REQUIRE(store->ports().work.commit());
    storage::connection db{s.place().speaks(storage::purpose::write)};
    REQUIRE(db.ensure());
    for (const auto* sql : {"DELETE FROM session_days", "DELETE FROM session_weeks",
                            "DELETE FROM payment_days", "DELETE FROM plate_parts",
                            "DELETE FROM meta WHERE name IN ('rolled_until', 'plates_until')"})
      REQUIRE(db.guarded([&] { db.execute(sql); }));
  }
  storage::connection db{s.place().speaks(storage::purpose::change_schema)};
  REQUIRE(db.ensure());
  REQUIRE(storage::catch_up(db));
  const auto plates = s.place().rows("SELECT COUNT(*) FROM plate_parts");
  REQUIRE(storage::catch_up(db));
  CHECK(s.place().rows("SELECT COUNT(*) FROM plate_parts") == plates);
  CHECK(weeks_rolled(s.place()) >= 3);
  CHECK(view{s.place()}.reports.wrong_hours() == std::vector<std::string>{});
}

TEST_CASE("a part of a plate is found however long ago it came", "[sums]") {
  site s;
  auto budi = s.log_in("budi");
  auto wati = s.log_in("wati", false);
  const auto enter = [&](const std::string& plate) {
    const auto id = make_uuid_v7(s.time.now());
    s.accept(s.make(budi, entry_of(plate, id)));
    return id;
  };
  const auto found = [&](const std::string& part) {
    protocol::session_find what;
    what.plate = part;
    protocol::session_list list;
    list.plate = part;
    std::set<std::string> out;
    for (const auto& item : s.list(what, "sessions"))
      out.insert(protocol::decode_session(item)->plate_key);
    std::set<std::string> listed;
    for (const auto& item : s.list(list, "sessions"))
      listed.insert(protocol::decode_session(item)->plate_key);
    CHECK(out == listed);
    return out;
  };
  using plates = std::set<std::string>;
  const auto first = enter("B 7391 QX");
  s.accept(s.make(budi, exit_of(first, 0)));
  CHECK(found("7391") == plates{"B7391QX"});
  for (int i = 0; i < 600; ++i) {
    const auto id = enter("D " + std::to_string(1'000 + i) + " A");
    s.accept(s.make(budi, exit_of(id, 0)));
  }
  CHECK(std::stoll(s.place().rows("SELECT COUNT(DISTINCT plate_key) FROM plate_parts").at(0))
        > 250);
  CHECK(found("7391") == plates{"B7391QX"});
  CHECK(found("391Q") == plates{"B7391QX"});
  protocol::correct_data fix;
  fix.session_id = first;
  fix.plate = "B 7394 QX";
  fix.reason = "salah baca";
  s.accept(s.make(wati, fix));
  CHECK(found("7391").empty());
  CHECK(found("394Q") == plates{"B7394QX"});
  enter("F 2394 QY");
  CHECK(found("394Q") == plates{"B7394QX", "F2394QY"});
}
