#pragma once

#include "server/actors/environment.hpp"

#include <caf/actor_system.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace palang::actors {

/// All actors of palangd, started and kept. Thread: the one that made it.
class root {
public:
  /// `outside`: an environment whose handles are empty. `give_up` is called from an actor when one
  /// keeps failing: the process should end with what it says as its last line. `is_threaded` false
  /// keeps all actors on the scheduler, for tests that drive it step by step.
  root(caf::actor_system& system, environment outside,
       std::function<void(const std::string& last_line)> give_up, bool is_threaded = true);
  /// As end().
  ~root();
  root(const root&) = delete;
  root& operator=(const root&) = delete;

  [[nodiscard]] environment_ptr handles() const noexcept { return env_; }

  /// Waits until the journal is loaded. False when `limit` was not enough.
  [[nodiscard]] bool wait_until_ready(std::chrono::milliseconds limit);
  /// Refuses new submissions and waits for the answers of what was taken, at most `limit`.
  void drain_sessions(std::chrono::milliseconds limit);
  /// Ends every actor; returns at once, the actor system's await_all_actors_done() waits for them.
  void end();

private:
  caf::actor_system& system_;
  std::shared_ptr<environment> env_;
  std::vector<caf::actor> keepers_;
};

} // namespace palang::actors
