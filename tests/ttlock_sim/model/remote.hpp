#pragma once

#include "tests/ttlock_sim/model/world.hpp"

#include <deque>
#include <functional>

namespace palang::ttlock_sim {

enum class command : std::uint8_t { unlock, lock, open_state, battery, read_clock, set_clock };
[[nodiscard]] std::string_view to_string(command what) noexcept;

/// What a command is to come to, when a script says so.
struct outcome {
  enum class kind : std::uint8_t { done, no_move, timeout, timeout_moves, refused };
  kind is = kind::done;
  int errcode = 0; ///< Of refused.
};

/// Commands from the cloud through a gateway to a lock: one at a time per gateway.
class remote {
public:
  /// 0 or an errcode of TTLock's. Called once; at once when the cloud itself refuses.
  using answered = std::function<void(int errcode)>;

  explicit remote(world& w) : world_{&w} {}

  void send(lock_id to, command what, answered done);
  /// The next commands that reach a gateway come to this, first in first out.
  void script(outcome next) { scripted_.push_back(next); }

private:
  [[nodiscard]] int refusal(lock_id to, command what, gateway*& through);
  [[nodiscard]] outcome decide(const lock& l, const gateway& through);
  void run(lock& l, command what, gateway& through, outcome will, const answered& done);
  void execute(lock& l, command what);

  world* world_;
  std::deque<outcome> scripted_;
};

} // namespace palang::ttlock_sim
