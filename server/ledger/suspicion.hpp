#pragma once

#include "server/domain/coverage.hpp"
#include "server/ledger/lock_side.hpp"
#include "server/storage/repositories.hpp"

#include <vector>

/// Transactions whose opening did not show.
namespace palang::ledger {

/// When the row was made: its id tells.
[[nodiscard]] instant begun_at(const protocol::opening& o);

/// A scan that covers `at` began when a record of it had to be there.
[[nodiscard]] bool is_scanned_since(const domain::coverage_facts& heard, instant at);

/// What waits for its record longer than lock_times::record_grace, at a lock that is not blind
/// then, and was not scanned for since.
[[nodiscard]] result<std::vector<lock_side_facts::suspicion>> suspicions(storage::repositories& db,
                                                                         instant now);

} // namespace palang::ledger
