#include "server/ttlock/budget.hpp"

#include <algorithm>
#include <chrono>

namespace palang::ttlock {

namespace {

using namespace std::chrono_literals;

constexpr milliseconds beijing{8h};

/// How rich the rest of the month must be for a call of this priority: 1 is exactly on pace.
double least_health(call_priority priority) {
  switch (priority) {
  case call_priority::remote_opening:
    return 0;
  case call_priority::state_check:
    return call_budget::opening_percent / 100.0;
  case call_priority::recovery:
    return 0.4;
  case call_priority::sweep:
    return 0.75;
  case call_priority::discovery:
    return 0.9;
  }
  return 1;
}

constexpr double low_below = 0.6;
constexpr double fine_above = 0.8;

/// Shares of what is left; the rest is for recovery, checks and discovery.
constexpr double sweep_share = 0.4;
constexpr double gateway_share = 0.25;

struct range {
  milliseconds least;
  milliseconds most;
};
/// Callbacks are the first source: sooner finds nothing, later is not noticed on the same shift.
constexpr range sweep_range{5min, 12h};
/// The cloud itself notices after 8 to 10 minutes.
constexpr range gateway_range{2min, 2h};
constexpr int gateways_of_page = 200;

/// `of_one_round`: calls until everything was looked at once.
milliseconds interval(milliseconds time_left, double calls, int of_one_round, range limits) {
  const double rounds = calls / std::max(of_one_round, 1);
  if (rounds < 1)
    return limits.most;
  const milliseconds every{
      static_cast<std::int64_t>(static_cast<double>(time_left.count()) / rounds)};
  return std::clamp(every, limits.least, limits.most);
}

/// Of the month, above 0.
double time_share_left(instant now) {
  const auto month = budget_month_of(now);
  return static_cast<double>((month.ends - now).count())
         / static_cast<double>((month.ends - month.begins).count());
}

} // namespace

budget_month budget_month_of(instant at) {
  using namespace std::chrono;
  const year_month_day day{floor<days>(at + beijing)};
  const auto first = day.year() / day.month() / 1;
  const auto next = first + months{1};
  return {std::int64_t{int{day.year()}} * 12 + unsigned{day.month()} - 1,
          instant{sys_days{first}} - beijing, instant{sys_days{next}} - beijing};
}

call_budget::call_budget(int monthly_limit, const budget_state& stored, instant now)
    : limit_{std::max(monthly_limit, 0)}, state_{stored} {
  state_ = current(now);
}

budget_state call_budget::current(instant now) const {
  const auto month = budget_month_of(now).number;
  return state_.month < month ? budget_state{month, 0, false} : state_;
}

int call_budget::spent(instant now) const {
  const auto state = current(now);
  return state.reserved - (state.month == state_.month ? in_chunk_ : 0);
}

int call_budget::left(instant now) const {
  return current(now).is_exhausted ? 0 : std::max(limit_ - spent(now), 0);
}

double call_budget::health(instant now) const {
  return limit_ == 0 ? 0 : left(now) / (limit_ * time_share_left(now));
}

bool call_budget::may_spend(call_priority priority, instant now) const {
  if (priority == call_priority::remote_opening)
    return left(now) > 0;
  const double last = limit_ * last_percent / 100.0;
  return left(now) > last && health(now) >= least_health(priority);
}

call_budget::verdict call_budget::take(call_priority priority, instant now) {
  if (!may_spend(priority, now))
    return verdict::refused;
  if (in_chunk_ == 0 || current(now).month != state_.month)
    return verdict::reserve;
  --in_chunk_;
  return verdict::granted;
}

budget_state call_budget::next_reservation(instant now) const {
  auto next = current(now);
  next.reserved += std::clamp(limit_ - next.reserved, 0, chunk);
  return next;
}

void call_budget::reserved(const budget_state& stored) {
  const bool is_same_month = stored.month == state_.month;
  const int before = is_same_month ? state_.reserved : 0;
  in_chunk_ = (is_same_month ? in_chunk_ : 0) + std::max(stored.reserved - before, 0);
  const bool is_exhausted = stored.is_exhausted || (is_same_month && state_.is_exhausted);
  state_ = {stored.month, std::max(stored.reserved, before), is_exhausted};
}

budget_state call_budget::exhausted(instant now) {
  const auto state = current(now);
  if (state.month != state_.month)
    in_chunk_ = 0;
  state_ = state;
  state_.is_exhausted = true;
  return state_;
}

call_budget::plan call_budget::planned(instant now, int locks, int gateways) const {
  const double kept = limit_ * opening_percent * time_share_left(now) / 100;
  const double pool = std::max(left(now) - kept, 0.0);
  const auto time_left = budget_month_of(now).ends - now;
  const int pages = (gateways + gateways_of_page - 1) / gateways_of_page;
  return {interval(time_left, pool * sweep_share, locks, sweep_range),
          interval(time_left, pool * gateway_share, pages, gateway_range)};
}

bool call_budget::is_low(instant now) {
  const double nearly_gone = limit_ * last_percent / 100.0;
  if (left(now) <= nearly_gone || health(now) < low_below)
    is_low_ = true;
  else if (left(now) > 2 * nearly_gone && health(now) > fine_above)
    is_low_ = false;
  return is_low_;
}

} // namespace palang::ttlock
