#pragma once

#include "server/domain/duplicates.hpp"
#include "shared/protocol/objects.hpp"

#include <vector>

namespace palang::domain {

/// A session that something was paid for within a shift, and how much of it in cash.
struct shift_line {
  protocol::session session;
  rupiah cash{};
  rupiah paid{}; ///< By any method, within the shift.
};

/// A session that may explain why a shift's cash is not as expected.
struct shift_suspect {
  protocol::session session;
  rupiah amount{}; ///< What it may account for.
  int score = 0;   ///< 0 to 100
  std::vector<reason_text> reasons;
};

/// Likeliest first, at most 20. `difference` is counted - expected; of 0 only what is odd in itself
/// is told.
[[nodiscard]] std::vector<shift_suspect> suspects_of(rupiah difference,
                                                     const std::vector<shift_line>& lines);

} // namespace palang::domain
