// palangd prepares its database: from several processes at once, killed in the middle, and counted
// anew where its sums are wrong.
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_database.hpp"
#include "tests/support/sqlite_session.hpp"
#include "tests/system/server_command.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <filesystem>
#include <memory>
#include <random>
#include <set>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

constexpr int doublings = 13;
/// Spreads the 8192 sessions over a year.
constexpr auto apart = 64min;

/// A database that palangd's commands work on, and a server's folder beside it.
class place {
public:
  [[nodiscard]] std::vector<std::string> command(std::vector<std::string> words) const {
    words.insert(words.end(), {"--data", server.data_dir()});
    const auto where = database.arguments();
    words.insert(words.end(), where.begin(), where.end());
    return words;
  }
  [[nodiscard]] command_outcome run(std::vector<std::string> words) const {
    return run_palangd(command(std::move(words)), database.environment());
  }
  /// A command that goes on while the test does something else.
  [[nodiscard]] std::unique_ptr<process> begin(std::vector<std::string> words) const {
    process::options o;
    o.arguments = command(std::move(words));
    o.arguments.insert(o.arguments.begin(), PALANG_BIN_DIR "/palangd");
    o.environment = database.environment();
    return std::make_unique<process>(o);
  }
  std::vector<std::string> rows(const std::string& sql) const {
    return database.mariadb() ? database.another_client().rows(sql)
                              : sqlite_session{server_database::file(server)}.rows(sql);
  }
  /// The only number of the only row.
  [[nodiscard]] std::int64_t number(const std::string& sql) const {
    const auto found = rows(sql);
    return found.empty() ? 0 : std::stoll(found.front());
  }
  [[nodiscard]] bool has_table(const std::string& name) const {
    if (database.mariadb() == nullptr && !std::filesystem::exists(server_database::file(server)))
      return false;
    return !rows((database.mariadb() ? "SELECT 1 FROM information_schema.tables WHERE table_schema "
                                       "= DATABASE() AND table_name = '"
                                     : "SELECT 1 FROM sqlite_master WHERE name = '")
                 + name + "'")
                .empty();
  }

  server_database database;
  server_process server{database.arguments(), database.environment()};
};

/// A year in which one car came and went thousands of times.
class old_place : public place {
public:
  old_place() {
    record_one();
    CHECK(server.stop() == 0);
    for (int i = 0; i < doublings; ++i) {
      multiply("sessions", "session_no", 1 << i, {"id", "plate_key"},
               {"started_at", "entered_at", "exited_at"});
      multiply("payments", "payment_no", 1 << i, {}, {"at"});
    }
    rows("UPDATE sessions SET plate_key = 1000 + session_no % 900");
    REQUIRE(run({"migrate", "--recount"}).code == 0);
    counted_ = sums();
    REQUIRE(pieces_done() > 50);
  }

