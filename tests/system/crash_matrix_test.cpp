// Each step of the write path, on the server and on the handheld, is the last one: what was
// recorded is there once, in its order, with its money, and the journal has no hole.
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_database.hpp"
#include "tests/support/server_process.hpp"
#include "tests/system/crashing/crash_point.hpp"
#include "tests/system/site_books.hpp"
#include "tests/system/sync_device.hpp"
#include "tests/system/watching_client.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <csignal>
#include <map>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t price = 7'000; ///< Any: what was charged is kept as it is.

std::string said(const std::optional<std::string>& line, std::string_view name) {
  REQUIRE(line);
  return protocol::string_of(protocol::member_of(*line, name).value()).value();
}

std::vector<std::string> entry(const std::string& plate) {
  return {"record-entry", "--gate", "in-1", "--plate", plate};
}

std::vector<std::string> exit_of(const uuid& session) {
  return {"record-exit",        "--gate", "out-1", "--session", to_string(session), "--charged",
          std::to_string(price)};
}

/// One handheld at one server, and a supervisor who watches all the time.
struct matrix_site {
  server_database database;
  server_process server{database.arguments(), database.environment()};
  sync_device device{server.url(), "budi"};
  watching_client watcher{server.client_port(), {"session", "gate", "alert", "config", "sync"}};

  /// Starts `program` in place of the server that stopped or died.
  void serve(const std::string& program, const std::string& crash_point = "",
             std::map<std::string, std::string> environment = {}) {
    environment.merge(database.environment());
    environment["PALANG_CRASH_POINT"] = crash_point;
    server.set(database.arguments(), std::move(environment));
    server.set_program(program);
    server.start();
  }

  uuid enter(const std::string& plate) {
    const auto id = said(device.run(entry(plate)), "id");
    for (const auto& r : device.records())
      if (to_string(r.id) == id)
        return r.session_id;
    FAIL("the entry is not kept");
    return {};
  }

  /// 0 lost, 0 doubled, in order, the same money, no hole, everybody was told.
  void check() {
    CHECK(device.drain());
    std::multiset<uuid> made;
    std::multiset<uuid> entries;
    std::multiset<uuid> exits;
    std::vector<std::int64_t> order;
    for (const auto& r : device.records()) {
      CHECK(r.state == "applied");
      made.insert(r.id);
      (r.kind == "entry" ? entries : exits).insert(r.session_id);
      order.push_back(r.device_seq);
    }
    std::ranges::sort(order);
    const auto books = read_books(server.client_port());
    CHECK(books.accepted == made);
    CHECK(books.refused.empty());
    CHECK(books.order == order);
    CHECK(books.told_entries == entries);
    CHECK(books.told_exits == exits);
    CHECK(books.charged == rupiah{price * static_cast<std::int64_t>(exits.size())});
    CHECK(books.is_journal_gapless);
    protocol_client supervisor{server.client_port(),
                               log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token,
                               {}};
    CHECK(watcher.wait_for_seq(supervisor.greeting().seq));
    watcher.stop();
    CHECK(watcher.complaints().empty());
    std::multiset<uuid> seen;
    for (const auto& e : watcher.events())
      if (e.kind == "session.entered")
        seen.insert(
            protocol::decode_session(protocol::member_of(e.data, "session").value()).value().id);
    CHECK(seen == entries);
  }
};

} // namespace

TEST_CASE("the server dies at each step of its write path", "[system][crash]") {
  namespace at = crash_point;
  const auto step = GENERATE(values<std::string>(
      {std::string{at::before_transaction}, std::string{at::nothing_written},
       std::string{at::effect_written}, std::string{at::event_written},
       std::string{at::answer_written}, std::string{at::before_commit}, std::string{at::committed},
       std::string{at::pushed}, std::string{at::answered}}));
  CAPTURE(step);
  matrix_site s;
  const auto first = s.enter("B 1 KM");
  s.server.stop();
  s.serve("palangd-crashing", step);
  (void)s.device.drain(); // connects: what follows is sent at once
  s.server.running().signal(SIGUSR2);
  const bool is_exit = GENERATE(false, true);
  CAPTURE(is_exit);
  auto recording = s.device.begin(is_exit ? exit_of(first) : entry("B 2 KM"));
  CHECK(s.server.running().wait(60s) == 128 + SIGKILL);
  s.serve("palangd");
  CHECK(recording.wait(60s) == 0); // it has lived on and asked again
  (void)s.enter("B 3 KM");
  s.check();
  CHECK(s.server.stop() == 0);
}

TEST_CASE("the handheld dies at each of its own steps", "[system][crash]") {
  const auto step = GENERATE(values<std::string>({
      "before COMMIT",                              // nothing is kept, and nothing was shown
      "after COMMIT",                               // kept, not sent
      "before UPDATE outbox SET state = 'applied'", // answered
      "after UPDATE outbox SET state = 'applied'",  // marked
      "before UPDATE outbox SET accepted_data",
      "after UPDATE outbox SET accepted_data",
  }));
  CAPTURE(step);
  matrix_site s;
  const auto first = s.enter("B 1 KM");
  const bool is_exit = GENERATE(false, true);
  CAPTURE(is_exit);
  const auto before = s.device.records().size();
  s.device.set_program("palang-sync-crashing", {{"PALANG_CLIENT_CRASH", step}});
  (void)s.device.run(is_exit ? exit_of(first) : entry("B 2 KM"));
  s.device.set_program("palang-sync");
  CHECK(s.device.records().size() == (step == "before COMMIT" ? before : before + 1));
  CHECK(s.device.drain());
  (void)s.enter("B 3 KM");
  s.check();
  CHECK(s.server.stop() == 0);
}

TEST_CASE("the handheld dies between its sending and the answer", "[system][crash]") {
  namespace at = crash_point;
  const auto step =
      GENERATE(values<std::string>({std::string{at::nothing_written},
                                    std::string{at::before_commit}, std::string{at::committed}}));
  CAPTURE(step);
  matrix_site s;
  (void)s.enter("B 1 KM");
  s.server.stop();
  s.serve("palangd-crashing", step, {{"PALANG_CRASH_PAUSE", "1"}});
  (void)s.device.drain(); // connects: what follows is sent at once
  s.server.running().signal(SIGUSR2);
  auto recording = s.device.begin(entry("B 2 KM"));
  REQUIRE(s.server.running().wait_until_stopped(60s));
  recording.kill();
  s.server.running().signal(SIGCONT); // it goes on, and answers nobody
  CHECK(s.device.drain());
  (void)s.enter("B 3 KM");
  s.check();
  CHECK(s.server.stop() == 0);
}
