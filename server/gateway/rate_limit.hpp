#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace palang::gateway {

/// How often one connection may speak (PROTOCOL 3.7): a token bucket that warns once, gives the
/// client the time that it names, and closes what goes on. Thread: the gateway's.
class rate_limit {
public:
  using time_point = std::chrono::steady_clock::time_point;

  enum class verdict : std::uint8_t {
    pass,
    warn,  ///< Drop this message and say `busy` with retry_after.
    drop,  ///< What was on its way when the client was told: drop it, say nothing.
    close, ///< It goes on: close 4429.
  };

  /// What the client is asked to wait.
  static constexpr std::chrono::milliseconds retry_after{1'000};

  rate_limit(double per_second, double burst, time_point now)
      : per_second_(per_second), burst_(burst), tokens_(burst), filled_at_(now) {}

  [[nodiscard]] verdict take(time_point now);

private:
  double per_second_;
  double burst_;
  double tokens_;
  time_point filled_at_;
  std::optional<time_point> warned_at_;
  double dropped_ = 0;
};

} // namespace palang::gateway
