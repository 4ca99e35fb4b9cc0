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
  store_ = std::move(store);
}

call_budget::verdict call_meter::try_take(call_priority priority) {
  const std::lock_guard hold{mutex_};
  return budget_.take(priority, time_.now());
}

ttlock::budget_state call_meter::next_reservation() const {
  const std::lock_guard hold{mutex_};
  return budget_.next_reservation(time_.now());
}

void call_meter::reserved(const ttlock::budget_state& stored) {
  const std::lock_guard hold{mutex_};
  budget_.reserved(stored);
}

bool call_meter::take(call_priority priority) {
  auto verdict = try_take(priority);
  if (verdict != call_budget::verdict::reserve)
    return verdict == call_budget::verdict::granted;
  const std::lock_guard alone{storing_};
  verdict = try_take(priority); // Somebody may have stored meanwhile.
  if (verdict == call_budget::verdict::reserve) {
    const auto next = next_reservation();
    if (store_ && !store_(month_name(next.month), next.reserved))
      return false;
    reserved(next);
    verdict = try_take(priority);
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
