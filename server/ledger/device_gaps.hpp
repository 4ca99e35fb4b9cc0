#pragma once

#include "server/ledger/voice.hpp"

#include <chrono>

namespace palang::ledger {

/// A hole in a device's numbers this old is told without waiting for a shift to be closed.
inline constexpr milliseconds oldest_gap = std::chrono::hours{24};

/// Raises device_gap for each device that has such a hole and no open alert. Looks once an hour.
[[nodiscard]] result<void> tell_old_gaps(const voice& v);

} // namespace palang::ledger
