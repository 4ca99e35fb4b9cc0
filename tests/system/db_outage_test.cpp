// Whatever happens to the database server while Palang runs on it: everybody is told, nobody waits
// for ever, nothing is lost or doubled, and it goes on by itself. Times are printed, not asserted.
#include "tests/support/http_client.hpp"
#include "tests/support/mariadb_process.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"
#include "tests/support/tcp_relay.hpp"

#include <catch2/catch.hpp>

#include <cstdio>
#include <functional>
#include <future>
#include <optional>
#include <stdexcept>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using steady = std::chrono::steady_clock;

namespace {

/// palangd on a MariaDB of its own, through a network that can be cut.
struct whole_site {
  mariadb_process mariadb;
  std::string database = mariadb.create_database();
  tcp_relay network{mariadb.port()};
  server_process server{{"--db", mariadb_process::url(database, network.port())},
                        {{"PALANG_DB_PASSWORD", mariadb_process::password},
                         {"PALANG_TTLOCK_CALLBACK_SECRET", "s3cret"}}};
  std::string token = log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token;
  std::optional<mariadb_session> other; ///< Another client of the database, while it is needed.
};

struct fault {
  const char* name;
  std::function<void(whole_site&)> happen;
  std::function<void(whole_site&)> end;
};

const std::vector<fault> faults{
    {"stopped", [](whole_site& s) { s.mariadb.stop(); }, [](whole_site& s) { s.mariadb.start(); }},
    {"killed", [](whole_site& s) { s.mariadb.kill(); }, [](whole_site& s) { s.mariadb.start(); }},
    {"frozen", [](whole_site& s) { s.mariadb.freeze(); }, [](whole_site& s) { s.mariadb.thaw(); }},
    {"cut towards the server", [](whole_site& s) { s.network.cut_to_server(); },
     [](whole_site& s) { s.network.mend(); }},
    {"cut towards us", [](whole_site& s) { s.network.cut_to_client(); },
     [](whole_site& s) { s.network.mend(); }},
    {"cut both ways",
     [](whole_site& s) {
       s.network.cut_to_server();
       s.network.cut_to_client();
     },
     [](whole_site& s) { s.network.mend(); }},
    {"three seconds an answer", [](whole_site& s) { s.network.delay_answers(3s); },
     [](whole_site& s) { s.network.mend(); }},
    {"credentials changed", [](whole_site& s) { s.mariadb.change_password("another"); },
     [](whole_site& s) { s.mariadb.change_password(mariadb_process::password); }},
    {"read-only", [](whole_site& s) { s.mariadb.run("SET GLOBAL read_only = 1"); },
     [](whole_site& s) { s.mariadb.run("SET GLOBAL read_only = 0"); }},
    {"tables locked",
     [](whole_site& s) {
       s.other.emplace(s.mariadb.session());
       s.other->run("FLUSH TABLES WITH READ LOCK");
     },
     [](whole_site& s) { s.other.reset(); }},
    {"one table locked",
     [](whole_site& s) {
       s.other.emplace(s.mariadb.session());
       s.other->run("LOCK TABLES " + s.database + ".sessions WRITE");
     },
     [](whole_site& s) { s.other.reset(); }},
    {"a row locked",
     [](whole_site& s) {
       s.other.emplace(s.mariadb.session());
       s.other->run("START TRANSACTION");
       s.other->run("SELECT content FROM " + s.database + ".meta FOR UPDATE");
     },
     [](whole_site& s) { s.other.reset(); }},
};

std::string plate(int n) {
  return "B " + std::to_string(n) + " MT";
}

long long ms_since(steady::time_point begin) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(steady::now() - begin).count();
}

/// How long after `begin` a client is told.
long long told_after(protocol_client& client, bool is_up, steady::time_point begin) {
  (void)client.next_status(is_up);
  return ms_since(begin);
}

protocol::pong ping(protocol_client& client) {
  client.send(protocol::ping{7});
  while (true) {
    const auto message = client.next();
    if (const auto* answer = std::get_if<protocol::pong>(&message))
      return *answer;
  }
}

unsigned post_callback(std::uint16_t port) {
  http_client cloud{port, {.patience = 30s}};
  return cloud
      .request("POST", "/ttlock/callback/s3cret",
               {{"Content-Type", "application/x-www-form-urlencoded"}},
               "lockId=7252408&notifyType=1&records=%5B%7B%22lockId%22%3A7252408%2C%22"
               "recordTypeFromLock%22%3A17%2C%22recordType%22%3A7%2C%22success%22%3A1%2C%22"
               "lockDate%22%3A1680810186000%7D%5D")
      .status;
}

/// Sends until it is taken.
void insist(protocol_client& writer, const protocol::submit& what) {
  while (true) {
    writer.send(what);
    const auto answer = writer.next_answer();
    if (std::holds_alternative<protocol::accepted>(answer))
      return;
    REQUIRE(is_retryable(std::get<protocol::rejected>(answer).why.code));
  }
}

void suffer(whole_site& s, const fault& f, int number) {
  INFO(f.name);
  const auto port = s.server.client_port();
  protocol_client writer{port, s.token, {}};
  protocol_client watcher{port, s.token, {}};
  insist(writer, enter_now(plate(2 * number)));

  const auto begin = steady::now();
  f.happen(s);
  const auto happened = ms_since(begin);
  auto down = std::async(std::launch::async, [&] { return told_after(watcher, false, begin); });
  const auto made = enter_now(plate(2 * number + 1));
  const auto sent = steady::now();
  writer.send(made);
  const auto answer = writer.next_answer();
  const auto refused = ms_since(sent);
  REQUIRE(std::holds_alternative<protocol::rejected>(answer));
  CHECK(std::get<protocol::rejected>(answer).why.code == errc::db_unavailable);
  const auto known = down.get();
  const auto pinged = steady::now();
  CHECK_FALSE(ping(writer).is_db_up);
  const auto ponged = ms_since(pinged);
  const auto posted = steady::now();
  CHECK(post_callback(s.server.intake_port()) == 503);
  const auto answered = ms_since(posted);

  f.end(s);
  const auto mended = steady::now();
  auto up = std::async(std::launch::async, [&] { return told_after(watcher, true, mended); });
  const auto back = up.get();
  insist(writer, made);
  std::printf("%-24s known %lld ms, refused %lld ms, pong %lld ms, callback 503 %lld ms, up again "
              "%lld ms (the fault itself took %lld ms)\n",
              f.name, known, refused, ponged, answered, back, happened);
  CHECK(post_callback(s.server.intake_port()) == 200);
}

} // namespace

TEST_CASE("whatever happens to the database server, palangd tells, refuses and recovers",
          "[system]") {
  whole_site s;
  int number = 0;
  const auto threads = s.server.running().figure("Threads");
  const auto memory = s.server.running().figure("VmRSS");
  for (const auto& f : faults)
    suffer(s, f, ++number);
  CHECK(s.server.running().figure("Threads") == threads);
  std::printf("memory %ld kB before, %ld kB after all faults\n", memory,
              s.server.running().figure("VmRSS"));
  const auto cars = std::to_string(2 * number);
  CHECK(s.mariadb.run("SELECT COUNT(*) FROM " + s.database + ".sessions") == cars);
  CHECK(s.mariadb.run("SELECT COUNT(*) FROM " + s.database + ".submissions") == cars);
  CHECK(s.mariadb.run("SELECT MAX(seq) - COUNT(*) FROM " + s.database + ".journal") == "0");
  CHECK(s.server.stop() == 0);
}
