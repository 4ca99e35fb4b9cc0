#pragma once

#include "shared/core/clock.hpp"

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

namespace palang::actors {

/// Counts failures per key within defaults::failure_window, and says how long a key must wait after
/// too many. A plain value; times are the monotonic clock's.
class lock_out {
public:
  explicit lock_out(int most) : most_{most} {}

  /// How long until another attempt counts; nullopt when it may be tried now.
  [[nodiscard]] std::optional<std::chrono::seconds> wait_for(const std::string& key,
                                                             milliseconds now);
  void failed(const std::string& key, milliseconds now);
  void succeeded(const std::string& key) { failures_.erase(key); }

  /// Keys remembered.
  [[nodiscard]] std::size_t size() const noexcept { return failures_.size(); }

private:
  void forget_old(milliseconds now);

  int most_;
  milliseconds next_sweep_{0};
  std::unordered_map<std::string, std::deque<milliseconds>> failures_;
};

} // namespace palang::actors
