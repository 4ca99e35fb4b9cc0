#pragma once

#include "server/storage/soci/connection.hpp"

/// While a copy into a database is under way, its only row of `meta` says so: whoever opens it is
/// refused, and the next copy may empty it.
namespace palang::storage {

/// Has the database a history of its own? False where nothing is. Writes nothing.
[[nodiscard]] result<bool> has_history(connection& db);
/// On a migrated database.
[[nodiscard]] result<bool> has_copy_mark(connection& db);
/// Takes the database's history away and marks it. Throws as SOCI does.
void set_copy_mark(connection& db);

} // namespace palang::storage
