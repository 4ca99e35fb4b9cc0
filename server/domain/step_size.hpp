#pragma once

#include "shared/core/clock.hpp"

#include <cstdint>

namespace palang::domain {

/// How many rows the next of many small steps takes, so that none keeps others waiting for longer
/// than `budget`: half as many after a step that used more than half of it, a tenth more after one
/// that used less than an eighth.
class step_size {
public:
  /// Begins with `first` rows and never takes fewer than `least`.
  constexpr step_size(milliseconds budget, std::int64_t first, std::int64_t least)
      : budget_{budget}, rows_{first}, least_{least} {}

  [[nodiscard]] constexpr std::int64_t rows() const noexcept { return rows_; }
  /// A step took that long for `found` rows; one that found less than rows() does not make the next
  /// one larger.
  void took(milliseconds time, std::int64_t found) noexcept;

private:
  milliseconds budget_;
  std::int64_t rows_;
  std::int64_t least_;
};

} // namespace palang::domain
