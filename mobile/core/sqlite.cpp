#include "mobile/core/sqlite.h"

#include <sqlite3.h>

#include <utility>

namespace palang::mobile::sqlite {

namespace {

errc codeOf(int sqliteCode) {
  if (sqliteCode == SQLITE_CONSTRAINT_UNIQUE || sqliteCode == SQLITE_CONSTRAINT_PRIMARYKEY)
    return errc::id_reused;
  switch (sqliteCode & 0xFF) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return errc::corrupt;
  case SQLITE_FULL:
  case SQLITE_IOERR:
  case SQLITE_CANTOPEN:
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
  case SQLITE_PROTOCOL:
    return errc::db_unavailable;
  default:
    return errc::internal;
  }
}

error failureOf(sqlite3* handle) {
  const int code = sqlite3_extended_errcode(handle);
  return {codeOf(code),
          std::string(sqlite3_errmsg(handle)) + " (SQLite " + std::to_string(code) + ")",
          {}};
}

} // namespace

// -- Query
// --------------------------------------------------------------------------------------------------

Query::Query(sqlite3* handle, sqlite3_stmt* statement, std::optional<error> failure)
    : m_handle{handle}, m_statement{statement}, m_failure{std::move(failure)} {}

Query::Query(Query&& other) noexcept
    : m_handle{other.m_handle}, m_statement{std::exchange(other.m_statement, nullptr)},
      m_failure{std::move(other.m_failure)} {}

Query::~Query() {
  sqlite3_reset(m_statement);
  if (m_statement != nullptr)
    sqlite3_clear_bindings(m_statement);
}

void Query::check(int code) {
  if (code != SQLITE_OK && !m_failure)
    m_failure = failureOf(m_handle);
}

void Query::bind(int index, std::nullopt_t) {
  if (!m_failure)
    check(sqlite3_bind_null(m_statement, index));
}

void Query::bind(int index, std::int64_t value) {
  if (!m_failure)
    check(sqlite3_bind_int64(m_statement, index, value));
}

void Query::bind(int index, std::string_view value) {
  if (!m_failure)
    check(sqlite3_bind_text64(m_statement, index, value.data(), value.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8));
}

void Query::bind(int index, const sqlite3_value* value) {
  if (!m_failure)
    check(sqlite3_bind_value(m_statement, index, value));
}

bool Query::next() {
  if (m_failure)
    return false;
  const int code = sqlite3_step(m_statement);
  if (code == SQLITE_ROW)
    return true;
  if (code != SQLITE_DONE)
    m_failure = failureOf(m_handle);
  return false;
}

result<void> Query::outcome() const {
  if (m_failure)
    return fail(*m_failure);
  return {};
}

result<void> Query::run() {
  while (next()) {
  }
  return outcome();
}

int Query::columns() const {
  return sqlite3_column_count(m_statement);
}

bool Query::isNull(int column) const {
  return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const {
  return sqlite3_column_int64(m_statement, column);
}

std::string Query::text(int column) const {
  const auto* data = sqlite3_column_blob(m_statement, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
  return data == nullptr ? std::string{} : std::string(static_cast<const char*>(data), size);
}

std::optional<instant> Query::optionalTime(int column) const {
  return isNull(column) ? std::nullopt : std::optional{time(column)};
}

const sqlite3_value* Query::value(int column) const {
  return sqlite3_column_value(m_statement, column);
}

// -- Database
// -----------------------------------------------------------------------------------------------

void Database::Close::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}
void Database::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

result<Database> Database::open(const std::string& path) {
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Database db;
  db.m_handle.reset(handle);
  if (handle == nullptr)
    return fail(errc::db_unavailable, "no memory for the database");
  sqlite3_extended_result_codes(handle, 1);
  if (code != SQLITE_OK)
    return fail(failureOf(handle));
  return db;
}

Query Database::prepared(const std::string& sql) {
  if (!m_handle)
    return {nullptr, nullptr, error{errc::db_unavailable, "the database is not open", {}}};
  auto& statement = m_statements[sql];
  if (!statement) {
    sqlite3_stmt* made = nullptr;
    sqlite3_prepare_v3(m_handle.get(), sql.c_str(), static_cast<int>(sql.size()) + 1,
                       SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    if (made == nullptr)
      return {m_handle.get(), nullptr, failureOf(m_handle.get())};
    statement.reset(made);
  }
  return {m_handle.get(), statement.get(), std::nullopt};
}

result<void> Database::execute(const std::string& script) {
  if (sqlite3_exec(m_handle.get(), script.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return fail(failureOf(m_handle.get()));
  return {};
}

int Database::changes() const {
  return sqlite3_changes(m_handle.get());
}

bool Database::isInTransaction() const {
  return m_handle && !sqlite3_get_autocommit(m_handle.get());
}

} // namespace palang::mobile::sqlite
