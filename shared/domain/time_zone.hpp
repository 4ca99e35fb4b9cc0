#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/result.hpp"

#include <string>

namespace date {
class time_zone;
}

namespace palang::domain {

/// Local days of an IANA zone, from the operating system's zone database (Debian: package tzdata).
/// Thread: any.
class time_zone {
public:
  /// Reads the zone `name`, e.g. "Asia/Jakarta". The first call of a process loads the database.
  /// Errors: invalid with field "tz" when the database has no such zone or cannot be read.
  [[nodiscard]] static result<time_zone> find(const std::string& name);

  /// The first local midnight after `at` (where clocks skip midnight: the moment of the change).
  [[nodiscard]] instant next_midnight(instant at) const;

private:
  explicit time_zone(const date::time_zone* zone) : zone_{zone} {}

  const date::time_zone* zone_; ///< Owned by the database, which lives as long as the process.
};

} // namespace palang::domain
