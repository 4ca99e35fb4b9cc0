#include "tests/support/sqlite_session.hpp"

#include <optional>
#include <sqlite3.h>
#include <stdexcept>

namespace palang::testing {

namespace {

/// Of each row; SQLite's callback.
int keep_first_cell(void* kept, int, char** cells, char**) {
  auto& first = *static_cast<std::optional<std::string>*>(kept);
  if (!first)
    first = cells[0] != nullptr ? cells[0] : "";
  return 0;
}

} // namespace

void sqlite_session::closer::operator()(sqlite3* db) const {
  sqlite3_close(db);
}

sqlite_session::sqlite_session(const std::string& file) {
  sqlite3* db = nullptr;
  const auto code = sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr);
  db_.reset(db);
  if (code != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(db));
  sqlite3_busy_timeout(db, 10'000);
}

std::vector<std::string> sqlite_session::rows(const std::string& sql) {
  std::vector<std::string> out;
  const auto keep = [](void* kept, int count, char** cells, char**) {
    auto& text = static_cast<std::vector<std::string>*>(kept)->emplace_back();
    for (int i = 0; i < count; ++i)
      text += std::string{cells[i] != nullptr ? cells[i] : "NULL"} + '|';
    return 0;
  };
  if (sqlite3_exec(db_.get(), sql.c_str(), keep, &out, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(db_.get()));
  return out;
}

std::string sqlite_session::run(const std::string& sql) {
  std::optional<std::string> first;
  if (sqlite3_exec(db_.get(), sql.c_str(), keep_first_cell, &first, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(db_.get()));
  return first.value_or("");
}

} // namespace palang::testing
