#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace palang::testing {

/// A place for callbacks to go: takes one HTTP request per connection on a loopback port, keeps the
/// bodies, answers what it is told. Has a thread of its own.
class callback_receiver {
public:
  callback_receiver();
  ~callback_receiver();

  [[nodiscard]] std::string url() const;
  /// The next requests' answers, in turn, then `success` for ever. An empty one: no answer at all.
  void answer_next(std::vector<std::string> bodies);
  /// Waits, in host time, until so many bodies have come; returns all so far.
  [[nodiscard]] std::vector<std::string>
  wait_for(std::size_t count, std::chrono::milliseconds limit = std::chrono::seconds{10});

private:
  struct state;
  std::unique_ptr<state> state_;
};

} // namespace palang::testing
