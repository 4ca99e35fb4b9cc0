#pragma once

#include "shared/core/result.hpp"

#include <string>
#include <vector>

namespace palang::storage {

/// What is wrong with a database's tables, one sentence with its next step for each; empty when all
/// is as this program would make it, or when there are no tables yet. Writes nothing. Errors:
/// invalid (the URL), db_unavailable, corrupt.
[[nodiscard]] result<std::vector<std::string>> inspect(const std::string& url,
                                                       const std::string& password);

} // namespace palang::storage
