#include "server/domain/lock_clock.hpp"

namespace palang::domain {

namespace {

/// The share of an unexplained slowness that one record moves the estimate: one slow upload must
/// not, a clock that loses a second a day may take its time.
constexpr int inertia = 4;

} // namespace

void lock_clock::note(instant lock_at, instant server_at) {
  const auto lag = server_at - lock_at;
  auto offset = offset_.value_or(milliseconds{0});
  const auto delay = lag + offset;
  if (delay > latest || delay < -widest)
    return;
  if (delay < soonest)
    offset = soonest - lag;
  else if (delay > slowest)
    offset -= (delay - slowest) / inertia;
  offset_ = offset;
}

} // namespace palang::domain
