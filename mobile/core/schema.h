#pragma once

#include "shared/core/result.hpp"

namespace palang::mobile {

namespace sqlite {
class Database;
}

/// Applies the files of db/client that the database has not seen, each in its own transaction;
/// PRAGMA user_version counts them. Errors: not_supported (a newer program made the file),
/// otherwise the database's.
[[nodiscard]] result<void> migrate(sqlite::Database& db);

} // namespace palang::mobile