  /// What an older version left: hours, and nothing longer.
  void forget_sums() const {
    for (const auto* table : {"session_days", "session_weeks", "payment_days", "plate_parts"})
      rows(std::string{"DELETE FROM "} + table);
    rows("DELETE FROM meta WHERE name IN ('rolled_until', 'plates_until')");
  }
  [[nodiscard]] std::int64_t pieces_done() const {
    return number("SELECT COUNT(DISTINCT week) FROM session_weeks")
           + number("SELECT COUNT(*) FROM meta WHERE name = 'plates_until'");
  }
  void check_sums() const {
    CHECK(sums() == counted_);
    const auto checked = run({"check"});
    CHECK(checked.code == 0);
    CHECK(checked.complaint == "");
  }

private:
  void record_one() const {
    protocol_client desk{server.client_port(),
                         log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token,
                         {}};
    const auto entry = enter_now("B 1 A");
    protocol::exit_data left;
    left.session_id = std::get<protocol::entry_data>(entry.data).session_id;
    left.gate_id = "out-1";
    left.charged = rupiah{5'000};
    left.paid = protocol::payment{"cash", rupiah{5'000}, std::nullopt, std::nullopt};
    for (const auto& made : {entry, submit_now(left)}) {
      desk.send(made);
      REQUIRE(std::holds_alternative<protocol::accepted>(desk.next_answer()));
    }
  }

  [[nodiscard]] std::vector<std::string> columns(const std::string& table) const {
    auto out = rows(database.mariadb()
                        ? "SELECT column_name FROM information_schema.columns WHERE table_schema = "
                          "DATABASE() AND table_name = '"
                              + table + "' ORDER BY ordinal_position"
                        : "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
    for (auto& name : out)
      name.pop_back();
    return out;
  }

  /// Each row once more, `by` further on by number and as many times `apart` earlier.
  void multiply(const std::string& table, const std::string& key, int by,
                const std::set<std::string>& named, const std::set<std::string>& dated) const {
    const auto further = key + " + " + std::to_string(by);
    const auto earlier = " - " + std::to_string(by * milliseconds{apart}.count());
    std::string values;
    for (const auto& column : columns(table))
      values += (values.empty() ? "" : ", ")
                + (column == key || named.contains(column) ? further
                   : dated.contains(column)                ? column + earlier
                                                           : column);
    rows("INSERT INTO " + table + " SELECT " + values + " FROM " + table);
  }

  [[nodiscard]] std::vector<std::string> sums() const {
    std::vector<std::string> out;
    for (const auto* sql :
         {"SELECT * FROM session_days ORDER BY 1, 2, 3",
          "SELECT * FROM session_weeks ORDER BY 1, 2, 3, 4, 5",
          "SELECT * FROM payment_days ORDER BY 1, 2, 3", "SELECT * FROM plate_parts ORDER BY 1, 2",
          "SELECT * FROM meta WHERE name IN ('rolled_until', 'plates_until') ORDER BY 1"})
      for (auto& row : rows(sql))
        out.push_back(std::move(row));
    return out;
  }

  std::vector<std::string> counted_;
};

/// Several `palangd migrate` that begin together; all come to their end.
void migrate_together(const place& where) {
  std::vector<std::unique_ptr<process>> crowd;
  for (int i = 0; i < 3; ++i)
    crowd.push_back(where.begin({"migrate"}));
  for (const auto& one : crowd)
    CHECK(one->wait(120s) == 0);
}

/// Kills `palangd migrate` as soon as `is_time`; false when it was at its end before.
template <class IsTime>
bool migrate_killed(const place& where, IsTime&& is_time) {
  const auto killed = where.begin({"migrate"});
  while (!is_time())
    if (!killed->is_running())
      return false;
  killed->kill();
  return killed->wait(60s) == 128 + SIGKILL;
}

} // namespace

TEST_CASE("processes that make one database at the same moment all find it made", "[system]") {
  place site;
  CHECK(site.server.stop() == 0);
  for (int round = 0; round < 5; ++round) {
    site.database.lose(site.server);
    migrate_together(site);
    CHECK(site.number("SELECT COUNT(*) FROM meta WHERE name IN ('epoch', 'site_seed')") == 2);
    CHECK(site.run({"check"}).code == 0);
  }
}

TEST_CASE("a migration that is killed is finished by the next start, whenever it was", "[system]") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::minstd_rand random{seed};
  place site;
  CHECK(site.server.stop() == 0);
  int killed = 0;
  for (int round = 0; round < 8; ++round) {
    site.database.lose(site.server);
    const auto steps = static_cast<std::int64_t>(random() % 10);
    killed += migrate_killed(site, [&] {
      return site.has_table("schema_migrations")
             && site.number("SELECT COUNT(*) FROM schema_migrations") >= steps;
    });
    migrate_together(site);
    const auto checked = site.run({"check"});
    CHECK(checked.code == 0);
    CHECK(checked.complaint == "");
  }
  CHECK(killed > 0);
}

TEST_CASE("longer sums are made once, by however many processes, and whichever of them is killed",
          "[system]") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::minstd_rand random{seed};
  const old_place site;
  int killed = 0;

  site.forget_sums();
  migrate_together(site);
  site.check_sums();

  for (int round = 0; round < 3; ++round) {
    site.forget_sums();
    for (int kills = 0; kills < 3; ++kills) {
      const auto before = site.pieces_done();
      const auto wanted = before + 1 + static_cast<std::int64_t>(random()) % 15;
      CAPTURE(before, wanted);
      killed += migrate_killed(site, [&] { return site.pieces_done() >= wanted; });
      CHECK(site.pieces_done() >= wanted);
    }
    migrate_together(site);
    site.check_sums();
  }
  CHECK(killed > 0);
}

TEST_CASE("a database that takes no writes is told at once, not waited for", "[system]") {
  place site;
  CHECK(site.server.stop() == 0);
  auto* const mariadb = site.database.mariadb();
  if (mariadb == nullptr)
    return; // A file that may not be written is tried among the damaged ones.
  mariadb->run("SET GLOBAL read_only = 1");
  const auto refused = site.run({"migrate"});
  CHECK(refused.code == 3);
  CHECK_THAT(refused.complaint, Catch::Contains("the database server takes no writes"));
  mariadb->run("SET GLOBAL read_only = 0");
  CHECK(site.run({"migrate"}).code == 0);
}

TEST_CASE("another program's tables stay alone", "[system]") {
  place site;
  CHECK(site.server.stop() == 0);
  if (site.database.mariadb() == nullptr)
    return; // A file of another program is tried among the damaged ones.
  site.database.lose(site.server);
  site.rows("CREATE TABLE contacts (name TEXT)");
  const auto refused = site.run({"migrate"});
  CHECK(refused.code == 3);
  CHECK_THAT(refused.complaint,
             Catch::Contains("another program's tables") && Catch::Contains("Next: set db to"));
  CHECK(site.rows("SHOW TABLES") == std::vector<std::string>{"contacts|"});
}

TEST_CASE("check names the sums that are wrong, and a recount mends them", "[system]") {
  const old_place site;
  struct wrong {
    const char* sql;
    const char* said;
  };
  for (const auto& [sql, said] :
       {wrong{"UPDATE session_hours SET entries = entries + 1",
              "the counts are not those of the sessions: hour "},
        wrong{"DELETE FROM payment_hours", "the sums are not those of the payments: hour "},
        wrong{"UPDATE session_days SET revenue = revenue - 1",
              "the counts are not those of the hours: part of a day "},
        wrong{"UPDATE session_weeks SET exits = 0", "the counts are not those of the hours: week "},
        wrong{"UPDATE payment_days SET amount = 0", "the sums are not those of the hours: day "}}) {
    CAPTURE(sql);
    site.rows(sql);
    const auto checked = site.run({"check"});
    CHECK(checked.code == 3);
    CHECK_THAT(checked.complaint, Catch::Contains(said)
                                      && Catch::Contains("Next: stop the server and run palangd "
                                                         "migrate --recount"));
    const auto mended = site.run({"migrate", "--recount"});
    CHECK(mended.code == 0);
    CHECK_THAT(mended.printed, Catch::Contains("counted anew"));
    site.check_sums();
  }
}
