#pragma once

#include "server/storage/repositories.hpp"
#include "server/storage/soci/dialect.hpp"

#include <memory>

namespace palang::storage {

/// A session of its own with all repositories over it. Connects at the first transaction.
[[nodiscard]] std::unique_ptr<store> make_soci_store(std::unique_ptr<dialect> speaks);

} // namespace palang::storage
