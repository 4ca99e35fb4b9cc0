// The database cannot be written while the server runs: everybody is told, nobody waits, and it
// goes on by itself.
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"
#include "tests/support/sqlite_session.hpp"

#include <catch2/catch.hpp>

#include <optional>

using namespace palang;
using namespace palang::testing;

namespace {

protocol::submit entry(int n) {
  const auto now = system_clock{}.now();
  protocol::entry_data data;
  data.session_id = make_uuid_v7(now);
  data.gate_id = "in-1";
  data.plate = "B " + std::to_string(n) + " MT";
  data.vehicle_type = "MOBIL";
  protocol::submit s;
  s.id = make_uuid_v7(now);
  s.taken_at = now;
  s.clock = {0, protocol::clock_source::server};
  s.data = std::move(data);
  return s;
}

/// Reads on until a status says `is_up`.
protocol::status next_status(protocol_client& client, bool is_up) {
  while (true) {
    const auto message = client.next();
    if (const auto* told = std::get_if<protocol::status>(&message);
        told != nullptr && told->is_db_up == is_up)
      return *told;
  }
}

} // namespace

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
  const auto refused = entry(1);
  writer.send(refused);
  const auto answer = std::get<protocol::rejected>(writer.next_answer());
  CHECK(answer.id == refused.id);
  CHECK(answer.why.code == errc::db_unavailable);
  CHECK_FALSE(next_status(watcher, false).detail.empty());

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
  (void)next_status(watcher, true);
  (void)next_status(writer, true);
  writer.send(refused);
  const auto taken = std::get<protocol::accepted>(writer.next_answer());
  CHECK(taken.id == refused.id);
  CHECK_FALSE(taken.is_duplicate);
  CHECK(watcher.next_event().kind == "session.entered");
  CHECK(server.stop() == 0);
}
