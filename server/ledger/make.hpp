#pragma once

#include "server/ledger/ledger.hpp"
#include "server/storage/repositories.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace palang::ledger {

/// A writer over a session of its own. Errors: db_unavailable, corrupt.
[[nodiscard]] result<std::unique_ptr<writer>> make_writer(std::unique_ptr<storage::store> session,
                                                          const clock& time);

/// A reader over a session of its own. `monthly_calls`: what sync.health tells of TTLock's quota;
/// nullopt: it is not known here.
[[nodiscard]] result<std::unique_ptr<reader>>
make_reader(std::unique_ptr<storage::store> session,
            std::optional<std::int64_t> monthly_calls = std::nullopt);

} // namespace palang::ledger
