#pragma once

#include "server/ledger/voice.hpp"

namespace palang::ledger {

/// What was looked at and could not be decided is looked at again.
inline constexpr milliseconds look_again = std::chrono::minutes{1};
/// A scan that did not come for so long is not waited for.
inline constexpr milliseconds longest_scan_wait = std::chrono::minutes{30};

/// Decides openings that waited long enough: unexplained_opening; no_opening only where the lock is
/// covered and, for a while, only after a scan that began since. What was asked for and is known to
/// have failed is dropped. At most 200 in one call.
[[nodiscard]] result<void> judge_openings(const voice& v);

} // namespace palang::ledger
