#pragma once

#include "server/storage/soci/migrator.hpp"

#include <vector>

namespace palang::storage {

/// migrate() for databases that end a transaction at each CREATE or ALTER: after every statement
/// the database notes how far a step came, and whoever comes after an interruption goes on from
/// there. Two processes take turns.
[[nodiscard]] result<void> migrate_in_pieces(connection& db, const std::vector<migration>& steps);

} // namespace palang::storage
