#pragma once

#include "server/storage/soci/connection.hpp"

namespace palang::storage {

/// Rolls the hours and indexes the plates that an older version left: a week or some thousand
/// sessions per transaction, so that whoever comes after an interruption goes on from there and two
/// processes take turns. After migrate(), of a database that has its history's name. Errors:
/// db_unavailable.
[[nodiscard]] result<void> catch_up(connection& db);

} // namespace palang::storage
