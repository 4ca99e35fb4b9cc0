#pragma once

#include "shared/core/result.hpp"

#include <string>

namespace palang::config {

/// The value of the environment variable `name`, or the first line of the file that `name`_FILE
/// names, or empty. Secrets have no argument (other users see those) and no key in the
/// configuration file (which gets copied around). Errors: invalid with field `name`_FILE when that
/// file cannot be read.
[[nodiscard]] result<std::string> read_secret(const std::string& name);

} // namespace palang::config
