#pragma once

#include "mobile/platform/condition.h"

namespace palang::mobile {

/// As Android's BatteryManager tells it.
class AndroidCondition : public Condition {
public:
  [[nodiscard]] std::optional<int> battery() const override;
  [[nodiscard]] bool isCharging() const override;
};

} // namespace palang::mobile
