#pragma once

#include "shared/core/result.hpp"

#include <string>

namespace palang::storage {

/// Counts what reports read (hours, days and weeks) anew from the sessions and payments themselves.
/// No server may run on the database. After an interruption the counts are as before, or as they
/// should be. `url`, `password`: of open_database, which was here before. Errors: db_unavailable,
/// internal.
[[nodiscard]] result<void> recount(const std::string& url, const std::string& password);

} // namespace palang::storage
