// What only a database server can do to us.
#include "server/storage/soci/mysql_dialect.hpp"

#include "server/storage/soci/migrator.hpp"
#include "server/storage/soci/mysql_errors.hpp"
#include "server/storage/soci/schema.hpp"
#include "tests/contract/site.hpp"

#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace palang;
using namespace palang::storage;
using namespace palang::testing;

namespace {

constexpr embedded_file half[] = {
    {"common/0001_a.sql",
     "CREATE TABLE a (x INTEGER);\nCREATE INDEX a_x ON a (x);\nCREATE NONSENSE;\n"}};

std::vector<migration> steps() {
  return migrations_for("mysql", migration_files());
}

result<void> bring(const test_database& at, const std::vector<migration>& to) {
  connection db{at.speaks(purpose::change_schema)};
  return migrate(db, to);
}

schema shape_of(const test_database& at) {
  connection db{at.speaks(purpose::read)};
  REQUIRE(db.ensure());
  return read_schema(db);
}

bool has_same_tables(const schema& a, const schema& b) {
  return std::ranges::equal(a, b, [](const auto& x, const auto& y) {
    return x.first == y.first && x.second.columns == y.second.columns
           && x.second.indexes == y.second.indexes;
  });
}

/// The real steps, with something that no server understands after so many statements.
class failing_after {
public:
  failing_after(const test_database& at, int statements) : db_{at.speaks(purpose::change_schema)} {
    for (auto step : steps()) {
      if (static_cast<int>(step.statements.size()) > statements) {
        step.statements.resize(static_cast<std::size_t>(statements));
        step.statements.emplace_back("CREATE NONSENSE");
        cut_.push_back(std::move(step));
        break;
      }
      statements -= static_cast<int>(step.statements.size());
      cut_.push_back(std::move(step));
    }
  }
  [[nodiscard]] result<void> run() { return migrate(db_, cut_); }

private:
  connection db_;
  std::vector<migration> cut_;
};

} // namespace

TEST_CASE("each of the server's errors has one meaning", "[mysql][sqlite]") {
  const auto means = [](unsigned number) { return classify_mysql(number, "").why.code; };
  for (const unsigned retried : {1020U, 1213U, 1412U})
    CHECK(means(retried) == errc::busy);
  for (const unsigned outage :
       {3U, 28U, 1021U, 1030U, 1045U, 1047U, 1049U, 1114U, 1205U, 1290U, 1792U, 2002U, 2013U})
    CHECK(means(outage) == errc::db_unavailable);
  for (const unsigned damage : {1034U, 1146U})
    CHECK(means(damage) == errc::corrupt);
  CHECK(means(1064) == errc::internal);
  CHECK(classify_mysql(2013, "").must_reconnect);
  CHECK_FALSE(classify_mysql(1205, "").must_reconnect);
}

TEST_CASE("a migration that was cut off after any statement is gone on with", "[.mariadb]") {
  const test_database whole;
  REQUIRE(bring(whole, steps()));
  const auto wanted = shape_of(whole);
  CHECK(wanted.size() > 28);
  for (int at = 0; at < 60; at += 7) {
    CAPTURE(at);
    const test_database db;
    CHECK_FALSE(failing_after{db, at}.run());
    REQUIRE(bring(db, steps()));
    CHECK(has_same_tables(shape_of(db), wanted));
    REQUIRE(bring(db, steps()));
  }
}

TEST_CASE("a statement that was carried out but not noted is not a mistake", "[.mariadb]") {
  const test_database db;
  connection direct{db.speaks(purpose::change_schema)};
  const auto unfinished = migrations_for("mysql", half);
  CHECK_FALSE(migrate(direct, unfinished));
  direct.execute("UPDATE schema_progress SET statements_done = 1");
  auto repaired = unfinished;
  repaired.front().statements.pop_back();
  REQUIRE(migrate(direct, repaired));
  CHECK(shape_of(db).at("a").indexes.contains("a_x"));
  auto otherwise = repaired;
  otherwise.front().checksum = "other";
  CHECK(migrate(direct, otherwise).error().code == errc::corrupt);
}

