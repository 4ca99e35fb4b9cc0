#pragma once

#include "server/storage/soci/connection.hpp"
#include "server/storage/soci/migrations.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palang::storage {

/// One step of the schema: the common file of a number, then the dialect's.
struct migration {
  int number = 0;
  std::string name; ///< "0001_journal"
  std::vector<std::string> statements;
  std::string checksum; ///< SHA-256 hex of the files' text.
};

/// The steps for a dialect in order of number, from files named "common/NNNN_word.sql" and
/// "<dialect>/NNNN_word.sql".
[[nodiscard]] std::vector<migration> migrations_for(std::string_view dialect,
                                                    std::span<const embedded_file> files);

/// Brings the database to the newest step; several processes may do so at once. A step that was cut
/// off leaves nothing where CREATE and ALTER are transactional, and is gone on with where not.
/// Errors: db_unavailable; corrupt when an applied step has another text, or is newer than this
/// program.
[[nodiscard]] result<void> migrate(connection& db, const std::vector<migration>& steps);

/// The number of the newest step that was applied; 0 when none was.
[[nodiscard]] result<int> newest_migration(connection& db);

/// Are exactly these steps applied? False as well where there is no database of ours.
[[nodiscard]] result<bool> is_migrated(connection& db, const std::vector<migration>& steps);

} // namespace palang::storage
