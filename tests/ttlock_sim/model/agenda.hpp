#pragma once

#include "shared/core/clock.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace palang::ttlock_sim {

/// What is to happen, in order of time; at the same instant in the order it was planned.
class agenda {
public:
  using action = std::function<void()>;

  explicit agenda(instant start) : now_{start} {}

  [[nodiscard]] instant now() const noexcept { return now_; }
  /// A time that is over means now.
  void at(instant when, action what);
  void after(milliseconds wait, action what) { at(now_ + wait, std::move(what)); }
  [[nodiscard]] std::optional<instant> next() const;
  /// Does all that is due, also what that plans in turn, then moves to `until`. Never goes back.
  void run_until(instant until);

private:
  instant now_;
  std::uint64_t planned_ = 0;
  std::map<std::pair<instant, std::uint64_t>, action> waiting_;
};

} // namespace palang::ttlock_sim
