// A database that cannot be trusted is left as it is, and palangd says what to do next.
#include "tests/support/temp_dir.hpp"
#include "tests/system/server_command.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

using namespace palang::testing;

namespace {

using damage = std::function<void(std::string& bytes)>;

std::string read(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string& file, const std::string& bytes) {
  std::ofstream{file, std::ios::binary | std::ios::trunc} << bytes;
}

void run_sql(const std::string& file, const char* sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
  REQUIRE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(db);
}

/// A data folder with a database of ours.
struct data_folder {
  temp_dir place;
  std::string data = place.file("data");
  std::string file = data + "/palang.db";

  data_folder() { REQUIRE(run_palangd({"migrate", "--data", data}).code == 0); }

  void spoil(const damage& how) const {
    auto bytes = read(file);
    how(bytes);
    write(file, bytes);
  }
};

} // namespace

TEST_CASE("a damaged or foreign database is named, told what to do about, and left as it is",
          "[system][damage]") {
  const data_folder folder;
  std::string said;
  std::string next = "palangd restore";
  SECTION("cut short") {
    folder.spoil([](std::string& b) { b.resize(b.size() * 6 / 10); });
    said = "is cut short";
  }
  SECTION("cut off at a page") {
    folder.spoil([](std::string& b) { b.resize(b.size() / 2 / 4096 * 4096); });
    said = "is cut short";
  }
  SECTION("nothing left") {
    folder.spoil([](std::string& b) { b.clear(); });
    said = "is empty";
  }
  SECTION("zeros in the middle") {
    folder.spoil([](std::string& b) {
      std::fill(b.begin() + static_cast<std::ptrdiff_t>(b.size() * 4 / 10),
                b.begin() + static_cast<std::ptrdiff_t>(b.size() * 6 / 10), '\0');
    });
    said = "is damaged";
  }
  SECTION("not a database") {
    folder.spoil([](std::string& b) { b = "Dear landlord, " + std::string(500, '.'); });
    said = "is no SQLite database";
  }
  SECTION("another program's") {
    std::filesystem::remove(folder.file);
    run_sql(folder.file, "CREATE TABLE contacts (name TEXT)");
    said = "is another program's database";
    next = "set data or db";
  }
  SECTION("a newer program's") {
    run_sql(folder.file, "INSERT INTO schema_migrations VALUES (99, '0099_later', 'x')");
    said = "was made by a newer palangd";
    next = "install that version";
  }
  const auto before = read(folder.file);
  const std::vector<std::vector<std::string>> commands{
      {"serve", "--listen", "127.0.0.1:0", "--intake", "127.0.0.1:0", "--ops", "127.0.0.1:0"},
      {"migrate"},
      {"check"},
      {"user", "list"},
      {"backup", folder.place.file("backup.db")}};
  for (auto command : commands) {
    CAPTURE(command);
    command.insert(command.end(), {"--data", folder.data});
    const auto ended = run_palangd(command);
    CHECK(ended.code == 3);
    CHECK_THAT(ended.complaint, Catch::Contains(folder.file) && Catch::Contains(said)
                                    && Catch::Contains("Next: ") && Catch::Contains(next));
    CHECK(read(folder.file) == before);
  }
  CHECK_FALSE(std::filesystem::exists(folder.place.file("backup.db")));
}

TEST_CASE("what a killed server left in the log is no damage", "[system][damage]") {
  const data_folder folder;
  // A reader keeps the log from being emptied at the end.
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(folder.file.c_str(), &db) == SQLITE_OK);
  REQUIRE(sqlite3_exec(db, "BEGIN; SELECT * FROM meta", nullptr, nullptr, nullptr) == SQLITE_OK);
  REQUIRE(run_palangd({"user", "add", "tono", "--data", folder.data},
                      {{"PALANG_PASSWORD", "a long password"}})
              .code
          == 0);
  const temp_dir other;
  for (const auto* suffix : {"", "-wal"})
    std::filesystem::copy_file(folder.file + suffix, other.file(std::string{"palang.db"} + suffix));
  sqlite3_close(db);
  CHECK(std::filesystem::file_size(other.file("palang.db-wal")) > 0);
  CHECK(run_palangd({"check", "--data", other.path().string()}).code == 0);
  const auto users = run_palangd({"user", "list", "--data", other.path().string()});
  CHECK_THAT(users.printed, Catch::Contains("tono"));
}
