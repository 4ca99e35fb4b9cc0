#pragma once

#include "server/config/defaults.hpp"
#include "server/ttlock/call.hpp"
#include "shared/core/clock.hpp"

#include <algorithm>
#include <optional>

namespace palang::actors {

/// When the cloud may be asked again after it failed: each failure costs a call of the month.
class cloud_pause {
public:
  [[nodiscard]] bool is_over(instant now) const { return !until_ || *until_ <= now; }

  /// `pace`: environment::lock_pace.
  void failed(const ttlock::cloud_error& why, instant now, double pace) {
    failures_ = std::min(failures_ + 1, 16);
    const milliseconds doubled = milliseconds{defaults::first_cloud_pause} * (1 << (failures_ - 1));
    const auto in_earnest = std::max(std::min<milliseconds>(doubled, defaults::longest_cloud_pause),
                                     why.retry_after.value_or(milliseconds{0}));
    until_ = now
             + milliseconds{
                 static_cast<milliseconds::rep>(static_cast<double>(in_earnest.count()) / pace)};
  }
  void succeeded() {
    failures_ = 0;
    until_.reset();
  }

private:
  int failures_ = 0;
  std::optional<instant> until_;
};

} // namespace palang::actors
