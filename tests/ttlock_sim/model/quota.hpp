#pragma once

#include "shared/core/clock.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace palang::ttlock_sim {

/// Calls per month of Beijing's calendar.
class quota {
public:
  using counts = std::map<std::string, std::int64_t>; ///< By path.

  std::int64_t limit = 30'000;

  /// Counts a call. False: the month's calls were used up before it.
  bool take(const std::string& path, instant now);
  /// Counts a call that does not use up the month's.
  void note(const std::string& path, instant now) { ++months_[month_of(now)][path]; }
  [[nodiscard]] std::int64_t used(instant now) const;
  /// As if so many calls had been made this month by others of the same application.
  void set_used(std::int64_t calls, instant now);
  /// By month, such as "2026-11".
  [[nodiscard]] const std::map<std::string, counts>& all() const noexcept { return months_; }

  [[nodiscard]] static std::string month_of(instant now);

private:
  std::map<std::string, counts> months_;
  std::map<std::string, std::int64_t> used_;
};

} // namespace palang::ttlock_sim
