#pragma once

#include "tests/ttlock_sim/model/agenda.hpp"
#include "tests/ttlock_sim/model/settings.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace palang::ttlock_sim {

struct post {
  std::uint64_t id = 0;
  int attempt = 1;
  std::string body;
  bool is_get = false; ///< As some say that the cloud tries a new URL.
};

/// What became of one attempt.
struct delivery {
  std::uint64_t post = 0;
  int attempt = 1;
  instant sent{};
  std::optional<instant> answered;
  bool is_success = false;
  std::string answer; ///< Status and the start of the body, or why there was none.
  std::string body;   ///< What was sent.
};

/// Callbacks on their way: order, how many at once, retries. Somebody else moves the bytes.
class mail_room {
public:
  mail_room(agenda& plan, const settings& rules) : agenda_{&plan}, rules_{&rules} {}

  void put(std::string body, bool is_get = false);
  /// The next to send, if any may go now.
  [[nodiscard]] std::optional<post> next();
  /// Of one that next() gave.
  void answered(const post& of, bool is_success, std::string answer);
  void set_paused(bool is_paused) { is_paused_ = is_paused; }

  /// Waiting, on its way, or to be tried again.
  [[nodiscard]] std::size_t open_count() const noexcept {
    return waiting_.size() + sending_ + retrying_;
  }
  [[nodiscard]] const std::vector<delivery>& log() const noexcept { return log_; }

private:
  agenda* agenda_;
  const settings* rules_;
  std::deque<post> waiting_;
  std::size_t sending_ = 0;
  std::size_t retrying_ = 0;
  std::uint64_t last_id_ = 0;
  bool is_paused_ = false;
  std::vector<delivery> log_;
};

} // namespace palang::ttlock_sim
