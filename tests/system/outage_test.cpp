// The database cannot be written while the server runs: everybody is told, nobody waits, and it
// goes on by itself.
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"
#include "tests/support/sqlite_session.hpp"

#include <catch2/catch.hpp>

#include <optional>

using namespace palang;
using namespace palang::testing;

TEST_CASE(
    "a database that another process has locked is down for everybody, and up again by itself",
    "[system]") {
  server_process server;
  const auto port = server.client_port();
  const auto token = log_in(port, {"wati", "palang-demo", {}, {}}).token;
  protocol_client writer{port, token, {}};
  protocol_client watcher{port, token, {"session"}};

  std::optional<sqlite_session> other{server.data_dir() + "/palang.db"};
  other->run("BEGIN IMMEDIATE"); // as long as it lives, nobody else can write
  const auto refused = enter_now("B 1 MT");
  writer.send(refused);
  const auto answer = std::get<protocol::rejected>(writer.next_answer());
  CHECK(answer.id == refused.id);
  CHECK(answer.why.code == errc::db_unavailable);
  CHECK_FALSE(watcher.next_status(false).detail.empty());

  writer.send(protocol::ping{7});
  while (true) {
    const auto message = writer.next();
    if (const auto* pong = std::get_if<protocol::pong>(&message)) {
      CHECK(pong->n == 7);
      CHECK_FALSE(pong->is_db_up);
      break;
    }
  }

  other.reset();
  (void)watcher.next_status(true);
  (void)writer.next_status(true);
  writer.send(refused);
  const auto taken = std::get<protocol::accepted>(writer.next_answer());
  CHECK(taken.id == refused.id);
  CHECK_FALSE(taken.is_duplicate);
  CHECK(watcher.next_event().kind == "session.entered");
  CHECK(server.stop() == 0);
}
