#include "server/domain/occupancy.hpp"

#include <algorithm>

namespace palang::domain {

void occupancy::add(const std::string& zone_id, vehicle_class c, std::int64_t by) {
  auto& count = counted_[{zone_id, c}];
  count = std::max<std::int64_t>(0, count + by);
}

std::int64_t occupancy::of_zone(const std::string& zone_id) const {
  std::int64_t sum = 0;
  for (auto at = counted_.lower_bound({zone_id, vehicle_class{}});
       at != counted_.end() && at->first.first == zone_id; ++at)
    sum += at->second;
  return sum;
}

std::int64_t capacity_of(const protocol::config& document, const std::string& zone_id) {
  std::int64_t sum = 0;
  for (const auto& zone : document.zones)
    if (zone.id == zone_id)
      for (const auto& [type, places] : zone.capacity)
        sum += places;
  return sum;
}

} // namespace palang::domain
