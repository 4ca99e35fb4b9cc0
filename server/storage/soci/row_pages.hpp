#pragma once

#include "server/storage/soci/connection.hpp"
#include "server/storage/soci/schema.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

/// A row as both kinds of database spell it: each value as text, or NULL.
using plain_row = std::vector<std::optional<std::string>>;

/// Reads a table in the order of its key, a page at a time. Members throw as SOCI does.
class row_reader {
public:
  row_reader(connection& db, const std::string& table, const table_shape& shape);
  /// At most `most` rows after the last page; empty at the end.
  [[nodiscard]] std::vector<plain_row> next(std::size_t most);

private:
  connection& db_;
  std::string first_page_;
  std::string later_page_;
  std::vector<std::size_t> key_at_; ///< Where the key's columns stand in a row.
  std::size_t width_;
  std::vector<std::string> last_key_; ///< Empty before the first page.
};

/// Adds rows to a table. Members throw as SOCI does.
class row_writer {
public:
  row_writer(connection& db, const std::string& table, const table_shape& shape);
  void write(const plain_row& row);

private:
  std::vector<std::string> values_;
  std::vector<soci::indicator> states_;
  soci::statement insert_;
};

} // namespace palang::storage
