#pragma once

#include "server/ledger/voice.hpp"

namespace palang::ledger {

/// Decides openings that waited long enough: unexplained_opening; no_opening only where the lock is
/// covered and, for a while, only after a scan that began since. What was asked for and is known to
/// have failed is dropped. At most 200 in one call.
[[nodiscard]] result<void> judge_openings(const voice& v);

} // namespace palang::ledger
