// The supervisors' real window on a real server that has a year behind it, driven by
// desk_year.script.
#include "tests/bench/year_fill.hpp"
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

template <class T>
T need(result<T> got) {
  if (!got)
    FAIL(got.error().message);
  if constexpr (!std::is_void_v<T>)
    return *std::move(got);
}

/// Two locks, at the gates out: the year tells of their openings.
void put_locks(const bench::year_database& year, const palang::clock& time) {
  const auto database = need(storage::open_database(year.url(), year.password(), time));
  auto document = need(need(database->make_reader(std::nullopt))->configuration()).document;
  document.locks = {{"12", "Palang 12"}, {"13", "Palang 13"}};
  document.gates[2].lock_id = "12";
  document.gates[3].lock_id = "13";
  need(need(database->make_writer())->put_config(document, time.now(), "test"));
}

/// A demo site that has worked for a year until now.
void live_a_year(server_process& server) {
  REQUIRE(server.stop() == 0);
  const system_clock time;
  const auto year = bench::make_year_sqlite(server_database::file(server));
  put_locks(*year, time);
  static_cast<void>(bench::fill_year(*year, sessions, time.now(), seed));
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
  const std::string mark = "# far: ";
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
