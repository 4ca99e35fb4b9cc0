#pragma once

#include "server/storage/soci/dialect.hpp"

#include <string_view>

namespace palang::storage {

/// What a number of the server or of its client library means. `text` is the driver's message.
[[nodiscard]] failure classify_mysql(unsigned number, std::string_view text);

/// A table, column or index of that name exists.
[[nodiscard]] bool is_there_already(unsigned number) noexcept;

} // namespace palang::storage
