#include "server/gateway/timer_wheel.hpp"

#include <algorithm>

namespace palang::gateway {

void timer_wheel::arm(timed& who, std::chrono::milliseconds in) {
  const auto ticks = std::max<std::chrono::milliseconds::rep>(0, in.count()) / tick.count() + 1;
  const auto ahead = std::min(static_cast<std::size_t>(ticks), slots_.size() - 1);
  if (who.is_linked())
    who.unlink();
  slots_[(now_ + ahead) % slots_.size()].push_back(who);
}

void timer_wheel::turn() {
  now_ = (now_ + 1) % slots_.size();
  slot due;
  due.swap(slots_[now_]);
  while (!due.empty()) {
    auto& who = due.front();
    due.pop_front();
    who.on_time();
  }
}

} // namespace palang::gateway
