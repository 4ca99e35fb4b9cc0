// A database that cannot be trusted is left as it is, and palangd says what to do next.
#include "tests/support/temp_dir.hpp"
#include "tests/system/server_command.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <unistd.h>

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

/// Everything that opens a database.
std::vector<std::vector<std::string>> commands_on(const data_folder& folder) {
  std::vector<std::vector<std::string>> out{
      {"serve", "--listen", "127.0.0.1:0", "--intake", "127.0.0.1:0", "--ops", "127.0.0.1:0"},
      {"migrate"},
      {"check"},
      {"user", "list"},
      {"backup", folder.place.file("backup.db")}};
  for (auto& command : out)
    command.insert(command.end(), {"--data", folder.data});
  return out;
}

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
  for (const auto& command : commands_on(folder)) {
    CAPTURE(command);
    const auto ended = run_palangd(command);
    CHECK(ended.code == 3);
    CHECK_THAT(ended.complaint, Catch::Contains(folder.file) && Catch::Contains(said)
                                    && Catch::Contains("Next: ") && Catch::Contains(next));
    CHECK(read(folder.file) == before);
  }
  CHECK_FALSE(std::filesystem::exists(folder.place.file("backup.db")));
}

namespace {

/// Nobody may write into it but root, whom no permission stops: root's tests run palangd as nobody.
class write_protection {
public:
  explicit write_protection(const data_folder& folder) : folder_{folder} {
    using std::filesystem::perms;
    constexpr auto readable = perms::owner_read | perms::group_read | perms::others_read;
    constexpr auto enterable = perms::owner_exec | perms::group_exec | perms::others_exec;
    std::filesystem::permissions(folder.place.path(), readable | enterable | perms::owner_write);
    std::filesystem::permissions(folder.file, readable);
    std::filesystem::permissions(folder.data, readable | enterable);
  }
  ~write_protection() {
    std::filesystem::permissions(folder_.data, std::filesystem::perms::owner_all);
  }
  write_protection(const write_protection&) = delete;
  write_protection& operator=(const write_protection&) = delete;

  [[nodiscard]] static std::vector<std::string> somebody() {
    if (::geteuid() != 0)
      return {};
    return {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
  }

private:
  const data_folder& folder_;
};

} // namespace

TEST_CASE("a database that may not be written is named at the start, and left as it is",
          "[system][damage]") {
  const data_folder folder;
  const auto before = read(folder.file);
  const write_protection protection{folder};
  for (const auto& command : commands_on(folder)) {
    // A copy can be taken of what can only be read, where SQLite can.
    if (command.front() == "backup")
      continue;
    CAPTURE(command);
    const auto ended = run_palangd(command, {}, write_protection::somebody());
    CHECK(ended.code == 3);
    CHECK_THAT(ended.complaint, Catch::Contains(folder.data)
                                    && Catch::Contains("may not be written")
                                    && Catch::Contains("Next: "));
  }
  CHECK(read(folder.file) == before);
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
