#include "shared/core/clock.hpp"

namespace palang {

instant system_clock::now() const {
  return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

milliseconds system_clock::monotonic() const {
  return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace palang
