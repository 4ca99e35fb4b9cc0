#include "server/gateway/rate_limit.hpp"

#include <algorithm>

namespace palang::gateway {

namespace {

/// A client that kept to the limit for so long is warned again before it is closed.
constexpr std::chrono::seconds forgiven_after{60};

} // namespace

rate_limit::verdict rate_limit::take(time_point now) {
  const std::chrono::duration<double> passed = now - filled_at_;
  filled_at_ = now;
  tokens_ = std::min(burst_, tokens_ + passed.count() * per_second_);
  if (tokens_ >= 1) {
    tokens_ -= 1;
    return verdict::pass;
  }
  if (!warned_at_ || now - *warned_at_ >= forgiven_after) {
    warned_at_ = now;
    dropped_ = 0;
    return verdict::warn;
  }
  const bool goes_on = now - *warned_at_ >= retry_after || ++dropped_ > burst_;
  return goes_on ? verdict::close : verdict::drop;
}

} // namespace palang::gateway
