#pragma once

#include "tests/bench/year_database.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// How a generated year is written: cells as SQL, rows many at a time.
namespace palang::bench {

/// An id that grows with `number`, as those of devices do.
[[nodiscard]] std::string id_of(int table, std::int64_t number);
[[nodiscard]] std::string quoted(const std::string& text);
[[nodiscard]] std::string num(std::int64_t value);

/// Rows of one table, written some hundred at a time.
class bulk {
public:
  bulk(year_database& db, const std::string& table_and_columns)
      : db_{db}, head_{"INSERT INTO " + table_and_columns + " VALUES "} {}
  /// Cells as SQL.
  void add(const std::vector<std::string>& cells);
  void flush();
  [[nodiscard]] std::int64_t rows() const { return static_cast<std::int64_t>(rows_); }

private:
  year_database& db_;
  std::string head_;
  std::string sql_;
  std::size_t rows_ = 0;
};

/// Every table that a year fills. The columns are those that year_fill.cpp gives.
struct year_tables {
  explicit year_tables(year_database& db);
  void flush();

  bulk users, devices, sessions, submissions, journal, shifts, payments, records, openings,
      commands, alerts, audit;
};

} // namespace palang::bench
