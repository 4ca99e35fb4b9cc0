#pragma once

#include "shared/core/error.hpp"

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
  /// Takes the write lock at once, so that no later statement can meet another writer.
  [[nodiscard]] virtual std::string_view begin_write() const = 0;
  /// One unchanging view for several reads.
  [[nodiscard]] virtual std::string_view begin_read() const = 0;
  /// Is the place that open() connected to still the one that the URL names? An error says why not.
  [[nodiscard]] virtual std::optional<error> moved() const = 0;
  [[nodiscard]] virtual failure classify(const soci::soci_error& cause) const = 0;
};

/// A database in one file. `path` is absolute.
[[nodiscard]] std::unique_ptr<dialect> make_sqlite_dialect(std::string path);

} // namespace palang::storage
