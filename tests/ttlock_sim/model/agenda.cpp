#include "tests/ttlock_sim/model/agenda.hpp"

#include <algorithm>

namespace palang::ttlock_sim {

void agenda::at(instant when, action what) {
  waiting_.emplace(std::pair{std::max(when, now_), planned_++}, std::move(what));
}

std::optional<instant> agenda::next() const {
  if (waiting_.empty())
    return std::nullopt;
  return waiting_.begin()->first.first;
}

void agenda::run_until(instant until) {
  while (!waiting_.empty() && waiting_.begin()->first.first <= until) {
    auto due = waiting_.extract(waiting_.begin());
    now_ = due.key().first;
    due.mapped()();
  }
  now_ = std::max(now_, until);
}

} // namespace palang::ttlock_sim
