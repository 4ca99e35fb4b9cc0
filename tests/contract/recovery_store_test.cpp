#include "tests/contract/ports.hpp"

using namespace palang;
using namespace palang::storage;
using namespace palang::testing;

namespace {

stored_scan scan(unsigned char number, std::int64_t from, std::int64_t to, scan_state state) {
  stored_scan out;
  out.id = numbered(number);
  out.lock_id = "4567";
  out.why = "gap";
  out.from = at(from);
  out.to = at(to);
  out.state = state;
  out.requested_by = "wati";
  out.started_at = at(1'000 + number);
  return out;
}

void insert(ports& p, const stored_scan& row) {
  REQUIRE(p.db().recovery.insert_scan(row));
}

std::vector<uuid> ids_of(const std::vector<stored_scan>& scans) {
  std::vector<uuid> out;
  for (const auto& row : scans)
    out.push_back(row.id);
  return out;
}

} // namespace

TEST_CASE("a gap stays open until its end is known", "[recovery]") {
  ports p;
  auto& recovery = p.db().recovery;
  CHECK_FALSE(given(recovery.open_gap("gateway/88")));
  REQUIRE(recovery.insert_gap({0, "gateway/88", at(10), {}}));
  REQUIRE(recovery.insert_gap({0, "server", at(5), at(8)}));
  auto open = given(recovery.open_gap("gateway/88"));
  REQUIRE(open);
  CHECK(open->from == at(10));
  CHECK_FALSE(open->to);
  CHECK_FALSE(given(recovery.open_gap("server")));
  open->from = at(9);
  open->to = at(20);
  REQUIRE(recovery.update_gap(*open));
  CHECK_FALSE(given(recovery.open_gap("gateway/88")));
  CHECK(given(recovery.gaps(at(0), at(100))).back() == *open);
}

TEST_CASE("gaps that touch a window are told, oldest first, the open ones too", "[recovery]") {
  ports p;
  auto& recovery = p.db().recovery;
  REQUIRE(recovery.insert_gap({0, "late", at(30), {}}));
  REQUIRE(recovery.insert_gap({0, "early", at(0), at(10)}));
  REQUIRE(recovery.insert_gap({0, "middle", at(5), at(25)}));
  const auto sources = [&](std::int64_t from, std::int64_t to) {
    std::vector<std::string> out;
    for (const auto& gap : given(recovery.gaps(at(from), at(to))))
      out.push_back(gap.source);
    return out;
  };
  CHECK(sources(0, 100) == std::vector<std::string>{"early", "middle", "late"});
  CHECK(sources(10, 30) == std::vector<std::string>{"middle"});
  CHECK(sources(9, 31) == std::vector<std::string>{"early", "middle", "late"});
  CHECK(sources(1'000, 2'000) == std::vector<std::string>{"late"});
}

TEST_CASE("a scan goes on where its last page was committed", "[recovery]") {
  ports p;
  auto& recovery = p.db().recovery;
  auto row = scan(1, 0, 100, scan_state::running);
  insert(p, row);
  row.next_page = 3;
  row.found = 200;
  row.added = 7;
  REQUIRE(recovery.update_scan(row));
  CHECK(given(recovery.running_scans()) == std::vector{row});
  CHECK(given(recovery.find_scan(row.id)) == row);
  row.state = scan_state::failed;
  row.ended_at = at(5'000);
  row.detail = "the cloud does not answer";
  REQUIRE(recovery.update_scan(row));
  CHECK(given(recovery.running_scans()).empty());
  CHECK(given(recovery.find_scan(row.id)) == row);
  CHECK_FALSE(given(recovery.find_scan(numbered(2))));
}

TEST_CASE("scans that ended well are found by window and lock, the last of any kind by lock",
          "[recovery]") {
  ports p;
  auto& recovery = p.db().recovery;
  insert(p, scan(1, 0, 100, scan_state::done));
  insert(p, scan(2, 50, 150, scan_state::failed));
  insert(p, scan(3, 200, 300, scan_state::done));
  auto other = scan(4, 0, 100, scan_state::done);
  other.lock_id = "9";
  insert(p, other);
  CHECK(ids_of(given(recovery.done_scans("4567", at(0), at(1'000))))
        == std::vector{numbered(1), numbered(3)});
  CHECK(ids_of(given(recovery.done_scans("", at(99), at(200))))
        == std::vector{numbered(1), numbered(4)});
  CHECK(given(recovery.done_scans("4567", at(100), at(200))).empty());
  CHECK(ids_of(given(recovery.recent_scans("4567", 2))) == std::vector{numbered(3), numbered(2)});
}

TEST_CASE("calls are counted by month", "[recovery]") {
  ports p;
  auto& recovery = p.db().recovery;
  CHECK(given(recovery.calls_of("2026-11")) == 0);
  REQUIRE(recovery.set_calls("2026-11", 5));
  REQUIRE(recovery.set_calls("2026-11", 6));
  REQUIRE(recovery.set_calls("2026-12", 1));
  CHECK(given(recovery.calls_of("2026-11")) == 6);
  CHECK(given(recovery.calls_of("2026-12")) == 1);
}

TEST_CASE("what could not be read is kept and counted", "[recovery]") {
  ports p;
  auto& recovery = p.db().recovery;
  REQUIRE(recovery.keep_reject(at(1), "no records", "lockId=1"));
  REQUIRE(recovery.keep_reject(at(2), "no records", std::string(65'536, 'x')));
  REQUIRE(recovery.keep_notice(at(2), "7", "doorSensorId=1"));
  CHECK(given(recovery.count_rejects(at(1), at(2))) == 1);
  CHECK(given(recovery.count_rejects(at(0), at(3))) == 2);
  CHECK(given(recovery.count_rejects(at(3), at(9))) == 0);
}
