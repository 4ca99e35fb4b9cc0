#pragma once

#include <csignal>

namespace palang::commands {

/// SIGTERM and SIGINT as something to wait for instead of something that interrupts. Make it before
/// any thread starts: they inherit the mask.
class stop_signals {
public:
  stop_signals();
  /// Returns when one of them came, or stop() was called.
  void wait() const;
  /// Ends wait(). Thread: any.
  static void stop();

private:
  sigset_t signals_{};
};

} // namespace palang::commands
