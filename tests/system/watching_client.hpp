#pragma once

#include "shared/protocol/messages.hpp"

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace palang::testing {

/// A supervisor who watches all day: connects, resumes after each break where it left, and keeps
/// every event. The constructor logs in. Thread: its own; ask it only after stop().
class watching_client {
public:
  watching_client(std::uint16_t port, std::vector<std::string> topics);
  ~watching_client();

  /// Returns once an event with `seq` or a greater one was seen, or after a minute.
  [[nodiscard]] bool wait_for_seq(std::int64_t seq) const;
  void stop();

  /// In the order received.
  [[nodiscard]] const std::vector<protocol::event>& events() const noexcept { return events_; }
  /// What must never happen: a seq that does not grow, a resume that was refused.
  [[nodiscard]] const std::vector<std::string>& complaints() const noexcept { return complaints_; }
  [[nodiscard]] int connections() const noexcept { return connections_; }

private:
  void run();
  void watch_once();

  std::uint16_t port_;
  std::vector<std::string> topics_;
  std::string token_;
  protocol::resume_point position_;
  std::atomic<std::int64_t> last_seq_{0};
  std::atomic<bool> is_stopping_{false};
  std::vector<protocol::event> events_;
  std::vector<std::string> complaints_;
  int connections_ = 0;
  std::thread thread_;
};

} // namespace palang::testing
