#include "server/actors/lock_out.hpp"

#include "server/config/defaults.hpp"

#include <iterator>

namespace palang::actors {

std::optional<std::chrono::seconds> lock_out::wait_for(const std::string& key, milliseconds now) {
  const auto found = failures_.find(key);
  if (found == failures_.end() || found->second.empty())
    return std::nullopt;
  auto& times = found->second;
  while (!times.empty() && times.front() + defaults::failure_window <= now)
    times.pop_front();
  if (std::ssize(times) < most_)
    return std::nullopt;
  // The attempt counts again when the oldest of the last `most_` failures has left the window.
  const auto free_at =
      times[times.size() - static_cast<std::size_t>(most_)] + defaults::failure_window;
  return std::chrono::ceil<std::chrono::seconds>(free_at - now);
}

void lock_out::failed(const std::string& key, milliseconds now) {
  forget_old(now);
  failures_[key].push_back(now);
}

void lock_out::forget_old(milliseconds now) {
  if (now < next_sweep_)
    return;
  next_sweep_ = now + defaults::failure_window;
  std::erase_if(failures_, [&](const auto& entry) {
    return entry.second.empty() || entry.second.back() + defaults::failure_window <= now;
  });
}

} // namespace palang::actors
