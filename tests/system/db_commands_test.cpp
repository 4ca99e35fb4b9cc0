// A site moves from SQLite to MariaDB and back with palangd's own commands; nobody notices.
#include "tests/support/mariadb_process.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"
#include "tests/system/server_command.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;

namespace {

void enter(server_process& server, const std::string& plate) {
  protocol_client client{server.client_port(),
                         log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token,
                         {}};
  client.send(enter_now(plate));
  REQUIRE(std::holds_alternative<protocol::accepted>(client.next_answer()));
}

protocol::welcome greeting(server_process& server) {
  const protocol_client client{server.client_port(),
                               log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token,
                               {}};
  return client.greeting();
}

} // namespace

TEST_CASE("a site moves to a database server and back with its whole history", "[system]") {
  mariadb_process mariadb;
  const auto database = mariadb.create_database();
  const auto remote = mariadb.url(database);
  const std::map<std::string, std::string> secret{
      {"PALANG_DB_PASSWORD", mariadb_process::password}};
  server_process server;
  enter(server, "B 1 A");
  const auto before = greeting(server);
  const auto data = server.data_dir();
  const auto local = "sqlite://" + data + "/palang.db";
  const auto copy = [&](const std::string& from, const std::string& to) {
    return run_palangd({"migrate", "--data", data, "--from", from, "--to", to}, secret);
  };

  CHECK(copy(local, remote).code == 3); // the server runs
  CHECK(server.stop() == 0);
  const auto moved = copy(local, remote);
  INFO(moved.printed);
  REQUIRE(moved.code == 0);
  CHECK(moved.printed.find("rows copied and found equal") != std::string::npos);
  CHECK(copy(local, remote).code == 2);

  CHECK(run_palangd({"check", "--data", data, "--db", remote}, secret).code == 0);
  server.set({"--db", remote}, secret);
  server.start();
  CHECK(greeting(server).epoch == before.epoch);
  enter(server, "B 2 A");
  CHECK(server.stop() == 0);

  const temp_dir elsewhere;
  const auto back = "sqlite://" + elsewhere.file("palang.db");
  REQUIRE(copy(remote, back).code == 0);
  server.set({"--db", back}, {});
  server.start();
  CHECK(greeting(server).epoch == before.epoch);
  CHECK(greeting(server).seq > before.seq);
  enter(server, "B 3 A");
  CHECK(server.stop() == 0);

  mariadb.run("DROP INDEX audit_at ON " + database + ".audit");
  const auto spoiled = run_palangd({"check", "--data", data, "--db", remote}, secret);
  CHECK(spoiled.code == 3);
  CHECK(spoiled.complaint.find("index audit.audit_at is missing") != std::string::npos);
}
