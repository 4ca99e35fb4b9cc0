#include "tests/contract/site.hpp"
#include "tests/contract/statement_cut.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include <csignal>
#include <memory>
#include <sys/resource.h>

using namespace palang;
using namespace palang::testing;

namespace {

struct closer {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
};
using handle = std::unique_ptr<sqlite3, closer>;

/// Another process's view of the file.
handle elsewhere(const site& s) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(s.place().file().c_str(), &db) == SQLITE_OK);
  return handle{db};
}

void run(const handle& db, const char* sql) {
  REQUIRE(sqlite3_exec(db.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK);
}

errc refused(site& s, const ledger::submission& made) {
  const auto done = s.writer().submit(std::vector{made});
  REQUIRE_FALSE(done);
  return done.error().code;
}

} // namespace

TEST_CASE("while another process holds the lock nothing is written; afterwards all goes on",
          "[fault][sqlite]") {
  site s;
  auto budi = s.log_in("budi");
  const auto made = s.make(budi, entry_of("B 1 A", make_uuid_v7(s.time.now())));
  const auto before = s.events().size();
  {
    const auto other = elsewhere(s);
    run(other, "BEGIN IMMEDIATE");
    CHECK(refused(s, made) == errc::db_unavailable);
    CHECK(s.writer().probe(s.time.now()).error().code == errc::db_unavailable);
    CHECK(s.events().size() == before);
  }
  REQUIRE(s.writer().probe(s.time.now()));
  CHECK_FALSE(s.accept(made).is_duplicate);
}

TEST_CASE("a database file that is gone is an outage, not a new empty database",
          "[fault][sqlite]") {
  site s;
  auto budi = s.log_in("budi");
  const auto made = s.make(budi, entry_of("B 1 A", make_uuid_v7(s.time.now())));
  auto aside = s.place().file();
  aside += ".aside";
  std::filesystem::rename(s.place().file(), aside);
  CHECK(refused(s, made) == errc::db_unavailable);
  CHECK(refused(s, made) == errc::db_unavailable);
  CHECK_FALSE(std::filesystem::exists(s.place().file()));
  std::filesystem::rename(aside, s.place().file());
  CHECK_FALSE(s.accept(made).is_duplicate);
}

TEST_CASE("cut off at any statement, a batch is there as a whole or not at all", "[fault]") {
  statement_cut cutting;
  site s;
  auto budi = s.log_in("budi");
  const auto id = make_uuid_v7(s.time.now());
  const std::vector batch{s.make(budi, entry_of("B 1 A", id)), s.make(budi, exit_of(id, 5'000)),
                          s.make(budi, entry_of("B 2 A", make_uuid_v7(s.time.now())))};
  const auto before = s.events().size();
  int failures = 0;
  for (int at = 1;; ++at) {
    cutting.at(at);
    const auto done = s.writer().submit(batch);
    cutting.at(0);
    CAPTURE(at);
    REQUIRE(s.events().size() == (done ? before + 6 : before));
    if (done)
      break;
    ++failures;
    REQUIRE(done.error().code == errc::db_unavailable);
  }
  CHECK(failures > 10);
  CHECK(s.reader().gates()->front().occupancy == 1);
}

TEST_CASE("a full disk loses nothing and needs no restart", "[fault][sqlite]") {
  site s;
  auto budi = s.log_in("budi");
  const auto made = s.make(budi, entry_of("B 1 A", make_uuid_v7(s.time.now())));
  const auto before = s.events().size();
  auto log = s.place().file();
  log += "-wal";
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit usual{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &usual) == 0);
  auto full = usual;
  full.rlim_cur = std::filesystem::file_size(log) + 1;
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &full) == 0);
  const auto first = s.writer().submit(std::vector{made});
  const auto second = s.writer().submit(std::vector{made});
  const auto probed = s.writer().probe(s.time.now());
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &usual) == 0);
  REQUIRE_FALSE(first);
  CHECK(first.error().code == errc::db_unavailable);
  REQUIRE_FALSE(second);
  CHECK(second.error().code == errc::db_unavailable);
  REQUIRE_FALSE(probed);
  CHECK(probed.error().code == errc::db_unavailable);
  CHECK(s.events().size() == before);
  REQUIRE(s.writer().probe(s.time.now()));
  CHECK_FALSE(s.accept(made).is_duplicate);
}