TEST_CASE("several processes may make the same tables at once", "[.mariadb]") {
  const test_database db;
  std::vector<pid_t> children;
  for (int i = 0; i < 4; ++i) {
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      const system_clock time;
      ::_exit(open_database(db.url(), db.password(), time) ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const auto child : children) {
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
}

TEST_CASE("writers of several processes take turns and leave no hole in the journal",
          "[.mariadb]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto entries = [&](worker& by, ledger::writer& through, const std::string& letter) {
    for (int i = 0; i < 30; ++i) {
      const auto made = s.make(
          by, entry_of("B " + std::to_string(i + 1) + " " + letter, make_uuid_v7(s.time.now())));
      if (!through.submit(std::vector{made}))
        return false;
    }
    return true;
  };
  const auto opened = *open_database(s.place().url(), s.place().password(), s.time);
  const auto other = *opened->make_writer();
  bool first = false;
  bool second = false;
  {
    std::jthread here{[&] { first = entries(budi, s.writer(), "A"); }};
    std::jthread there{[&] { second = entries(sari, *other, "B"); }};
  }
  CHECK(first);
  CHECK(second);
  std::int64_t seq = 0;
  for (const auto& event : s.events())
    CHECK(event.seq == ++seq);
  CHECK(s.reader().gates()->front().occupancy == 60);
}

TEST_CASE("a lock that another client holds is waited for a second, no longer", "[.mariadb]") {
  site s;
  auto budi = s.log_in("budi");
  const auto made = s.make(budi, entry_of("B 1 A", make_uuid_v7(s.time.now())));
  {
    connection other{s.place().speaks(purpose::write)};
    REQUIRE(other.ensure());
    other.execute("LOCK TABLES sessions WRITE");
    const auto refused = s.writer().submit(std::vector{made});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::db_unavailable);
    CHECK(s.writer().probe(s.time.now()).error().code == errc::db_unavailable);
  }
  CHECK_FALSE(s.accept(made).is_duplicate);
}

TEST_CASE("the database is not up again before what it refused is possible", "[.mariadb]") {
  site s;
  auto budi = s.log_in("budi");
  const auto made = s.make(budi, entry_of("B 1 A", make_uuid_v7(s.time.now())));
  const auto before = s.events().size();
  {
    connection other{s.place().speaks(purpose::write)};
    REQUIRE(other.ensure());
    other.execute("LOCK TABLES submissions READ"); // no other write needs it
    REQUIRE(s.writer().probe(s.time.now()));
    CHECK_FALSE(s.writer().submit(std::vector{made}));
    CHECK(s.writer().probe(s.time.now()).error().code == errc::db_unavailable);
    CHECK(s.writer().probe(s.time.now()).error().code == errc::db_unavailable);
  }
  REQUIRE(s.writer().probe(s.time.now()));
  CHECK(s.events().size() == before); // a rehearsal leaves nothing
  CHECK_FALSE(s.accept(made).is_duplicate);
}

TEST_CASE("who loses a deadlock begins anew, and nobody notices", "[.mariadb]") {
  site s;
  auto budi = s.log_in("budi");
  const auto made = s.make(budi, entry_of("B 1 A", make_uuid_v7(s.time.now())));
  auto other = test_database::administrator();
  auto observer = test_database::administrator();
  other.run("USE " + s.place().name());
  // More changes than ours: the server sacrifices the smaller transaction.
  other.run("CREATE TABLE heavy (x INTEGER) ENGINE = InnoDB");
  other.run("START TRANSACTION");
  other.run("INSERT INTO heavy SELECT seq FROM seq_1_to_1000");
  other.run("SELECT seq FROM journal ORDER BY seq DESC LIMIT 1 FOR UPDATE");
  result<ledger::committed> done;
  {
    std::jthread ours{[&] { done = s.writer().submit(std::vector{made}); }};
    while (observer.run("SELECT COUNT(*) FROM information_schema.innodb_trx "
                        "WHERE trx_state = 'LOCK WAIT'")
           == "0")
      // The server renews that table only when nobody has read it for a tenth of a second.
      std::this_thread::sleep_for(std::chrono::milliseconds{150});
    other.run("SELECT content FROM meta WHERE name = 'epoch' FOR UPDATE");
    other.run("ROLLBACK");
  }
  if (!done)
    FAIL(done.error().message);
  CHECK(std::holds_alternative<protocol::accepted>(done->answers.front()));
  CHECK(s.accept(made).is_duplicate);
}

TEST_CASE("a server that refuses us is told apart from one that is not there", "[.mariadb]") {
  const test_database db;
  const system_clock time;
  const auto why = [&](const std::string& url, const std::string& password) {
    const auto opened = open_database(url, password, time);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == errc::db_unavailable);
    return opened.error().message;
  };
  CHECK(why(db.url(), "wrong").find("PALANG_DB_PASSWORD") != std::string::npos);
  CHECK(why(db.url() + "_none", db.password()).find("create it first") != std::string::npos);
  CHECK(why("mysql://palang@127.0.0.1:1/palang", "").find("does not answer") != std::string::npos);
}
