#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/result.hpp"
#include "shared/core/uuid.hpp"

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

/// A thin coat over SQLite's C interface: handles are owned, failures are values.
/// Errors everywhere: corrupt (the file is damaged), db_unavailable (disk full, locked, not
/// writable), id_reused (a row with this key exists), internal (our SQL).
namespace palang::mobile::sqlite {

/// One run of a prepared statement. The statement goes back to its Database when the Query dies; at
/// most one Query of the same text lives at a time.
class Query {
public:
  Query(sqlite3* handle, sqlite3_stmt* statement, std::optional<error> failure);
  Query(Query&& other) noexcept;
  Query& operator=(Query&&) = delete;
  ~Query();

  void bind(int index, std::nullopt_t);
  void bind(int index, std::int64_t value);
  void bind(int index, std::string_view value);
  void bind(int index, const sqlite3_value* value);
  void bind(int index, std::integral auto value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view{value}); }
  void bind(int index, const std::string& value) { bind(index, std::string_view{value}); }
  void bind(int index, const uuid& value) { bind(index, to_string(value)); }
  void bind(int index, instant value) { bind(index, to_ms(value)); }
  template <class T>
  void bind(int index, const std::optional<T>& value) {
    value ? bind(index, *value) : bind(index, std::nullopt);
  }

  /// True while there is a row. False at the end and after a failure: outcome() tells them apart.
  [[nodiscard]] bool next();
  [[nodiscard]] result<void> outcome() const;
  /// Runs to the end.
  [[nodiscard]] result<void> run();

  // Columns of the current row, from 0.
  [[nodiscard]] int columns() const;
  [[nodiscard]] bool isNull(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] instant time(int column) const { return from_ms(integer(column)); }
  [[nodiscard]] std::optional<instant> optionalTime(int column) const;
  /// Nil when the text is no id.
  [[nodiscard]] uuid id(int column) const { return parse_uuid(text(column)).value_or(uuid{}); }
  [[nodiscard]] const sqlite3_value* value(int column) const;

private:
  void check(int code);

  sqlite3* m_handle;
  sqlite3_stmt* m_statement;
  std::optional<error> m_failure;
};

/// One connection; each statement is prepared once and kept. Thread: one.
class Database {
public:
  Database() = default;
  /// Creates the file when there is none.
  [[nodiscard]] static result<Database> open(const std::string& path);

  template <class... Values>
  [[nodiscard]] Query query(const std::string& sql, const Values&... values) {
    auto q = prepared(sql);
    int index = 0;
    (q.bind(++index, values), ...);
    return q;
  }
  template <class... Values>
  [[nodiscard]] result<void> run(const std::string& sql, const Values&... values) {
    return query(sql, values...).run();
  }
  /// Any number of statements without values.
  [[nodiscard]] result<void> execute(const std::string& script);
  /// Rows that the last statement changed.
  [[nodiscard]] int changes() const;
  [[nodiscard]] bool isInTransaction() const;

private:
  [[nodiscard]] Query prepared(const std::string& sql);

  struct Close {
    void operator()(sqlite3* handle) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3, Close> m_handle;
  std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>> m_statements;
};

/// Runs `work` (which returns a result) in one transaction: committed when it succeeds, else
/// undone. Inside another transaction it is a part of that, and its failure undoes only itself.
template <class Work>
[[nodiscard]] auto inTransaction(Database& db, Work&& work) -> std::invoke_result_t<Work> {
  const bool isPart = db.isInTransaction();
  if (auto begun = db.run(isPart ? "SAVEPOINT part" : "BEGIN IMMEDIATE"); !begun)
    return fail(begun.error());
  auto done = work();
  if (done)
    if (auto kept = db.run(isPart ? "RELEASE part" : "COMMIT"); !kept)
      done = fail(kept.error());
  // A full disk may have rolled everything back already.
  if (!done && db.isInTransaction())
    (void)db.execute(isPart ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK");
  return done;
}

} // namespace palang::mobile::sqlite
