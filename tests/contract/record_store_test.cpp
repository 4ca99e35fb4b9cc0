#include "tests/contract/ports.hpp"

using namespace palang;
using namespace palang::storage;
using namespace palang::testing;
using protocol::record_source;

namespace {

/// A record of lock "4567" that came 100 ms after it happened.
stored_record recorded(unsigned char number, std::int64_t ms) {
  stored_record out;
  out.shown.id = numbered(number);
  out.shown.lock_id = "4567";
  out.shown.lock_at = at(ms);
  out.shown.corrected_at = at(ms);
  out.shown.received_at = at(ms + 100);
  out.natural_key = "key " + std::to_string(number);
  return out;
}

stored_record card_record() {
  auto out = recorded(1, 0);
  auto& r = out.shown;
  r.type = 7;
  r.type_from_lock = 17;
  r.is_success = true;
  r.who = "kartu satpam";
  r.credential_tail = "42";
  r.battery = 93;
  r.server_at = at(-5971);
  r.source = record_source::pull;
  r.late_by_ms = 6002;
  r.opening_id = numbered(200);
  out.occurrence = 0;
  out.cloud_record_id = 9'000'000'000;
  out.credential_digest = std::string(64, 'a');
  out.batch_size = 20;
  return out;
}

void insert(ports& p, const stored_record& row) {
  REQUIRE(p.db().records.insert(row));
}

std::vector<uuid> ids_of(const std::vector<protocol::lock_record>& records) {
  std::vector<uuid> out;
  for (const auto& record : records)
    out.push_back(record.id);
  return out;
}

} // namespace

TEST_CASE("a record is kept with all that is known of it", "[records]") {
  ports p;
  const auto row = card_record();
  insert(p, row);
  const auto found = given(p.db().records.find(row.shown.id));
  REQUIRE(found);
  CHECK(found->shown == row.shown);
  CHECK(found->natural_key == row.natural_key);
  CHECK(found->cloud_record_id == row.cloud_record_id);
  CHECK(found->credential_digest == row.credential_digest);
  CHECK(found->batch_size == 20);
  CHECK_FALSE(given(p.db().records.find(numbered(2))));
}

TEST_CASE("a bare record has nothing that nobody told", "[records]") {
  ports p;
  insert(p, recorded(1, 0));
  const auto found = given(p.db().records.with_key("key 1"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].shown == recorded(1, 0).shown);
  CHECK_FALSE(found[0].cloud_record_id);
  CHECK_FALSE(found[0].credential_digest);
}

TEST_CASE("the same record cannot be kept twice, but a second like it can", "[records]") {
  ports p;
  auto row = recorded(1, 0);
  insert(p, row);
  REQUIRE(p.db().work.set_savepoint());
  row.shown.id = numbered(2);
  CHECK_FALSE(p.db().records.insert(row));
  REQUIRE(p.db().work.rollback_to_savepoint());
  row.occurrence = 1;
  insert(p, row);
  const auto both = given(p.db().records.with_key("key 1"));
  REQUIRE(both.size() == 2);
  CHECK(both[0].occurrence == 0);
  CHECK(both[1].occurrence == 1);
  CHECK(given(p.db().records.with_key("key 2")).empty());
  CHECK(given(p.db().records.of_moment("4567", at(0))).size() == 2);
  CHECK(given(p.db().records.of_moment("4567", at(1))).empty());
  CHECK(given(p.db().records.of_moment("9", at(0))).empty());
}

