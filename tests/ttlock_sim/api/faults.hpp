#pragma once

#include "shared/core/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace palang::ttlock_sim {

/// What goes wrong with the next replies of a path.
struct fault {
  /// `before`: nothing is done and nothing said; `after`: done, but the reply is lost.
  enum class drop : std::uint8_t { none, before, after };

  std::string path = "*"; ///< `*`: any.
  int count = 1;
  std::optional<int> errcode; ///< Answered instead.
  unsigned http_status = 200; ///< Another one is answered instead, with an HTML body.
  milliseconds slow{0};
  drop dropped = drop::none;
};

class faults {
public:
  void add(fault f) { planned_.push_back(std::move(f)); }
  void clear() { planned_.clear(); }
  /// The oldest that fits, used once.
  [[nodiscard]] std::optional<fault> take(const std::string& path);

private:
  std::vector<fault> planned_;
};

} // namespace palang::ttlock_sim
