#pragma once

#include "server/ledger/lock_side.hpp"
#include "server/ledger/voice.hpp"

namespace palang::ledger {

/// Locks, gateways and links as the cloud lists them: what is new is kept, what is gone is no
/// longer waited for, links are replaced, but for those of a gateway that is offline.
[[nodiscard]] result<void> note_discovery(const voice& v, const lock_discovery& seen);

/// A clock that was read replaces what was estimated.
[[nodiscard]] result<void> note_reading(const voice& v, const lock_reading& what);

} // namespace palang::ledger