TEST_CASE("a later source adds its id and the opening, and changes nothing else", "[records]") {
  ports p;
  auto row = recorded(1, 0);
  insert(p, row);
  row.cloud_record_id = 77;
  row.shown.opening_id = numbered(9);
  auto told = row;
  told.shown.received_at = at(999'999);
  told.shown.source = record_source::pull;
  REQUIRE(p.db().records.update(told));
  const auto found = given(p.db().records.find(row.shown.id));
  CHECK(found->shown == row.shown);
  CHECK(found->cloud_record_id == 77);
}

TEST_CASE("records of a lock page newest first without gap or repeat", "[records]") {
  ports p;
  for (unsigned char i = 1; i <= 7; ++i)
    insert(p, recorded(i, i / 3));
  auto other = recorded(8, 1);
  other.shown.lock_id = "9";
  insert(p, other);
  record_filter filter{"4567", {}, {}, {}, 3};
  std::vector<uuid> seen;
  do {
    const auto page = given(p.db().records.list(filter));
    for (const auto& id : ids_of(page.records))
      seen.push_back(id);
    filter.after = page.next;
  } while (filter.after);
  CHECK(seen
        == std::vector{numbered(7), numbered(6), numbered(5), numbered(4), numbered(3), numbered(2),
                       numbered(1)});
  CHECK(ids_of(given(p.db().records.list({"4567", at(1), at(2), {}, 50})).records)
        == std::vector{numbered(5), numbered(4), numbered(3)});
}

TEST_CASE("statistics tell how the records of each lock came", "[records]") {
  ports p;
  auto late = recorded(1, 0);
  late.shown.received_at = at(60'000);
  late.shown.late_by_ms = 60'000;
  late.shown.source = record_source::pull;
  late.batch_size = 20;
  auto fast = recorded(2, 59'000);
  auto early = recorded(3, 59'001);
  early.shown.received_at = at(59'000);
  auto before = recorded(4, 0);
  auto other = recorded(5, 59'000);
  other.shown.lock_id = "9";
  for (const auto& row : {late, fast, early, before, other})
    insert(p, row);
  const auto all = given(p.db().records.statistics(at(59'000), at(60'001)));
  REQUIRE(all.size() == 2);
  CHECK(all[0].lock_id == "4567");
  CHECK(all[0].by_callback == 2);
  CHECK(all[0].by_pull == 1);
  CHECK(all[0].late == 1);
  CHECK(all[0].greatest_batch == 20);
  CHECK(all[0].delays_ms == std::vector<std::int64_t>{-1, 100, 60'000});
  CHECK(all[0].greatest_delay_ms == 60'000);
  CHECK(all[0].last_received_at == at(60'000));
  CHECK(all[1].lock_id == "9");
  CHECK(given(p.db().records.statistics(at(59'000), at(60'000)))[0].by_pull == 0);
  CHECK(given(p.db().records.statistics(at(70'000), at(80'000))).empty());
}

TEST_CASE("the newest of a backlog are counted, by when they were made, came and were uploaded",
          "[records]") {
  ports p;
  for (unsigned char i = 1; i <= 6; ++i) {
    auto row = recorded(i, i);
    row.shown.received_at = at(1'000 + i);
    row.shown.server_at = at(500 + i);
    insert(p, row);
  }
  storage::backlog_filter of{"4567", at(2), at(6), at(1'000), at(1'006), at(500)};
  const auto newest = [&](std::int64_t limit) {
    const auto got = given(p.db().records.newest_backlog(of, limit));
    return std::pair{got.count, got.oldest};
  };
  using found = std::pair<std::int64_t, std::optional<instant>>;
  CHECK(newest(9) == found{4, at(2)});
  CHECK(newest(3) == found{3, at(3)});
  of.received_from = at(1'003);
  of.received_until = at(1'004);
  CHECK(newest(9) == found{2, at(3)});
  of.uploaded_from = at(504);
  CHECK(newest(9) == found{1, at(4)});
  of.lock_id = "9";
  CHECK(newest(9) == found{0, std::nullopt});
}

TEST_CASE("the last arrival of a span of true time is known", "[records]") {
  ports p;
  for (unsigned char i = 1; i <= 4; ++i) {
    auto row = recorded(i, i);
    row.shown.corrected_at = at(i + 1'000);
    row.shown.received_at = at(10'000 - i);
    insert(p, row);
  }
  CHECK(given(p.db().records.last_received("4567", at(1'002), at(1'004))) == at(9'998));
  CHECK_FALSE(given(p.db().records.last_received("4567", at(0), at(1'000))));
}
