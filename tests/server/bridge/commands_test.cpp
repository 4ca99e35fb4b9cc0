// palangd's commands and exit codes, and what a database that goes away does to a running server.
#include "shared/core/clock.hpp"
#include "shared/core/crypto.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/process.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"
#include "tests/support/temp_dir.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include <fstream>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

struct outcome {
  int code = -1;
  std::string printed;
};

outcome palangd(std::vector<std::string> arguments,
                std::map<std::string, std::string> environment = {}) {
  process::options o;
  o.arguments = {PALANG_BIN_DIR "/palangd"};
  o.arguments.insert(o.arguments.end(), arguments.begin(), arguments.end());
  o.environment = std::move(environment);
  process p{o};
  auto printed = p.read_all(60s);
  return {p.wait(60s).value_or(-1), std::move(printed)};
}

std::string port_text(std::uint16_t port) {
  return "127.0.0.1:" + std::to_string(port);
}

/// Holds the write lock of the server's database: nobody else can write.
class foreign_writer {
public:
  explicit foreign_writer(const std::string& file) {
    REQUIRE(sqlite3_open(file.c_str(), &db_) == SQLITE_OK);
    sqlite3_busy_timeout(db_, 5000);
    REQUIRE(sqlite3_exec(db_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  ~foreign_writer() {
    sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(db_);
  }
  foreign_writer(const foreign_writer&) = delete;
  foreign_writer& operator=(const foreign_writer&) = delete;

private:
  sqlite3* db_ = nullptr;
};

protocol::status next_status(protocol_client& client) {
  while (true) {
    auto message = client.next();
    if (const auto* found = std::get_if<protocol::status>(&message))
      return *found;
  }
}

} // namespace

TEST_CASE("a wrong configuration exits 2, a database that cannot be had 3, a taken port 4",
          "[palangd]") {
  const temp_dir folder;
  CHECK(palangd({"serve"}).code == 2);
  CHECK(palangd({"serve", "--data", folder.file("a"), "--listen", "nowhere"}).code == 2);
  CHECK(palangd({"serve", "--data", folder.file("a"), "--db", "oracle://x"}).code == 2);
  std::ofstream(folder.file("file")) << "not a folder";
  CHECK(palangd({"serve", "--data", folder.file("file")}).code == 3);
  server_process running;
  CHECK(palangd({"serve", "--data", running.data_dir()}).code == 3);
  CHECK(palangd({"serve", "--data", folder.file("b"), "--listen", port_text(running.client_port()),
                 "--intake", "127.0.0.1:0", "--ops", "127.0.0.1:0"})
            .code
        == 4);
}

TEST_CASE("a demo is not loaded into a database that is in use", "[palangd]") {
  const temp_dir folder;
  const auto data = folder.file("data");
  REQUIRE(palangd({"migrate", "--data", data}).code == 0);
  REQUIRE(palangd({"user", "add", "tono", "--data", data}, {{"PALANG_PASSWORD", "a long password"}})
              .code
          == 0);
  CHECK(palangd({"serve", "--demo", "--data", data, "--listen", "127.0.0.1:0", "--intake",
                 "127.0.0.1:0", "--ops", "127.0.0.1:0"})
            .code
        == 2);
}

TEST_CASE("users are added, changed and listed at a shell", "[palangd]") {
  const temp_dir folder;
  const auto data = folder.file("data");
  const std::map<std::string, std::string> password{{"PALANG_PASSWORD", "a long password"}};
  CHECK(palangd({"user", "add", "tono", "--role", "supervisor", "--data", data}, password).code
        == 0);
  CHECK(palangd({"user", "add", "tono", "--data", data}, password).code == 1);
  CHECK(palangd({"user", "add", "short", "--data", data}, {{"PALANG_PASSWORD", "short"}}).code
        == 1);
  CHECK(palangd({"user", "set", "tono", "--disable", "--data", data}).code == 0);
  CHECK(palangd({"user", "set", "nobody", "--disable", "--data", data}).code == 1);
  const auto listed = palangd({"user", "list", "--data", data});
  CHECK(listed.code == 0);
  CHECK(listed.printed.find("tono\tsupervisor\tdisabled") != std::string::npos);
  CHECK(palangd({"check", "--data", data}).code == 0);
}

TEST_CASE("an enrolment code approves the device that brings it, once", "[palangd]") {
  server_process server;
  REQUIRE(server.stop() == 0);
  server.start(); // without --demo: new devices wait for an approval
  const system_clock wall;
  const auto log_in_new = [&](const std::string& code) {
    protocol::login_request r;
    r.username = "budi";
    r.password = "palang-demo";
    r.device_id = make_uuid_v7(wall.now());
    r.device_key = crypto::to_base64(crypto::make_key_pair().pub);
    if (!code.empty())
      r.enrolment = code;
    http_client http{server.client_port()};
    return http.request("POST", "/v1/login", {}, protocol::encode(r)).status;
  };
  CHECK(log_in_new("") == 403);
  auto code = palangd({"device", "enrol", "--data", server.data_dir()}).printed;
  code.resize(code.find('\n'));
  CHECK(log_in_new(code) == 200);
  CHECK(log_in_new(code) == 403);
  const auto devices = palangd({"device", "list", "--data", server.data_dir()}).printed;
  CHECK(devices.find("approved") != std::string::npos);
  CHECK(devices.find("pending") != std::string::npos);
}

TEST_CASE("a database that takes no writes is told to everyone within a second or two, and so is "
          "its return",
          "[palangd]") {
  server_process server;
  const auto token = log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token;
  protocol_client client{server.client_port(), token, {"session"}};
  http_client ops{server.ops_port()};
  {
    const foreign_writer holding{server.data_dir() + "/palang.db"};
    CHECK_FALSE(next_status(client).is_db_up);
    CHECK(ops.get("/readyz").status == 503);
    CHECK(ops.get("/healthz").status == 200);
    client.send(protocol::ping{1});
    auto message = client.next();
    REQUIRE(std::holds_alternative<protocol::pong>(message));
    CHECK_FALSE(std::get<protocol::pong>(message).is_db_up);
  }
  CHECK(next_status(client).is_db_up);
  CHECK(ops.get("/readyz").status == 200);
  CHECK(server.stop() == 0);
}
