#pragma once

#include "shared/core/clock.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace palang::actors {

/// A gateway carries out one command at a time, and the cloud chooses which gateway it uses: a lock
/// has its turn while none of the gateways that reach it is busy. First come, first served among
/// those that could go. Ticket: what the waiting one is told by.
template <class Ticket>
class gateway_turns {
public:
  /// For each lock the gateways that reach it; a lock without one is its own.
  void set_links(std::map<std::string, std::vector<std::string>> gateways) {
    gateways_ = std::move(gateways);
  }

  void wait(const std::string& lock_id, instant until, Ticket ticket) {
    waiting_.push_back({lock_id, until, std::move(ticket)});
  }
  void over(const std::string& lock_id) { busy_.erase(lock_id); }

  /// Calls `tell(ticket, true)` for who may begin now and `tell(ticket, false)` for who waited too
  /// long.
  template <class F>
  void deal(instant now, F tell) {
    for (auto at = waiting_.begin(); at != waiting_.end();) {
      const bool is_late = at->until <= now;
      if (!is_late && !is_free(at->lock_id)) {
        ++at;
        continue;
      }
      if (!is_late)
        busy_.emplace(at->lock_id, reached_by(at->lock_id));
      auto ticket = std::move(at->ticket);
      at = waiting_.erase(at);
      tell(ticket, !is_late);
    }
  }

private:
  struct waiter {
    std::string lock_id;
    instant until;
    Ticket ticket;
  };

  [[nodiscard]] std::set<std::string> reached_by(const std::string& lock_id) const {
    const auto known = gateways_.find(lock_id);
    if (known == gateways_.end() || known->second.empty())
      return {};
    return {known->second.begin(), known->second.end()};
  }
  [[nodiscard]] bool is_free(const std::string& lock_id) const {
    const auto wanted = reached_by(lock_id);
    return std::ranges::none_of(busy_, [&](const auto& taken) {
      return taken.first == lock_id || std::ranges::any_of(taken.second, [&](const auto& gateway) {
               return wanted.contains(gateway);
             });
    });
  }

  std::map<std::string, std::vector<std::string>> gateways_;
  std::map<std::string, std::set<std::string>> busy_; ///< Lock: the gateways that it may be using.
  std::deque<waiter> waiting_;
};

} // namespace palang::actors
