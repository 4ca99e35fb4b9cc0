// Whatever happens to the database server while Palang runs on it: everybody is told, nobody waits
// for ever, nothing is lost or doubled, and it goes on by itself. Times are printed, not asserted.
#include "tests/support/mariadb_process.hpp"
#include "tests/support/tcp_relay.hpp"
#include "tests/system/outage.hpp"

#include <catch2/catch.hpp>

#include <cstdio>
#include <optional>
#include <vector>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using steady = std::chrono::steady_clock;

namespace {

/// palangd on a MariaDB of its own, through a network that can be cut.
struct whole_site {
  mariadb_process mariadb{{mariadb_process::file_per_table}};
  std::string database = mariadb.create_database();
  tcp_relay network{mariadb.port()};
  server_process server{{"--db", mariadb_process::url(database, network.port())},
                        {{"PALANG_DB_PASSWORD", mariadb_process::password},
                         {"PALANG_TTLOCK_CALLBACK_SECRET", callback_secret}}};
  std::string token = log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token;
  std::optional<mariadb_session> other; ///< Another client of the database, while it is needed.
};

std::vector<outage> outages(whole_site& s) {
  return {
      {"stopped", [&s] { s.mariadb.stop(); }, [&s] { s.mariadb.start(); }},
      {"killed", [&s] { s.mariadb.kill(); }, [&s] { s.mariadb.start(); }},
      {"frozen", [&s] { s.mariadb.freeze(); }, [&s] { s.mariadb.thaw(); }},
      {"cut towards the server", [&s] { s.network.cut_to_server(); }, [&s] { s.network.mend(); }},
      {"cut towards us", [&s] { s.network.cut_to_client(); }, [&s] { s.network.mend(); }},
      {"cut both ways",
       [&s] {
         s.network.cut_to_server();
         s.network.cut_to_client();
       },
       [&s] { s.network.mend(); }},
      {"three seconds an answer", [&s] { s.network.delay_answers(3s); },
       [&s] { s.network.mend(); }},
      {"credentials changed", [&s] { s.mariadb.change_password("another"); },
       [&s] { s.mariadb.change_password(mariadb_process::password); }},
      {"read-only", [&s] { s.mariadb.run("SET GLOBAL read_only = 1"); },
       [&s] { s.mariadb.run("SET GLOBAL read_only = 0"); }},
      {"tables locked",
       [&s] {
         s.other.emplace(s.mariadb.session());
         s.other->run("FLUSH TABLES WITH READ LOCK");
       },
       [&s] { s.other.reset(); }},
      {"one table locked",
       [&s] {
         s.other.emplace(s.mariadb.session());
         s.other->run("LOCK TABLES " + s.database + ".sessions WRITE");
       },
       [&s] { s.other.reset(); }},
      {"a row locked",
       [&s] {
         s.other.emplace(s.mariadb.session());
         s.other->run("START TRANSACTION");
         s.other->run("SELECT content FROM " + s.database + ".meta FOR UPDATE");
       },
       [&s] { s.other.reset(); }},
  };
}

} // namespace

TEST_CASE("whatever happens to the database server, palangd tells, refuses and recovers",
          "[system]") {
  whole_site s;
  int number = 0;
  const auto threads = s.server.running().figure("Threads");
  const auto memory = s.server.running().figure("VmRSS");
  for (const auto& what : outages(s))
    suffer(s.server, s.token, what, ++number);
  CHECK(s.server.running().figure("Threads") == threads);
  std::printf("memory %ld kB before, %ld kB after all faults\n", memory,
              s.server.running().figure("VmRSS"));
  const auto cars = std::to_string(2 * number);
  CHECK(s.mariadb.run("SELECT COUNT(*) FROM " + s.database + ".sessions") == cars);
  CHECK(s.mariadb.run("SELECT COUNT(*) FROM " + s.database + ".submissions") == cars);
  CHECK(s.mariadb.run("SELECT MAX(seq) - COUNT(*) FROM " + s.database + ".journal") == "0");
  CHECK(s.server.stop() == 0);
}

TEST_CASE("without room the database is down until there is some, though small changes find theirs",
          "[system]") {
  whole_site s;
  protocol_client writer{s.server.client_port(), s.token, {}};
  protocol_client watcher{s.server.client_port(), s.token, {}};
  int cars = 0;
  for (int round = 0; round < 2; ++round) { // what the first leaves behind must not deceive
    s.mariadb.disk().fill();

    auto made = enter_now(plate(++cars));
    auto sent = steady::now();
    const auto is_taken = [&] {
      sent = steady::now();
      writer.send(made);
      return std::holds_alternative<protocol::accepted>(writer.next_answer());
    };
    while (is_taken()) // what pages that are begun still hold
      made = enter_now(plate(++cars));
    const auto refused = ms_since(sent);
    CHECK_THAT(watcher.next_status(false).detail, Catch::StartsWith("disk full"));
    const auto known = ms_since(sent);
    stay_down(watcher);
    CHECK(s.mariadb.run("SELECT COUNT(*) FROM " + s.database + ".sessions")
          == std::to_string(cars - 1));

    s.mariadb.disk().free();
    const auto mended = steady::now();
    (void)watcher.next_status(true);
    std::printf(
        "disk full: %d records found a place; refused %lld ms, known %lld ms after the next, "
        "up again %lld ms after room was made\n",
        cars - 1, refused, known, ms_since(mended));
    insist(writer, made);
    CHECK(s.mariadb.run("SELECT COUNT(*) FROM " + s.database + ".sessions")
          == std::to_string(cars));
    CHECK(s.mariadb.run("SELECT MAX(seq) - COUNT(*) FROM " + s.database + ".journal") == "0");
  }
  CHECK(s.server.stop() == 0);
}
