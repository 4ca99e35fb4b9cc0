// What the site lets go is thrown away in small steps; what counts never is.
#include "server/config/defaults.hpp"
#include "server/domain/step_size.hpp"
#include "server/storage/soci/connection.hpp"
#include "tests/contract/ports.hpp"
#include "tests/contract/site.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>

using namespace palang;
using namespace palang::storage;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

using request = ledger::writer::prune_request;

struct busy_site : site {
  worker budi = log_in("budi");

  /// Each entry is two events: the session and the gate's occupancy.
  void enter(int cars) {
    for (int i = 0; i < cars; ++i)
      accept(
          make(budi, entry_of("B " + std::to_string(++plates) + " RT", make_uuid_v7(time.now()))));
  }
  int plates = 0;
};

} // namespace

TEST_CASE("events go oldest first, without a gap, and the journal tells where it begins",
          "[retention]") {
  busy_site s;
  s.enter(10);
  s.time.advance(24h);
  const auto newest_old = given(s.reader().bounds()).newest_seq;
  s.enter(10);
  request what;
  what.journal_before = s.time.now() - 1h;
  what.limit = 7;
  std::int64_t removed = 0;
  while (true) {
    const auto done = given(s.writer().prune(what));
    CHECK(done.rows <= what.limit);
    removed += done.rows;
    CHECK(done.oldest_seq == removed + 1);
    CHECK(given(s.reader().bounds()).oldest_seq == done.oldest_seq);
    if (done.rows < what.limit)
      break;
  }
  CHECK(removed == newest_old);
  const auto kept = given(s.reader().journal_after(0, 1'000));
  CHECK(kept.front().seq == newest_old + 1);
  CHECK(static_cast<std::int64_t>(kept.size()) == kept.back().seq - newest_old);
}

TEST_CASE("of a journal that is too long the newest events stay", "[retention]") {
  busy_site s;
  s.enter(20);
  request what;
  what.most_events = 5;
  what.limit = 1'000;
  static_cast<void>(given(s.writer().prune(what)));
  const auto bounds = given(s.reader().bounds());
  CHECK(bounds.newest_seq - bounds.oldest_seq + 1 == 5);
}

TEST_CASE("the newest event stays whatever its age, so that the series goes on", "[retention]") {
  busy_site s;
  s.enter(3);
  const auto newest = given(s.reader().bounds()).newest_seq;
  s.time.advance(std::chrono::days{400});
  request what;
  what.journal_before = s.time.now();
  what.limit = 1'000;
  static_cast<void>(given(s.writer().prune(what)));
  CHECK(given(s.reader().bounds()).oldest_seq == newest);
  s.reopen();
  s.enter(1);
  CHECK(given(s.reader().journal_after(0, 10)).at(1).seq == newest + 1);
}

TEST_CASE("sessions, money and answers outlive every limit", "[retention]") {
  busy_site s;
  const auto id = make_uuid_v7(s.time.now());
  const auto entry = s.make(s.budi, entry_of("B 9 RT", id));
  s.accept(entry);
  s.accept(s.make(s.budi, exit_of(id, 5'000)));
  s.time.advance(std::chrono::days{4'000});
  request what;
  what.journal_before = what.tokens_before = s.time.now();
  what.most_events = 1;
  what.limit = 1'000;
  static_cast<void>(given(s.writer().prune(what)));
  CHECK(s.session(id).charged == rupiah{5'000});
  CHECK(s.accept(entry).is_duplicate);
}

TEST_CASE("log-ins go when they have expired, not before", "[retention]") {
  site s;
  ledger::writer::login_facts facts;
  facts.user_id = given(s.reader().find_credentials("wati"))->who.id;
  facts.token_hash = "a token";
  facts.at = s.time.now();
  REQUIRE(given(s.writer().login(facts)).grant);
  request what;
  what.limit = 10;
  what.tokens_before = s.time.now() + 1h;
  CHECK(given(s.writer().prune(what)).rows == 0);
  CHECK(given(s.reader().find_token("a token")));
  what.tokens_before = s.time.now() + 17h;
  CHECK(given(s.writer().prune(what)).rows == 1);
  CHECK_FALSE(given(s.reader().find_token("a token")));
}

TEST_CASE("photos go by age, and the oldest when they are too much", "[retention]") {
  site s;
  const auto photo = [](char c) { return std::string(64, c); };
  for (const char c : {'a', 'b', 'c'}) {
    REQUIRE(s.writer().photo_arrived(photo(c), 100, "image/jpeg", s.time.now()));
    s.time.advance(24h);
  }
  const auto old = [&](instant before, std::int64_t bytes) {
    return given(s.reader().old_photos(before, bytes, 10));
  };
  CHECK(old({}, 0).empty());
  CHECK(old(s.time.now() - 60h, 0) == std::vector{photo('a')});
  CHECK(old({}, 150) == std::vector{photo('a'), photo('b')});
  CHECK(old({}, 300).empty());
  request what;
  what.photos = {photo('a')};
  static_cast<void>(given(s.writer().prune(what)));
  CHECK(old(s.time.now(), 0) == std::vector{photo('b'), photo('c')});
}

TEST_CASE("a step that knows where the journal begins leaves what is before to others",
          "[retention]") {
  busy_site s;
  s.enter(10);
  s.time.advance(24h);
  request what;
  what.journal_before = s.time.now() - 1h;
  what.limit = 4;
  what.oldest_seq = given(s.writer().prune(what)).oldest_seq;
  CHECK(what.oldest_seq == 5);
  CHECK(given(s.writer().prune(what)).oldest_seq == 9);
  CHECK(given(s.reader().bounds()).oldest_seq == 9);
}

namespace {

/// Two million events that are old, and one that is new.
struct full_site : busy_site {
  full_site() {
    if (!test_database::is_sqlite()) {
      // As a server has them unless it is told otherwise.
      test_database::administrator().run("SET GLOBAL innodb_buffer_pool_size = 134217728");
      test_database::administrator().run("SET GLOBAL innodb_log_file_size = 100663296");
    }
    enter(1'000);
    {
      connection db{place().speaks(purpose::change_schema)};
      REQUIRE(db.ensure());
      for (auto newest = given(reader().bounds()).newest_seq; newest < 2'000'000; newest *= 2)
        db.execute("INSERT INTO journal (seq, at, topic, kind, content) SELECT seq + "
                   + std::to_string(newest) + ", at, topic, kind, content FROM journal");
    }
    reopen();
    time.advance(std::chrono::days{100});
    enter(1);
    what.journal_before = time.now() - 1h;
  }

  /// As the actor does it, with writes between the steps.
  void prune(const char* how) {
    std::vector<milliseconds> steps;
    milliseconds write{0};
    std::int64_t gone = 0;
    for (int i = 0; i < 400; ++i) {
      what.limit = next.rows();
      steps.push_back(took([&] {
        const auto done = given(writer().prune(what));
        gone += done.rows;
        what.oldest_seq = done.oldest_seq;
      }));
      next.took(steps.back(), what.limit);
      write = std::max(write, took([&] { enter(1); }));
    }
    std::ranges::sort(steps);
    std::cout << how << ": " << gone << " events in " << steps.size()
              << " steps, half of them within " << steps[steps.size() / 2].count()
              << " ms, 99 of 100 within " << steps[steps.size() * 99 / 100].count()
              << ", all within " << steps.back().count() << "; the longest write between them "
              << write.count() << " ms" << std::endl;
  }

private:
  static milliseconds took(const std::function<void()>& work) {
    const system_clock real;
    const auto begin = real.monotonic();
    work();
    return real.monotonic() - begin;
  }

  request what;
  domain::step_size next{defaults::retention_budget, defaults::retention_rows_first,
                         defaults::retention_rows_least};
};

} // namespace

// Alone on the machine: bin/contract_test "[figure]", and once more with
// PALANG_TEST_DATABASE=mariadb.
TEST_CASE("how long a step of the retention keeps others from writing, in millions of events",
          "[.][figure]") {
  full_site s;
  s.prune("alone");
  // A backup or a long report: what is removed meanwhile cannot be cleared away.
  connection other{s.place().speaks(purpose::read)};
  REQUIRE(other.ensure());
  other.execute(other.speaks().begin_read());
  other.execute("SELECT COUNT(*) FROM users");
  s.prune("beside another's view");
}
