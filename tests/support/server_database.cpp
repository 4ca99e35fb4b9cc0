#include "tests/support/server_database.hpp"

#include "tests/support/sqlite_session.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string_view>

namespace palang::testing {

namespace {

/// Making its data folder takes longer than most tests.
mariadb_process& one_for_all() {
  static mariadb_process one{{mariadb_process::file_per_table}};
  return one;
}

} // namespace

server_database::server_database() {
  const char* kind = std::getenv("PALANG_TEST_DATABASE");
  if (kind == nullptr || std::string_view{kind} != "mariadb")
    return;
  mariadb_ = &one_for_all();
  name_ = mariadb_->create_database();
}

server_database::~server_database() {
  try {
    if (mariadb_)
      mariadb_->run("DROP DATABASE " + name_);
  } catch (const std::runtime_error&) {
    // The server is dead after a test that failed; its folder goes with it.
  }
}

void server_database::lose(const server_process& server) const {
  if (mariadb_) {
    mariadb_->run("DROP DATABASE " + name_);
    mariadb_->run("CREATE DATABASE " + name_);
    return;
  }
  for (const auto* suffix : {"", "-wal", "-shm"})
    std::filesystem::remove(file(server) + suffix);
}

std::vector<std::string> server_database::arguments(std::optional<std::uint16_t> through) const {
  if (!mariadb_)
    return {};
  return {"--db", mariadb_process::url(name_, through.value_or(mariadb_->port()))};
}

std::map<std::string, std::string> server_database::environment() const {
  if (!mariadb_)
    return {};
  return {{"PALANG_DB_PASSWORD", mariadb_process::password}};
}

mariadb_session server_database::another_client() const {
  auto session = mariadb_->session();
  session.run("USE " + name_);
  return session;
}

std::string server_database::ask(const server_process& server, const std::string& sql) const {
  if (!mariadb_)
    return sqlite_session{file(server)}.run(sql);
  return another_client().run(sql);
}

} // namespace palang::testing
