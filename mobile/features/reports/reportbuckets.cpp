#include "mobile/features/reports/reportbuckets.h"

#include <algorithm>

namespace palang::mobile {

std::map<instant, ReportBucket> bucketsOf(const std::vector<protocol::stats_row>& rows) {
  std::map<instant, ReportBucket> buckets;
  // Occupancy is of the whole site and by class, repeated for each gate: a class counts once.
  std::map<instant, std::map<domain::vehicle_class, std::int64_t>> inside;
  for (const auto& row : rows) {
    auto& bucket = buckets[row.from];
    bucket.entries += row.entries;
    bucket.exits += row.exits;
    bucket.lost_tickets += row.lost_tickets;
    bucket.revenue += row.revenue;
    auto& count = inside[row.from][row.vehicle_type];
    count = std::max(count, row.occupancy);
  }
  for (const auto& [from, classes] : inside)
    for (const auto& [type, count] : classes)
      buckets[from].inside += count;
  return buckets;
}

} // namespace palang::mobile
