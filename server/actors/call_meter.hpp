#pragma once

#include "server/ttlock/budget.hpp"
#include "server/ttlock/call.hpp"
#include "shared/core/clock.hpp"
#include "shared/core/result.hpp"

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

namespace palang::actors {

/// The month's calls to the cloud, counted where they are made. What is counted was stored before,
/// in chunks, so that no crash makes the server forget a call. Thread: any; only take() may block.
class call_meter {
public:
  /// Stores durably; may block. `month`: "2026-11", Beijing time.
  using storing = std::function<result<void>(const std::string& month, std::int64_t count)>;

  /// `used`: what was stored for the month of now.
  call_meter(int monthly_limit, std::int64_t used, const clock& time);
  /// Before the first call is made.
  void store_with(storing store);

  /// One call; false when it must not be made.
  [[nodiscard]] bool take(ttlock::call_priority priority);
  /// What take() would say, apart from storing.
  [[nodiscard]] bool may_spend(ttlock::call_priority priority) const;
  /// The cloud says that nothing is left.
  void exhausted();

  [[nodiscard]] ttlock::call_budget::plan planned(int locks, int gateways) const;
  struct reading {
    bool is_low = false;
    std::int64_t used = 0;
    std::int64_t limit = 0;
  };
  [[nodiscard]] reading read();

private:
  [[nodiscard]] ttlock::call_budget::verdict try_take(ttlock::call_priority priority);
  [[nodiscard]] ttlock::budget_state next_reservation() const;
  void reserved(const ttlock::budget_state& stored);

  const clock& time_;
  std::mutex storing_;       ///< Held while a reservation is stored, never by who only reads.
  mutable std::mutex mutex_; ///< Of budget_.
  ttlock::call_budget budget_;
  storing store_;
};

/// "2026-11" of a budget_month::number.
[[nodiscard]] std::string month_name(std::int64_t number);

/// How urgent a call is by what it asks; lists of records are as urgent as whoever wants them.
[[nodiscard]] ttlock::call_priority priority_of(ttlock::call_kind kind,
                                                ttlock::call_priority of_records);

} // namespace palang::actors
