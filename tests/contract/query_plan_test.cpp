// What grows for ever is only ever searched, never read from end to end.
#include "server/storage/soci/alerts.hpp"
#include "server/storage/soci/lock_records.hpp"
#include "server/storage/soci/openings.hpp"
#include "server/storage/soci/recovery.hpp"
#include "tests/contract/ports.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include <regex>

using namespace palang;
using namespace palang::storage;
using namespace palang::testing;

namespace {

int note_statement(unsigned, void* into, void* statement, void*) {
  auto* text = sqlite_api::sqlite3_expanded_sql(static_cast<sqlite_api::sqlite3_stmt*>(statement));
  static_cast<std::vector<std::string>*>(into)->emplace_back(text);
  sqlite_api::sqlite3_free(text);
  return 0;
}

/// Runs `work` over a connection and returns the statements that it gave to SQLite.
template <class F>
std::vector<std::string> statements_of(connection& db, F&& work) {
  auto* handle = static_cast<soci::sqlite3_session_backend*>(db.session().get_backend())->conn_;
  std::vector<std::string> out;
  sqlite_api::sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, &note_statement, &out);
  work();
  sqlite_api::sqlite3_trace_v2(handle, 0, nullptr, nullptr);
  return out;
}

std::string plan_of(connection& db, const std::string& sql) {
  std::string out;
  soci::rowset<soci::row> rows = (db.session().prepare << "EXPLAIN QUERY PLAN " + sql);
  for (const auto& row : rows)
    out += row.get<std::string>("detail") + "\n";
  return out;
}

} // namespace

TEST_CASE("no query reads a whole table of records, openings, gaps, scans or alerts", "[plan][sqlite]") {
  static const std::regex whole_table{
      R"(SCAN (TABLE )?(lock_records|openings|lock_gaps|lock_scans|intake_rejects|alerts))"};
  ports p;
  p.db().work.rollback();
  connection db{p.place().speaks(purpose::read)};
  REQUIRE(db.ensure());
  soci_lock_records records{db};
  soci_openings openings{db};
  soci_recovery recovery{db};
  soci_alerts alerts{db};
  const auto statements = statements_of(db, [&] {
    REQUIRE(records.with_key("k"));
    REQUIRE(records.of_moment("4567", at(0)));
    REQUIRE(records.find(numbered(1)));
    REQUIRE(records.list({"4567", at(0), at(1), record_cursor{at(1), 7}, 50}));
    REQUIRE(records.statistics(at(0), at(1)));
    REQUIRE(records.newest_backlog({"4567", at(0), at(1), at(0), at(1), at(0)}, 500));
    REQUIRE(records.last_received("4567", at(0), at(1)));
    REQUIRE(openings.near("4567", at(0), at(1)));
    REQUIRE(openings.of_session(numbered(1)));
    REQUIRE(openings.of_command(numbered(1)));
    REQUIRE(openings.due(at(0), 10));
    REQUIRE(openings.without_record(at(0), at(1)));
    REQUIRE(recovery.gaps(at(0), at(1)));
    REQUIRE(recovery.open_gap("server"));
    REQUIRE(recovery.running_scans());
    REQUIRE(recovery.done_scans("4567", at(0), at(1)));
    REQUIRE(recovery.recent_scans("4567", 20));
    REQUIRE(recovery.count_rejects(at(0), at(1)));
    REQUIRE(alerts.open_of_session(numbered(1), protocol::alert_kind::duplicate));
    REQUIRE(alerts.open_of_device(numbered(1), protocol::alert_kind::device_gap));
    REQUIRE(alerts.open_of_lock("4567", protocol::alert_kind::battery_low));
    REQUIRE(alerts.open_of_kind(protocol::alert_kind::quota_low));
  });
  CHECK(statements.size() == 23);
  for (const auto& sql : statements) {
    const auto plan = plan_of(db, sql);
    INFO(sql << "\n" << plan);
    CHECK_FALSE(std::regex_search(plan, whole_table));
  }
}
