// What is wrong with the tables is said, and nothing else.
#include "server/storage/inspect.hpp"

#include "server/storage/recount.hpp"
#include "server/storage/soci/connection.hpp"
#include "tests/contract/ports.hpp"
#include "tests/contract/site.hpp"

using namespace palang;
using namespace palang::storage;
using namespace palang::testing;

namespace {

/// A migrated database that anybody may spoil.
class spoiled {
public:
  spoiled() : db_{at_.speaks(purpose::change_schema)} {
    const system_clock time;
    REQUIRE(open_database(at_.url(), at_.password(), time));
    REQUIRE(db_.ensure());
  }
  void run(const std::string& sql) { db_.execute(sql); }
  [[nodiscard]] std::vector<std::string> findings() const {
    return given(inspect(at_.url(), at_.password()));
  }

private:
  test_database at_;
  connection db_;
};

bool says(const std::vector<std::string>& findings, const std::string& what) {
  return std::ranges::any_of(findings, [&](const auto& f) {
    return f.starts_with(what) && f.find("Next: ") != std::string::npos;
  });
}

} // namespace

TEST_CASE("a new database has nothing wrong, and an empty place neither", "[inspect]") {
  const test_database nothing;
  CHECK(given(inspect(nothing.url(), nothing.password())).empty());
  const spoiled db;
  const auto findings = db.findings();
  INFO((findings.empty() ? "" : findings.front()));
  CHECK(findings.empty());
}

TEST_CASE("every table, column and index that is missing or too many is named", "[inspect]") {
  spoiled db;
  db.run("DROP TABLE wanted_photos");
  db.run("CREATE TABLE strange (x INTEGER)");
  db.run("ALTER TABLE gates ADD COLUMN colour INTEGER");
  db.run("ALTER TABLE gates DROP COLUMN open_cause");
  db.run("CREATE INDEX audit_actor ON audit (actor)");
  db.run(test_database::is_sqlite() ? "DROP INDEX audit_at" : "DROP INDEX audit_at ON audit");
  const auto findings = db.findings();
  CHECK(findings.size() == 6);
  CHECK(says(findings, "table wanted_photos is missing"));
  CHECK(says(findings, "table strange is not Palang's"));
  CHECK(says(findings, "column gates.colour is not Palang's"));
  CHECK(says(findings, "column gates.open_cause is missing"));
  CHECK(says(findings, "index audit.audit_actor is not Palang's"));
  CHECK(says(findings, "index audit.audit_at is missing"));
}

TEST_CASE("tables of another version, or of nobody, are told apart", "[inspect]") {
  spoiled db;
  db.run("INSERT INTO schema_migrations (number, name, checksum) VALUES (9999, 'z', 'z')");
  CHECK(says(db.findings(), "the tables are of version 9999"));
  db.run("DELETE FROM schema_migrations WHERE number > 7");
  CHECK(db.findings().front().find("run palangd migrate") != std::string::npos);
  db.run("DROP TABLE schema_migrations");
  CHECK(says(db.findings(), "the tables are another program's"));
}

TEST_CASE("sums that are not those of what they sum up are named, and counted anew", "[inspect]") {
  site s;
  auto budi = s.log_in("budi");
  const auto id = make_uuid_v7(s.time.now());
  s.accept(s.make(budi, entry_of("B 1 A", id)));
  s.accept(s.make(budi, exit_of(id, 5'000)));
  s.time.advance(std::chrono::days{20}); // weeks are over
  s.accept(s.make(budi, entry_of("B 2 A", make_uuid_v7(s.time.now()))));
  s.reopen();
  const auto findings = [&] { return given(inspect(s.place().url(), s.place().password())); };
  const auto before = s.place().rows("SELECT * FROM session_days ORDER BY 1, 2, 3");
  CHECK(findings().empty());
  CHECK_FALSE(before.empty());

  connection db{s.place().speaks(purpose::change_schema)};
  REQUIRE(db.ensure());
  db.execute("UPDATE session_hours SET entries = entries + 1");
  db.execute("DELETE FROM payment_hours");
  db.execute("UPDATE session_days SET revenue = 1");
  const auto wrong = findings();
  CHECK(says(wrong, "the counts are not those of the sessions: "));
  CHECK(says(wrong, "the sums are not those of the payments: "));
  CHECK(says(wrong, "the counts are not those of the hours: "));

  REQUIRE(recount(s.place().url(), s.place().password()));
  CHECK(findings().empty());
  CHECK(s.place().rows("SELECT * FROM session_days ORDER BY 1, 2, 3") == before);
}
