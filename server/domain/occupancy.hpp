#pragma once

#include "shared/domain/vehicle_class.hpp"
#include "shared/protocol/config.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace palang::domain {

/// How many open sessions each zone and class has. Never below zero: what leaves without having
/// come is an orphan, not a car less.
class occupancy {
public:
  using table = std::map<std::pair<std::string, vehicle_class>, std::int64_t>;

  occupancy() = default;
  explicit occupancy(table counted) : counted_{std::move(counted)} {}

  /// Notes that `by` sessions (negative: left) of a class are in a zone now.
  void add(const std::string& zone_id, vehicle_class c, std::int64_t by);
  [[nodiscard]] std::int64_t of_zone(const std::string& zone_id) const;

private:
  table counted_;
};

/// Vehicles of all classes that a zone holds; 0 when it is unknown.
[[nodiscard]] std::int64_t capacity_of(const protocol::config& document,
                                       const std::string& zone_id);

} // namespace palang::domain
