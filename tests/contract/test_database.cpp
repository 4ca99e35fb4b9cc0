#include "tests/contract/test_database.hpp"

#include "tests/support/sqlite_session.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <string_view>

namespace palang::testing {

namespace {

mariadb_process& server() {
  static mariadb_process one;
  return one;
}

} // namespace

bool test_database::is_sqlite() {
  const char* kind = std::getenv("PALANG_TEST_DATABASE");
  return kind == nullptr || std::string_view{kind} == "sqlite";
}

test_database::test_database() : url_{"sqlite://" + file().string()} {
  if (is_sqlite())
    return;
  name_ = server().create_database();
  url_ = server().url(name_);
}

test_database::~test_database() {
  if (!name_.empty())
    server().run("DROP DATABASE " + name_);
}

std::string test_database::password() const {
  return is_sqlite() ? "" : mariadb_process::password;
}

mariadb_session test_database::administrator() {
  return server().session();
}

std::vector<std::string> test_database::rows(const std::string& sql) const {
  if (is_sqlite())
    return sqlite_session{file().string()}.rows(sql);
  auto session = administrator();
  session.run("USE " + name_);
  return session.rows(sql);
}

std::vector<std::string> test_database::tables() const {
  auto out = rows(is_sqlite() ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                              : "SELECT table_name FROM information_schema.tables WHERE "
                                "table_schema = DATABASE()");
  for (auto& name : out)
    name.pop_back();
  return out;
}

std::unique_ptr<storage::dialect> test_database::speaks(storage::purpose use) const {
  auto made = storage::make_dialect(url_, password(), use);
  REQUIRE(made);
  return std::move(*made);
}

} // namespace palang::testing
