#include "tests/bench/raw_sqlite.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <sqlite3.h>
#include <stdexcept>

namespace palang::bench {

namespace {

void run(sqlite3* db, const char* sql) {
  if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(db));
}

} // namespace

double raw_rows_per_second(const std::string& file, int batch, double seconds,
                           std::size_t row_bytes) {
  sqlite3* db = nullptr;
  if (sqlite3_open(file.c_str(), &db) != SQLITE_OK)
    throw std::runtime_error("cannot open " + file);
  run(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
          "CREATE TABLE IF NOT EXISTS record(id BLOB PRIMARY KEY, content TEXT NOT NULL) WITHOUT "
          "ROWID;");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(db, "INSERT OR REPLACE INTO record VALUES(?1, ?2)", -1, &insert, nullptr);
  const std::string content(row_bytes, 'x');
  std::array<unsigned char, 16> key{};
  std::int64_t rows = 0;
  const auto begin = std::chrono::steady_clock::now();
  std::chrono::duration<double> spent{0};
  while (spent.count() < seconds) {
    run(db, "BEGIN IMMEDIATE");
    for (int i = 0; i < batch; ++i) {
      ++rows;
      std::memcpy(key.data(), &rows, sizeof rows);
      sqlite3_bind_blob(insert, 1, key.data(), static_cast<int>(key.size()), SQLITE_STATIC);
      sqlite3_bind_text(insert, 2, content.data(), static_cast<int>(content.size()), SQLITE_STATIC);
      if (sqlite3_step(insert) != SQLITE_DONE)
        throw std::runtime_error(sqlite3_errmsg(db));
      sqlite3_reset(insert);
    }
    run(db, "COMMIT");
    spent = std::chrono::steady_clock::now() - begin;
  }
  sqlite3_finalize(insert);
  sqlite3_close(db);
  return static_cast<double>(rows) / spent.count();
}

} // namespace palang::bench
