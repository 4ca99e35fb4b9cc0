#include "server/domain/step_size.hpp"

#include <algorithm>

namespace palang::domain {

void step_size::took(milliseconds time, std::int64_t found) noexcept {
  if (time * 2 > budget_)
    rows_ = std::max(rows_ / 2, least_);
  else if (time * 8 < budget_ && found >= rows_)
    rows_ += rows_ / 10 + 1;
}

} // namespace palang::domain
