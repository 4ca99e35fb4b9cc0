#include "server/domain/offline_windows.hpp"

#include <algorithm>

namespace palang::domain {

std::vector<offline_window> offline_windows(std::vector<record_delay> delays) {
  std::ranges::sort(delays, {}, &record_delay::recorded_at);
  std::vector<offline_window> out;
  for (const auto& delay : delays) {
    if (out.empty() || delay.recorded_at > out.back().to)
      out.push_back({delay.recorded_at, delay.received_at, 0});
    out.back().to = std::max(out.back().to, delay.received_at);
    ++out.back().count;
  }
  return out;
}

} // namespace palang::domain
