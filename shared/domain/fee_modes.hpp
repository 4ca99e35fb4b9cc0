#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/core/result.hpp"
#include "shared/domain/fee.hpp"
#include "shared/domain/tariff.hpp"

#include <chrono>
#include <vector>

namespace palang::domain {

/// What a tariff's mode charges before grace time, discounts and fines. The steps' amounts add up
/// to base + overnight.
struct mode_charge {
  rupiah base{};
  rupiah overnight{};
  std::vector<fee_step> steps;
};

/// Charges `length` (>= 0) from `entered_at` on. Only calendar_day looks at the clock time.
/// Errors: invalid with field "tz" for an unknown zone (calendar_day).
[[nodiscard]] result<mode_charge> charge(const tariff& rules, instant entered_at,
                                         std::chrono::seconds length);

} // namespace palang::domain
