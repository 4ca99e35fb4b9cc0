#pragma once

#include "shared/core/clock.hpp"

#include <algorithm>
#include <chrono>
#include <string>

/// The spans that hours are rolled into. Everything begins at 15:00 UTC, the first midnight of
/// Indonesia's three zones; weeks on Thursdays.
namespace palang::storage {

namespace spans {

using namespace std::chrono_literals;

inline constexpr milliseconds week = 7 * 24h;
inline constexpr milliseconds day = 24h;
/// A Thursday before every time that is written down.
inline constexpr milliseconds origin = 15h - week;
/// A day falls into [15:00, 16:00), [16:00, 17:00) and the rest: the midnights of the three zones
/// cut nothing else, so that whole parts make up a day of each.
inline constexpr milliseconds last_cut = 2h;

[[nodiscard]] constexpr instant floor(instant at, milliseconds length) {
  return at - (at.time_since_epoch() - origin) % length;
}
[[nodiscard]] constexpr instant week_of(instant at) {
  return floor(at, week);
}
[[nodiscard]] constexpr instant day_of(instant at) {
  return floor(at, day);
}
/// `hour` is a whole one.
[[nodiscard]] constexpr instant part_of(instant hour) {
  return day_of(hour) + std::min(hour - day_of(hour), last_cut);
}

/// The same in SQL, of a column that holds whole hours.
[[nodiscard]] std::string week_sql(const std::string& hour);
[[nodiscard]] std::string day_sql(const std::string& hour);
[[nodiscard]] std::string part_sql(const std::string& hour);

} // namespace spans

/// A window cut into hours, long spans and hours again: [from, long_from), [long_from, long_to),
/// [long_to, to).
struct cut_window {
  instant from{};
  instant long_from{};
  instant long_to{};
  instant to{};
};

/// `floor` tells in which span an instant lies; those that end after `until` are not there yet.
template <class Floor>
[[nodiscard]] cut_window cut(instant from, instant to, instant until, Floor&& floor,
                             milliseconds length) {
  const auto first = floor(from) == from ? from : floor(from) + length;
  const auto last = floor(std::min(to, until));
  return first < last ? cut_window{from, first, last, to} : cut_window{from, from, from, to};
}

} // namespace palang::storage
