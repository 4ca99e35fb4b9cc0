#pragma once

#include "tests/support/mariadb_process.hpp"
#include "tests/support/server_process.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace palang::testing {

/// The database of a `palangd` under test: SQLite in its own folder or, when PALANG_TEST_DATABASE
/// is "mariadb", one of its own on a server that all of a program's share. Thread: one.
class server_database {
public:
  server_database();
  ~server_database();
  server_database(const server_database&) = delete;
  server_database& operator=(const server_database&) = delete;

  /// For server_process. `through`: a relay's port on the way to a database server.
  [[nodiscard]] std::vector<std::string> arguments(std::optional<std::uint16_t> through = {}) const;
  [[nodiscard]] std::map<std::string, std::string> environment() const;

  /// All that is in it is gone; the server does not run.
  void lose(const server_process& server) const;
  /// Asks past palangd: the first column of the first row. Throws std::runtime_error.
  [[nodiscard]] std::string ask(const server_process& server, const std::string& sql) const;
  /// On MariaDB only. Throws std::runtime_error.
  [[nodiscard]] mariadb_session another_client() const;
  /// nullptr on SQLite.
  [[nodiscard]] mariadb_process* mariadb() const { return mariadb_; }
  /// SQLite's only.
  [[nodiscard]] static std::string file(const server_process& server) {
    return server.data_dir() + "/palang.db";
  }

private:
  mariadb_process* mariadb_ = nullptr;
  std::string name_; ///< On MariaDB.
};

} // namespace palang::testing
