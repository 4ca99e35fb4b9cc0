// The supervisors' real window on a real server that has a year behind it, driven by
// desk_year.script.
#include "tests/bench/year_fill.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_database.hpp"
#include "tests/support/server_process.hpp"
#include "tests/support/temp_dir.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t sessions = 100'000;
constexpr std::uint32_t seed = 20'261'122;
constexpr int page = 100;

/// Two locks, at the gates out: the year tells of their openings.
void put_locks(const server_process& server) {
  const auto port = server.client_port();
  protocol_client admin{port, log_in(port, {"admin", "palang-demo", {}, {}}).token, {}};
  const auto version = protocol::member_of(admin.ask(protocol::config_get{}), "config_version");
  auto base = protocol::number_of(version.value()).value();
  for (const auto& [path, value] :
       {std::pair{"/locks", R"([{"id":"12","name":"Palang 12"},{"id":"13","name":"Palang 13"}])"},
        std::pair{"/gates/2/lock_id", R"("12")"}, std::pair{"/gates/3/lock_id", R"("13")"}}) {
    admin.send(submit_now(protocol::config_set_data{path, value, base++}));
    INFO(path);
    REQUIRE(std::holds_alternative<protocol::accepted>(admin.next_answer()));
  }
}

/// A demo site that has worked for a year until now.
void live_a_year(server_process& server) {
  put_locks(server);
  REQUIRE(server.stop() == 0);
  const auto year = bench::make_year_sqlite(server_database::file(server));
  static_cast<void>(bench::fill_year(*year, sessions, system_clock{}.now(), seed));
  server.start();
}

/// To the end of the list, and to the end of what came then, so many pages far.
void scroll(std::ostream& script, const std::string& list, int pages) {
  for (int row = page - 1; row < pages * page; row += page)
    script << "key End\nwait " << list << ".row." << row << '\n';
}

/// The script with what it takes to scroll far.
std::string script_in(const temp_dir& folder) {
  std::ifstream from(PALANG_YEAR_SCRIPT);
  std::ofstream to(folder.file("script"));
  const std::string mark = "# far ";
  for (std::string line; std::getline(from, line);) {
    to << line << '\n';
    if (line.starts_with(mark))
      scroll(to, line.substr(mark.size()), line.ends_with("vehicles") ? 40 : 5);
  }
  return folder.file("script");
}

} // namespace

TEST_CASE("every page of the desk has a year behind it", "[system][desk]") {
  INFO("seed " << seed);
  server_process server;
  live_a_year(server);
  const temp_dir folder;
  process window{{.arguments = {PALANG_BIN_DIR "/palang-supervisor", "--data", folder.file("desk"),
                                "--server", "127.0.0.1:" + std::to_string(server.client_port()),
                                "--lang", "id", "--script", script_in(folder)},
                  .environment = {{"QT_QPA_PLATFORM", "offscreen"},
                                  {"QT_QUICK_BACKEND", "software"},
                                  {"LC_ALL", "C.UTF-8"}},
                  .error_file = folder.file("errors")}};
  const auto told = window.read_all(180s);
  INFO(told);
  CHECK(window.wait(10s) == 0);
}
