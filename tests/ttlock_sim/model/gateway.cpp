#include "tests/ttlock_sim/model/gateway.hpp"

#include <algorithm>

namespace palang::ttlock_sim {

namespace {

constexpr std::chrono::minutes scan_every{5};

} // namespace

const gateway::link* gateway::link_to(lock_id lock) const {
  const auto found = std::ranges::find(links, lock, &link::lock);
  return found == links.end() ? nullptr : &*found;
}

instant gateway::heard(const link& of, instant now) const {
  const auto last = std::min({now, cut_at.value_or(now), of.lost.value_or(now)});
  return last - last.time_since_epoch() % scan_every;
}

} // namespace palang::ttlock_sim
