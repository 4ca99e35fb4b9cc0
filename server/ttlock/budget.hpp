#pragma once

#include "shared/core/clock.hpp"

#include <cstdint>
#include <optional>

/// The month's calls, spread so that they last. Pure. Thread: none of its own.
namespace palang::ttlock {

/// Reported for TTLock's free tier, per application. TTLOCK 2.
inline constexpr int default_monthly_calls = 30'000;

enum class call_priority : std::uint8_t {
  remote_opening, ///< A driver waits; and tokens, without which nothing opens.
  state_check,    ///< What became of an opening.
  recovery,       ///< Records that an outage held back.
  sweep,          ///< Looking for what no callback told; gateways.
  discovery       ///< New locks, signal strengths.
};

/// A month in Beijing (UTC+8), where the cloud's counter starts afresh.
struct budget_month {
  std::int64_t number = 0; ///< year * 12 + month - 1
  instant begins;
  instant ends;

  friend bool operator==(const budget_month&, const budget_month&) = default;
};
[[nodiscard]] budget_month budget_month_of(instant at);

/// What is stored. `reserved` never counts less than what was sent.
struct budget_state {
  std::int64_t month = 0;    ///< budget_month::number
  int reserved = 0;          ///< Calls that were sent or may be without storing again.
  bool is_exhausted = false; ///< The cloud said so (30007).

  friend bool operator==(const budget_state&, const budget_state&) = default;
};

class call_budget {
public:
  /// Calls reserved at once: what a crash may waste.
  static constexpr int chunk = 20;
  /// Of the limit, kept for openings by remote; shrinks with what is left of the month.
  static constexpr int opening_percent = 10;
  /// Of the limit; nobody but an opening gets these, until the very end.
  static constexpr int last_percent = 1;

  /// Restarts from what was stored; what was reserved then counts as spent. A state of an earlier
  /// month counts for nothing, one of a later month (a clock that was set back) stays in force.
  call_budget(int monthly_limit, const budget_state& stored, instant now);

  enum class verdict : std::uint8_t {
    granted, ///< Counted: send it.
    reserve, ///< Store next_reservation() first, tell reserved(), ask again.
    refused
  };
  /// One call.
  [[nodiscard]] verdict take(call_priority priority, instant now);
  /// What take() would allow, apart from the reservation.
  [[nodiscard]] bool may_spend(call_priority priority, instant now) const;

  /// The state to store so that at least one more call is covered. Nothing changes until
  /// reserved().
  [[nodiscard]] budget_state next_reservation(instant now) const;
  void reserved(const budget_state& stored);

  /// The cloud says that the month is used up: the state to store; nothing is granted until the
  /// month ends.
  budget_state exhausted(instant now);

  struct plan {
    milliseconds sweep_every;   ///< Each lock's records, one page.
    milliseconds gateway_every; ///< The list of gateways.
  };
  /// What the rest of the month can pay for; see budget.cpp for shares, floors and ceilings.
  [[nodiscard]] plan planned(instant now, int locks, int gateways) const;

  /// For the alert quota_low. Goes on when the calls will not last at this pace (or are nearly
  /// gone), goes off when there is clearly enough again.
  [[nodiscard]] bool is_low(instant now);

  [[nodiscard]] int limit() const { return limit_; }
  /// Calls sent in this month; after a restart, reserved.
  [[nodiscard]] int spent(instant now) const;
  [[nodiscard]] int left(instant now) const;

private:
  [[nodiscard]] budget_state current(instant now) const;
  [[nodiscard]] double health(instant now) const;

  int limit_;
  budget_state state_;
  int in_chunk_ = 0; ///< Of state_.reserved, not yet sent.
  bool is_low_ = false;
};

} // namespace palang::ttlock
