#include "shared/domain/time_zone.hpp"

#include <date/tz.h>

#include <exception>

namespace palang::domain {

result<time_zone> time_zone::find(const std::string& name) {
  try {
    return time_zone{date::locate_zone(name)};
  } catch (const std::exception& e) {
    return fail(errc::invalid, e.what(), "tz");
  }
}

instant time_zone::next_midnight(instant at) const {
  const auto today = date::floor<date::days>(zone_->to_local(at));
  // Where clocks go back over midnight it happens twice; only the later one is sure to lie after
  // `at`.
  return zone_->to_sys(today + date::days{1}, date::choose::latest);
}

} // namespace palang::domain
