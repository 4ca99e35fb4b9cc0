#pragma once

#include "server/storage/soci/dialect.hpp"
#include "tests/support/mariadb_process.hpp"
#include "tests/support/temp_dir.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace palang::testing {

/// A fresh place for a database: a file in a temporary folder or, when PALANG_TEST_DATABASE is
/// "mariadb", a database on a server that this program starts once. Failing steps fail the test.
class test_database {
public:
  test_database();
  ~test_database();
  test_database(const test_database&) = delete;
  test_database& operator=(const test_database&) = delete;

  [[nodiscard]] static bool is_sqlite();
  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] std::string password() const;
  [[nodiscard]] std::unique_ptr<storage::dialect> speaks(storage::purpose use) const;
  /// The server's, on MariaDB only.
  [[nodiscard]] static mariadb_session administrator();
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Asks as another process would: each row, its columns joined by '|'.
  [[nodiscard]] std::vector<std::string> rows(const std::string& sql) const;
  [[nodiscard]] std::vector<std::string> tables() const;
  /// SQLite's only.
  [[nodiscard]] std::filesystem::path file() const { return dir_.path() / "palang.db"; }

private:
  temp_dir dir_;
  std::string name_; ///< On a server; empty for a file.
  std::string url_;
};

} // namespace palang::testing
