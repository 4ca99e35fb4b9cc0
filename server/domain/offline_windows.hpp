#pragma once

#include "shared/core/clock.hpp"

#include <cstdint>
#include <vector>

namespace palang::domain {

/// A time in which a device recorded what reached the server later.
struct offline_window {
  instant from{};
  instant to{};
  std::int64_t count = 0;
  friend bool operator==(const offline_window&, const offline_window&) = default;
};

struct record_delay {
  instant recorded_at{};
  instant received_at{};
};

/// The spans from record to arrival, where they touch as one; oldest first.
[[nodiscard]] std::vector<offline_window> offline_windows(std::vector<record_delay> delays);

} // namespace palang::domain
