#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/messages.hpp"

#include <vector>

namespace palang::domain {

/// Errors: invalid, field "data.from" or "data.to": the window is empty or holds more than a year
/// of hours.
[[nodiscard]] result<void> check_window(const protocol::stats_summary& what);

/// Buckets from counts per hour (hours and days begin at `what.from`) and what was inside when the
/// window began. Occupancy is the whole site's, per class, at each bucket's end; ordered by time,
/// gate and class.
[[nodiscard]] std::vector<protocol::stats_row>
summarise(const std::vector<protocol::stats_row>& hourly,
          const std::vector<protocol::stats_row>& inside, const protocol::stats_summary& what);

} // namespace palang::domain
