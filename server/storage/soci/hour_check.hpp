#pragma once

#include "server/storage/soci/connection.hpp"

#include <string>
#include <vector>

namespace palang::storage {

/// See report_queries::wrong_hours. Throws as SOCI does.
[[nodiscard]] std::vector<std::string> wrong_hours(connection& db);

} // namespace palang::storage
