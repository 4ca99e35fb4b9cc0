#include "server/actors/call_meter.hpp"

#include <utility>

namespace palang::actors {

using ttlock::call_budget;
using ttlock::call_kind;
using ttlock::call_priority;

call_meter::call_meter(int monthly_limit, std::int64_t used, const clock& time)
    : time_{time}, budget_{monthly_limit,
                           {ttlock::budget_month_of(time.now()).number, static_cast<int>(used),
                            used >= monthly_limit},
                           time.now()} {}

void call_meter::store_with(storing store) {
  const std::lock_guard hold{mutex_};
  store_ = std::move(store);
}

bool call_meter::store(const ttlock::budget_state& state) {
  return !store_ || store_(month_name(state.month), state.reserved).has_value();
}

bool call_meter::take(call_priority priority) {
  const std::lock_guard hold{mutex_};
  auto verdict = budget_.take(priority, time_.now());
  if (verdict == call_budget::verdict::reserve) {
    const auto next = budget_.next_reservation(time_.now());
    if (!store(next))
      return false;
    budget_.reserved(next);
    verdict = budget_.take(priority, time_.now());
  }
  return verdict == call_budget::verdict::granted;
}

bool call_meter::may_spend(call_priority priority) const {
  const std::lock_guard hold{mutex_};
  return budget_.may_spend(priority, time_.now());
}

void call_meter::exhausted() {
  const std::lock_guard hold{mutex_};
  // Not stored: after a restart the cloud says it again, for one call.
  budget_.exhausted(time_.now());
}

call_budget::plan call_meter::planned(int locks, int gateways) const {
  const std::lock_guard hold{mutex_};
  return budget_.planned(time_.now(), locks, gateways);
}

call_meter::reading call_meter::read() {
  const std::lock_guard hold{mutex_};
  return {budget_.is_low(time_.now()), budget_.spent(time_.now()), budget_.limit()};
}

std::string month_name(std::int64_t number) {
  const auto month = std::to_string(number % 12 + 1);
  return std::to_string(number / 12) + (month.size() < 2 ? "-0" : "-") + month;
}

call_priority priority_of(call_kind kind, call_priority of_records) {
  switch (kind) {
  case call_kind::unlock:
    return call_priority::remote_opening;
  case call_kind::records:
    return of_records;
  case call_kind::gateways:
    return call_priority::sweep;
  case call_kind::locks:
  case call_kind::links:
    return call_priority::discovery;
  case call_kind::token:
  case call_kind::open_state:
  case call_kind::lock_date:
  case call_kind::set_lock_date:
    break;
  }
  return call_priority::state_check;
}

} // namespace palang::actors
