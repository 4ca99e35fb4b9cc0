// The database's file cannot be written while the server runs: everybody is told, nobody waits, and
// it goes on by itself. Times are printed, not asserted.
#include "tests/support/full_disk.hpp"
#include "tests/support/server_database.hpp"
#include "tests/support/sqlite_session.hpp"
#include "tests/system/outage.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <optional>
#include <vector>

using namespace palang;
using namespace palang::testing;

namespace {

/// palangd on a disk of its own.
struct whole_site {
  full_disk disk;
  server_process server{{}, environment()};
  std::string file = server_database::file(server);
  std::string token = log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token;
  std::optional<sqlite_session> other; ///< Another client of the file, while it is needed.

  [[nodiscard]] std::map<std::string, std::string> environment() const {
    auto out = disk.environment();
    out["PALANG_TTLOCK_CALLBACK_SECRET"] = callback_secret;
    return out;
  }
};

std::vector<outage> outages(whole_site& s) {
  return {
      {"locked by another process",
       [&s] {
         s.other.emplace(s.file);
         s.other->run("BEGIN IMMEDIATE");
       },
       [&s] { s.other.reset(); }},
      {"disk full", [&s] { s.disk.fill(); }, [&s] { s.disk.free(); }},
      {"disk read-only", [&s] { s.disk.forbid_changes(); }, [&s] { s.disk.allow_changes(); }},
      {"volume lost", [&s] { std::filesystem::rename(s.file, s.file + ".aside"); },
       [&s] { std::filesystem::rename(s.file + ".aside", s.file); }},
  };
}

} // namespace

TEST_CASE("whatever happens to the database's file, palangd tells, refuses and recovers",
          "[system]") {
  whole_site s;
  int number = 0;
  for (const auto& what : outages(s))
    suffer(s.server, s.token, what, ++number);
  sqlite_session books{s.file};
  const auto cars = std::to_string(2 * number);
  CHECK(books.run("SELECT COUNT(*) FROM sessions") == cars);
  CHECK(books.run("SELECT COUNT(*) FROM submissions") == cars);
  CHECK(books.run("SELECT MAX(seq) - COUNT(*) FROM journal") == "0");
  CHECK(s.server.stop() == 0);
}
