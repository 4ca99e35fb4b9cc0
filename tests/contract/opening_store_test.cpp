#include "tests/contract/ports.hpp"

using namespace palang;
using namespace palang::storage;
using namespace palang::testing;
using protocol::opening_cause;
using protocol::opening_state;

namespace {

stored_opening opening(unsigned char number, std::int64_t ms, opening_state state) {
  stored_opening out;
  out.shown.id = numbered(number);
  out.shown.lock_id = "4567";
  out.shown.gate_id = "out-1";
  out.shown.at = at(ms);
  out.shown.state = state;
  return out;
}

stored_opening waiting(unsigned char number, std::int64_t until) {
  auto out = opening(number, 0, opening_state::awaiting_cause);
  out.judge_after = at(until);
  return out;
}

void insert(ports& p, const stored_opening& row) {
  REQUIRE(p.db().openings.insert(row));
}

std::vector<uuid> ids_of(const std::vector<stored_opening>& openings) {
  std::vector<uuid> out;
  for (const auto& row : openings)
    out.push_back(row.shown.id);
  return out;
}

} // namespace

TEST_CASE("an opening is kept whole, found by what explains it, and removed", "[openings]") {
  ports p;
  auto& openings = p.db().openings;
  auto row = waiting(1, 45'000);
  row.shown.state = opening_state::awaiting_record;
  row.shown.record_id = numbered(2);
  row.shown.cause = opening_cause::exit;
  row.shown.session_id = numbered(3);
  row.shown.command_id = numbered(4);
  row.shown.who = "kartu satpam";
  row.shown.note = "ambulans";
  row.alert_id = numbered(5);
  insert(p, row);
  const auto found = given(openings.find(row.shown.id));
  REQUIRE(found);
  CHECK(found->shown == row.shown);
  CHECK(found->judge_after == row.judge_after);
  CHECK(found->alert_id == row.alert_id);
  CHECK(ids_of(given(openings.of_session(numbered(3)))) == std::vector{numbered(1)});
  CHECK(given(openings.of_command(numbered(4)))->shown == row.shown);
  CHECK(given(openings.of_session(numbered(4))).empty());
  CHECK_FALSE(given(openings.of_command(numbered(3))));
  REQUIRE(openings.remove(row.shown.id));
  CHECK_FALSE(given(openings.find(row.shown.id)));
}

TEST_CASE("openings near a moment are those of the lock, both ends included, oldest first",
          "[openings]") {
  ports p;
  for (const auto& [number, ms] : {std::pair<unsigned char, int>{1, 30}, {2, 10}, {3, 20}, {4, 31}})
    insert(p, opening(number, ms, opening_state::explained));
  auto other = opening(5, 20, opening_state::explained);
  other.shown.lock_id = "9";
  insert(p, other);
  CHECK(ids_of(given(p.db().openings.near("4567", at(10), at(30))))
        == std::vector{numbered(2), numbered(3), numbered(1)});
}

TEST_CASE("at most two hundred openings are near", "[openings]") {
  ports p;
  for (unsigned i = 0; i < 201; ++i)
    insert(p, opening(static_cast<unsigned char>(i), i, opening_state::explained));
  const auto found = given(p.db().openings.near("4567", at(0), at(1'000)));
  CHECK(found.size() == 200);
  CHECK(found.back().shown.at == at(199));
}

TEST_CASE("what waited long enough is due, oldest first, until it is decided", "[openings]") {
  ports p;
  auto& openings = p.db().openings;
  insert(p, waiting(1, 300));
  insert(p, waiting(2, 100));
  insert(p, waiting(3, 400));
  insert(p, opening(4, 0, opening_state::unexplained));
  CHECK(ids_of(given(openings.due(at(300), 10))) == std::vector{numbered(2), numbered(1)});
  CHECK(ids_of(given(openings.due(at(300), 1))) == std::vector{numbered(2)});
  auto decided = waiting(2, 100);
  decided.shown.state = opening_state::explained;
  REQUIRE(openings.update(decided));
  CHECK(ids_of(given(openings.due(at(300), 10))) == std::vector{numbered(1)});
}

TEST_CASE("openings without a record are those that wait for one or got none", "[openings]") {
  ports p;
  insert(p, opening(1, 20, opening_state::no_opening));
  insert(p, opening(2, 10, opening_state::awaiting_record));
  insert(p, opening(3, 15, opening_state::explained));
  insert(p, opening(4, 30, opening_state::no_opening));
  CHECK(ids_of(given(p.db().openings.without_record(at(10), at(30))))
        == std::vector{numbered(2), numbered(1)});
}
