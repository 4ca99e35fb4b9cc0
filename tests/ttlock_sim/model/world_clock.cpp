#include "tests/ttlock_sim/model/world_clock.hpp"

#include <algorithm>
#include <cmath>

namespace palang::ttlock_sim {

instant world_clock::now(milliseconds host) const {
  return world_ + milliseconds{std::llround(static_cast<double>((host - host_).count()) * speed_)};
}

void world_clock::set_speed(double speed, milliseconds host) {
  world_ = now(host);
  host_ = host;
  speed_ = speed;
}

milliseconds world_clock::until(instant when, milliseconds host) const {
  constexpr milliseconds longest{3'600'000};
  if (speed_ <= 0)
    return longest;
  const auto wait = static_cast<double>((when - now(host)).count()) / speed_;
  const auto most = static_cast<double>(longest.count());
  return milliseconds{static_cast<std::int64_t>(std::ceil(std::clamp(wait, 0.0, most)))};
}

} // namespace palang::ttlock_sim
