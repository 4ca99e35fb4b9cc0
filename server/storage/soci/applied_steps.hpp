#pragma once

#include "server/storage/soci/migrator.hpp"

#include <string>
#include <string_view>

/// The table in which a database notes the steps that were applied to it. Members throw as SOCI
/// does.
namespace palang::storage {

inline constexpr std::string_view steps_table =
    "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER NOT NULL PRIMARY KEY, "
    "name VARCHAR(100) NOT NULL, checksum VARCHAR(64) NOT NULL)";

/// The checksum under which a number was applied; empty when it was not.
[[nodiscard]] std::string applied_checksum(connection& db, int number);

void note_applied(connection& db, const migration& step);

/// The number was applied, but not this step.
[[nodiscard]] error applied_otherwise(const migration& step);

} // namespace palang::storage
