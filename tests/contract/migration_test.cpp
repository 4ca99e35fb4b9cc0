#include "server/storage/soci/migrator.hpp"

#include "server/storage/database.hpp"
#include "server/storage/soci/alerts.hpp"
#include "tests/support/temp_dir.hpp"

#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

using namespace palang;
using namespace palang::storage;

namespace {

constexpr embedded_file first[] = {{"common/0001_a.sql", "CREATE TABLE a (x INTEGER);\n"}};
constexpr embedded_file second[] = {
    {"common/0001_a.sql", "CREATE TABLE a (x INTEGER);\n"},
    {"sqlite/0002_b.sql", "CREATE TABLE b (x INTEGER);\nINSERT INTO b VALUES (1);\n"},
    {"mysql/0002_b.sql", "no SQL at all;\n"}};
constexpr embedded_file changed[] = {{"common/0001_a.sql", "CREATE TABLE a (y INTEGER);\n"}};
constexpr embedded_file broken[] = {
    {"common/0001_a.sql", "CREATE TABLE a (x INTEGER);\n"},
    {"common/0002_b.sql", "CREATE TABLE b (x INTEGER);\nCREATE NONSENSE;\n"}};

result<void> bring(const std::string& file, std::span<const embedded_file> files) {
  connection db{make_sqlite_dialect(file)};
  return migrate(db, migrations_for("sqlite", files));
}

long long tables(const std::string& file) {
  connection db{make_sqlite_dialect(file)};
  REQUIRE(db.ensure());
  long long count = 0;
  db.session() << "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('a', 'b')", soci::into(count);
  return count;
}

} // namespace

TEST_CASE("migrations go forward once, from empty and from every older step",
          "[migrator][sqlite]") {
  testing::temp_dir dir;
  const auto file = dir.file("x.db");
  REQUIRE(bring(file, first));
  CHECK(tables(file) == 1);
  REQUIRE(bring(file, second));
  REQUIRE(bring(file, second));
  CHECK(tables(file) == 2);
  REQUIRE(bring(dir.file("y.db"), second));
}

TEST_CASE("a changed or newer history is not touched", "[migrator][sqlite]") {
  testing::temp_dir dir;
  const auto file = dir.file("x.db");
  REQUIRE(bring(file, second));
  CHECK(bring(file, changed).error().code == errc::corrupt);
  CHECK(bring(file, first).error().code == errc::corrupt);
}

TEST_CASE("a step that fails leaves nothing of itself", "[migrator][sqlite]") {
  testing::temp_dir dir;
  const auto file = dir.file("x.db");
  CHECK_FALSE(bring(file, broken));
  CHECK(tables(file) == 1);
  REQUIRE(bring(file, second));
}

TEST_CASE("several processes may make the same database at once", "[migrator][sqlite]") {
  testing::temp_dir dir;
  const auto url = "sqlite://" + dir.file("x.db");
  std::vector<pid_t> children;
  for (int i = 0; i < 4; ++i) {
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      system_clock time;
      ::_exit(open_database(url, "", time) ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const auto child : children) {
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
}

TEST_CASE("an alert of a database without locks is still there after the step to them",
          "[migrator][sqlite]") {
  testing::temp_dir dir;
  const auto steps = migrations_for("sqlite", migration_files());
  connection db{make_sqlite_dialect(dir.file("x.db"))};
  REQUIRE(migrate(db, {steps.begin(), steps.begin() + 7}));
  db.execute("INSERT INTO alerts (id, kind, severity, raised_at, text_id, text_en, note) VALUES "
             "('0195c5f0-1a2b-7c3d-8e4f-000000000001', 'duplicate', 'warning', 5, 'a', 'b', '')");
  REQUIRE(migrate(db, steps));
  soci_alerts alerts{db};
  const auto open = alerts.open_of_kind(protocol::alert_kind::duplicate);
  REQUIRE(open);
  REQUIRE(open->size() == 1);
  CHECK(open->front().raised_at == from_ms(5));
  CHECK_FALSE(open->front().refers.gateway_id);
}

TEST_CASE("a URL that nobody understands is refused by name", "[database][sqlite]") {
  system_clock time;
  for (const auto* url : {"", "sqlite://relative.db", "sqlite://", "postgres://x"}) {
    const auto opened = open_database(url, "", time);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().field == "db");
  }
  CHECK(open_database("sqlite:///nowhere/at/all.db", "", time).error().code
        == errc::db_unavailable);
}
