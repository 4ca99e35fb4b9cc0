#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/messages.hpp"

#include <string>
#include <vector>

namespace palang::domain {

/// Errors: invalid, field "data.from" or "data.to": the window is empty, or longer than a year of
/// days or 31 days of hours.
[[nodiscard]] result<void> check_window(const protocol::stats_summary& what);

/// Where the buckets of the window begin, oldest first; at least one, and that one not after
/// `what.from`. Hours begin at whole hours of UTC, days at midnight in the IANA zone `tz`.
/// Errors: invalid with field "tz" for days of an unknown zone.
[[nodiscard]] result<std::vector<instant>> bucket_begins(const protocol::stats_summary& what,
                                                         const std::string& tz);

/// In which length counts can be read for these buckets: a day when all of them are whole days,
/// else an hour.
[[nodiscard]] milliseconds grain_of(const std::vector<instant>& begins);

/// How far east of UTC the zone's midnight after `at` is, within a day.
/// Errors: invalid with field "tz".
[[nodiscard]] result<milliseconds> offset_of(const std::string& tz, instant at);

/// Buckets from counts per hour, none before the first bucket begins, and what was inside when the
/// window began. Occupancy is the whole site's, per class, at each bucket's end; ordered by time,
/// gate and class. A class of `classes`, of `hourly` or of `inside` that did not move in a bucket
/// has a row of zeros without a gate there.
[[nodiscard]] std::vector<protocol::stats_row>
summarise(const std::vector<protocol::stats_row>& hourly,
          const std::vector<protocol::stats_row>& inside, const std::vector<instant>& begins,
          const std::vector<vehicle_class>& classes);

} // namespace palang::domain
