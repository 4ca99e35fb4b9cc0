#pragma once

#include "server/ledger/ledger.hpp"
#include "server/storage/repositories.hpp"

#include <memory>

namespace palang::ledger {

/// A writer over a session of its own. Errors: db_unavailable, corrupt.
[[nodiscard]] result<std::unique_ptr<writer>> make_writer(std::unique_ptr<storage::store> session,
                                                          const clock& time);

/// A reader over a session of its own.
[[nodiscard]] result<std::unique_ptr<reader>> make_reader(std::unique_ptr<storage::store> session);

} // namespace palang::ledger
