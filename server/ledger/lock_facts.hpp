#pragma once

#include "server/ledger/lock_side.hpp"
#include "server/storage/repositories.hpp"

namespace palang::ledger {

/// What the TTLock actors start from. Inside a read transaction.
[[nodiscard]] result<lock_side_facts> lock_facts(storage::repositories& db, instant now);

} // namespace palang::ledger
