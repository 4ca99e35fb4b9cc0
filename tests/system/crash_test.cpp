// The server and the handhelds are killed with SIGKILL at random moments. What the handhelds
// recorded is what the database holds and what a watching supervisor saw, each exactly once.
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_database.hpp"
#include "tests/support/server_process.hpp"
#include "tests/system/sync_device.hpp"
#include "tests/system/watching_client.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <cstdlib>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <thread>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

constexpr int devices = 3;
constexpr int actions = 10;

/// Kills the server again and again until told to stop; leaves it running.
void torment(server_process& server, std::uint32_t seed, const std::atomic<bool>& is_over) {
  std::minstd_rand random{seed};
  while (!is_over) {
    std::this_thread::sleep_for(milliseconds{std::uniform_int_distribution{100, 900}(random)});
    server.kill();
    server.start();
  }
}

/// What one attendant does, with a phone that dies under the hand. Returns the ids whose saving was
/// shown.
std::set<uuid> work(sync_device& device, std::uint32_t seed, int number) {
  std::minstd_rand random{seed};
  const auto between = [&](int low, int high) {
    return std::uniform_int_distribution{low, high}(random);
  };
  std::set<uuid> shown;
  std::vector<std::string> inside;
  for (int i = 0; i < actions; ++i) {
    std::vector<std::string> command{"--timeout", "1"};
    if (between(0, 1) == 0)
      command.emplace_back("--offline");
    const auto plate = "B " + std::to_string(1000 + 100 * number + i) + " KIL";
    const bool is_exit = !inside.empty() && between(0, 2) == 0;
    if (is_exit)
      command.insert(command.end(),
                     {"record-exit", "--gate", "out-1", "--compute", "--plate", inside.back()});
    else
      command.insert(command.end(),
                     {"record-entry", "--gate", "in-1", "--type", "MOBIL", "--plate", plate});
    std::optional<milliseconds> kill_after;
    if (between(0, 2) == 0)
      kill_after = milliseconds{between(1, 60)};
    const auto line = device.run(std::move(command), kill_after);
    if (between(0, 3) == 0)
      (void)device.run({"--timeout", "1", "drain"}, milliseconds{between(20, 400)});
    if (!line)
      continue;
    shown.insert(
        parse_uuid(protocol::string_of(protocol::member_of(*line, "id").value()).value()).value());
    if (is_exit)
      inside.pop_back();
    else
      inside.push_back(plate);
  }
  return shown;
}

/// What the server keeps of every submission.
std::multiset<uuid> accepted_ids(protocol_client& supervisor) {
  std::multiset<uuid> out;
  protocol::sync_log request;
  request.window.limit = 200;
  while (true) {
    const auto data = supervisor.ask(request);
    const auto items = protocol::items_of(data, "entries").value();
    for (const auto& item : items) {
      const auto entry = protocol::decode_sync_log_entry(item).value();
      if (entry.is_accepted)
        out.insert(entry.id);
    }
    request.window.after = protocol::string_of(protocol::member_of(data, "next").value());
    if (!request.window.after)
      return out;
  }
}

std::multiset<uuid> sessions_told(const std::vector<protocol::event>& events,
                                  std::string_view kind) {
  std::multiset<uuid> out;
  for (const auto& e : events)
    if (e.kind == kind)
      out.insert(
          protocol::decode_session(protocol::member_of(e.data, "session").value()).value().id);
  return out;
}

std::vector<std::uint32_t> seeds() {
  const char* count = std::getenv("PALANG_CRASH_SEEDS");
  std::vector<std::uint32_t> out;
  for (int i = 1; i <= (count == nullptr ? 5 : std::atoi(count)); ++i)
    out.push_back(static_cast<std::uint32_t>(i));
  return out;
}

} // namespace

TEST_CASE("no kill loses, doubles or hides a record", "[system]") {
  for (const auto seed : seeds()) {
    INFO("seed " << seed);
    const server_database database;
    server_process server{database.arguments(), database.environment()};
    watching_client watcher{server.client_port(), {"session", "gate", "alert", "sync"}};
    std::vector<std::unique_ptr<sync_device>> handhelds;
    for (int i = 0; i < devices; ++i)
      handhelds.push_back(
          std::make_unique<sync_device>(server.url(), i % 2 == 0 ? "budi" : "sari"));

    std::atomic<bool> is_over{false};
    std::thread killer{[&] { torment(server, seed, is_over); }};
    std::vector<std::set<uuid>> shown(handhelds.size());
    std::vector<std::thread> attendants;
    for (std::size_t i = 0; i < handhelds.size(); ++i)
      attendants.emplace_back([&, i] {
        shown[i] =
            work(*handhelds[i], seed * 100 + static_cast<std::uint32_t>(i), static_cast<int>(i));
      });
    for (auto& a : attendants)
      a.join();
    is_over = true;
    killer.join();

    std::multiset<uuid> made;
    std::multiset<uuid> entries;
    std::multiset<uuid> exits;
    for (std::size_t i = 0; i < handhelds.size(); ++i) {
      INFO("device " << i);
      CHECK(handhelds[i]->drain());
      auto rows = handhelds[i]->records();
      std::set<std::int64_t> numbers;
      for (const auto& row : rows) {
        CHECK(row.state == "applied");
        CHECK(numbers.insert(row.device_seq).second);
        made.insert(row.id);
        (row.kind == "entry" ? entries : exits).insert(row.session_id);
        shown[i].erase(row.id);
      }
      CHECK(shown[i].empty()); // everything that was shown as saved is there
      REQUIRE_FALSE(numbers.empty());
      CHECK(*numbers.begin() == 1);
      CHECK(*numbers.rbegin() == static_cast<std::int64_t>(rows.size()));
    }

    protocol_client supervisor{server.client_port(),
                               log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token,
                               {}};
    CHECK(accepted_ids(supervisor) == made);
    CHECK(watcher.wait_for_seq(supervisor.greeting().seq));
    watcher.stop();
    CHECK(watcher.complaints().empty());
    CHECK(sessions_told(watcher.events(), "session.entered") == entries);
    CHECK(sessions_told(watcher.events(), "session.exited") == exits);
    CHECK(server.stop() == 0);
  }
}
