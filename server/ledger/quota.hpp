#pragma once

#include "server/ledger/voice.hpp"

#include <cstdint>
#include <string>

namespace palang::ledger {

/// Never lowers it: two processes may have reserved.
[[nodiscard]] result<void> reserve_calls(const voice& v, const std::string& month,
                                         std::int64_t count);
/// Raises quota_low once, and resolves it when there is enough again.
[[nodiscard]] result<void> tell_quota(const voice& v, bool is_low, std::int64_t used,
                                      std::int64_t limit);

} // namespace palang::ledger
