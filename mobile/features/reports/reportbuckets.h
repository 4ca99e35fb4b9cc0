#pragma once

#include "shared/core/clock.hpp"
#include "shared/protocol/objects.hpp"

#include <map>
#include <vector>

namespace palang::mobile {

/// What came and left in one bucket of a period, of all gates and classes, and how many were inside
/// at its end.
struct ReportBucket {
  std::int64_t entries = 0;
  std::int64_t exits = 0;
  std::int64_t inside = 0;
  std::int64_t lost_tickets = 0;
  rupiah revenue{};
};

[[nodiscard]] std::map<instant, ReportBucket>
bucketsOf(const std::vector<protocol::stats_row>& rows);

} // namespace palang::mobile
