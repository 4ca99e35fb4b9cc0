// The server is lost with all it had; a backup of the morning and the handhelds make it whole.
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_database.hpp"
#include "tests/support/server_process.hpp"
#include "tests/system/server_command.hpp"
#include "tests/system/site_books.hpp"
#include "tests/system/sync_device.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <filesystem>
#include <thread>

using namespace palang;
using namespace palang::testing;

namespace {

/// What a run printed under `name`.
std::string said(const std::optional<std::string>& line, std::string_view name) {
  REQUIRE(line);
  return protocol::string_of(protocol::member_of(*line, name).value()).value();
}

/// A server, its database, and its operator at a shell.
struct lost_site {
  server_database database;
  server_process server{database.arguments(), database.environment()};
  temp_dir safe;
  std::string backup = safe.file("morning.db");

  command_outcome run(std::vector<std::string> command) const {
    const auto where = database.arguments();
    command.insert(command.end(), {"--data", server.data_dir()});
    command.insert(command.end(), where.begin(), where.end());
    auto out = run_palangd(std::move(command), database.environment());
    UNSCOPED_INFO(out.complaint);
    return out;
  }
  void lose_everything() {
    server.kill();
    database.lose(server);
    std::filesystem::remove_all(server.data_dir());
  }
};

struct handheld : sync_device {
  using sync_device::sync_device;

  /// Returns the session's id.
  std::string enter(const std::string& plate, std::vector<std::string> more = {}) {
    more.insert(more.end(), {"record-entry", "--gate", "in-1", "--plate", plate, "--anyway"});
    last = run(std::move(more));
    return to_string(session_of(said(last, "id")));
  }
  void leave(const std::string& session, const std::string& charged) {
    last = run({"record-exit", "--gate", "out-1", "--session", session, "--charged", charged});
    REQUIRE(last);
  }
  uuid session_of(const std::string& id) {
    for (const auto& r : records())
      if (to_string(r.id) == id)
        return r.session_id;
    FAIL("the record is not kept");
    return {};
  }

  std::optional<std::string> last;
};

std::string device_number(sync_device& device) {
  const auto line = device.run({"login"});
  REQUIRE(line);
  return protocol::member_of(*line, "device_no").value();
}

void check_settled(sync_device& device) {
  for (const auto& r : device.records())
    CHECK(r.state == "applied");
}

} // namespace

TEST_CASE("a restored server is made whole by its handhelds", "[system][restore]") {
  lost_site s;
  auto& server = s.server;
  handheld at_the_entry{server.url(), "budi"};
  handheld at_the_exit{server.url(), "sari"};
  std::vector<std::string> cars;
  for (int i = 1; i <= 4; ++i)
    cars.push_back(at_the_entry.enter("B " + std::to_string(i) + " A"));
  at_the_exit.leave(cars[0], "5000");

  REQUIRE(s.run({"backup", s.backup}).code == 0);
  const auto morning = read_books(server.client_port());

  // A device that the backup does not know, and cars that it has never seen.
  handheld late_comer{server.url(), "budi"};
  const auto number = device_number(late_comer);
  cars.push_back(late_comer.enter("B 5 A"));
  cars.push_back(late_comer.enter("B 6 A"));
  at_the_exit.leave(cars[1], "5000");
  at_the_exit.leave(cars[4], "10000"); // its entry is the late comer's
  // The same car again: on the way back it seems to be inside twice until its exit returns.
  cars.push_back(at_the_entry.enter("B 2 A"));
  cars.push_back(at_the_entry.enter("B 7 A"));
  const auto before = read_books(server.client_port());
  CHECK(before.open_alerts == std::vector<std::string>(3, "fee_difference"));
  REQUIRE(before.stays.size() == 8);
  cars.push_back(at_the_entry.enter("B 8 A", {"--offline"}));

  s.lose_everything();
  REQUIRE(s.run({"restore", s.backup}).code == 0);
  server.start();
  CHECK(read_books(server.client_port()).stays == morning.stays);

  SECTION("entries first") {
    CHECK(at_the_entry.drain());
    CHECK(at_the_exit.drain());
  }
  SECTION("exits first") {
    CHECK(at_the_exit.drain());
    CHECK(at_the_entry.drain());
  }
  CHECK_FALSE(late_comer.run({"--timeout", "2", "drain"})); // it is not approved yet
  CHECK_THAT(s.run({"device", "list"}).printed, Catch::Contains("pending"));
  REQUIRE(s.run({"device", "approve", number}).code == 0);
  CHECK(late_comer.drain());
  CHECK(device_number(late_comer) == number);

  auto after = read_books(server.client_port());
  CHECK(after.epoch != before.epoch);
  CHECK(after.is_journal_gapless);
  CHECK(after.refused.empty());
  REQUIRE(after.stays.size() == 9);
  CHECK(after.charged == before.charged);
  CHECK(after.entries == before.entries + 1);
  CHECK(after.exits == before.exits);
  for (const auto& [id, stay] : before.stays)
    CHECK(after.stays.at(id) == stay);
  auto made = before.accepted;
  for (const auto& r : at_the_entry.records())
    if (!made.contains(r.id))
      made.insert(r.id);
  CHECK(after.accepted == made);
  CHECK(after.open_alerts == before.open_alerts);
  check_settled(at_the_entry);
  check_settled(at_the_exit);
  check_settled(late_comer);

  // Nobody sends anything twice, and the day goes on.
  CHECK(at_the_exit.drain());
  at_the_exit.leave(cars[5], "5000");
  CHECK(read_books(server.client_port()).exits == before.exits + 1);
  CHECK(server.stop() == 0);
}

TEST_CASE("a backup that is taken while records come in is one moment of them",
          "[system][restore]") {
  lost_site s;
  handheld busy{s.server.url(), "budi"};
  std::atomic<int> made = 0;
  std::atomic<bool> is_over = false;
  const auto wait_for = [&](int more) {
    for (const int wanted = made + more; made < wanted;)
      std::this_thread::yield();
  };
  {
    const std::jthread attendant{[&] {
      while (!is_over)
        if (busy.run({"record-entry", "--gate", "in-1", "--plate",
                      "B " + std::to_string(made + 1) + " A", "--anyway"}))
          ++made;
    }};
    wait_for(3);
    CHECK(s.run({"backup", s.backup}).code == 0);
    wait_for(3);
    is_over = true;
  }
  const auto before = read_books(s.server.client_port());
  CHECK(before.entries == made);

  s.lose_everything();
  REQUIRE(s.run({"restore", s.backup}).code == 0);
  CHECK(s.run({"restore", s.backup}).code == 3); // there is one now
  s.server.start();
  const auto saved = read_books(s.server.client_port());
  CHECK(saved.is_journal_gapless);
  CHECK(saved.entries >= 3);
  CHECK(saved.entries < before.entries);
  CHECK(saved.accepted.size() == saved.stays.size());
  CHECK(saved.told_entries.size() == saved.stays.size());
  for (std::size_t i = 0; i < saved.order.size(); ++i)
    CHECK(saved.order[i] == static_cast<std::int64_t>(i + 1));

  CHECK(busy.drain());
  const auto after = read_books(s.server.client_port());
  CHECK(after.stays == before.stays);
  CHECK(after.accepted == before.accepted);
  CHECK(after.is_journal_gapless);
  check_settled(busy);
  CHECK(s.server.stop() == 0);
}
