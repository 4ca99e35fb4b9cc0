#pragma once

#include "shared/core/result.hpp"

#include <soci/soci.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace palang::storage {

/// What a driver error means for the caller and for the session that met it.
struct failure {
  error why;
  bool must_reconnect = false;
  bool is_full = false; ///< There was no room for what was to be written.
  bool is_held = false; ///< Somebody else held what is needed, for a while.
};

/// Everything that SQLite and MariaDB do differently. Thread: the session's.
class dialect {
public:
  virtual ~dialect() = default;
  /// The folder of db/migrations beside common/.
  [[nodiscard]] virtual std::string_view name() const = 0;
  /// Connects, sets what durability needs and reads it back. Throws soci::soci_error or
  /// std::runtime_error.
  virtual void open(soci::session& session) = 0;
  /// Begins a transaction that writes. Together with lock_writers() it keeps every other writer
  /// out, so that no later statement can meet one.
  [[nodiscard]] virtual std::string_view begin_write() const = 0;
  /// A query that waits for the write lock and finds its row; empty when begin_write() has it.
  [[nodiscard]] virtual std::string_view lock_writers() const = 0;
  /// One unchanging view for several reads.
  [[nodiscard]] virtual std::string_view begin_read() const = 0;
  /// Is the place that open() connected to still the one that the URL names? An error says why not.
  [[nodiscard]] virtual std::optional<error> moved() const = 0;
  [[nodiscard]] virtual failure classify(const soci::soci_error& cause) const = 0;

  /// Do CREATE and ALTER belong to the transaction that they stand in?
  [[nodiscard]] virtual bool has_transactional_schema() const = 0;
  /// Each column of each table in order: table, column, position in the primary key or 0.
  [[nodiscard]] virtual std::string_view columns_query() const = 0;
  /// Table and name of each index that was given a name.
  [[nodiscard]] virtual std::string_view indexes_query() const = 0;
  /// A setting of the server that may cost records, with its next step; or empty. Throws as SOCI
  /// does.
  [[nodiscard]] virtual std::string weakness(soci::session& session) const = 0;
  /// What follows the closing parenthesis of a CREATE TABLE. After open().
  [[nodiscard]] virtual std::string table_options() const = 0;
  /// The failed statement was a CREATE or an ADD of something that is there already.
  [[nodiscard]] virtual bool is_there_already(const soci::soci_error& cause) const = 0;
};

/// What a session is for decides how long it waits for an answer.
enum class purpose {
  write,        ///< Short statements; clients wait at a gate.
  read,         ///< Reports over months as well.
  change_schema ///< Takes as long as it takes.
};

/// `url` and `password`: storage::open_database. Errors: invalid, field "db".
[[nodiscard]] result<std::unique_ptr<dialect>>
make_dialect(const std::string& url, const std::string& password, purpose use);

/// The path in a URL of SQLite's; nullopt for any other.
[[nodiscard]] std::optional<std::string> sqlite_path(const std::string& url);

/// A database in one file. `path` is absolute.
[[nodiscard]] std::unique_ptr<dialect> make_sqlite_dialect(std::string path);

} // namespace palang::storage
