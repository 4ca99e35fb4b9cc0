#pragma once

#include "tests/support/mariadb_process.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace palang::testing {

/// The database of a `palangd` under test: SQLite in its own folder or, when PALANG_TEST_DATABASE
/// is "mariadb", one on a server that lives as long as this.
class server_database {
public:
  server_database();

  /// For server_process.
  [[nodiscard]] std::vector<std::string> arguments() const;
  [[nodiscard]] std::map<std::string, std::string> environment() const;

private:
  std::unique_ptr<mariadb_process> mariadb_;
  std::string url_;
};

} // namespace palang::testing
