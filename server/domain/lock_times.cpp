#include "server/domain/lock_times.hpp"

namespace palang::domain {

namespace {

lock_times& in_force() noexcept {
  static lock_times times;
  return times;
}

} // namespace

lock_times lock_times::at_pace(double pace) const {
  const auto scaled = [pace](milliseconds in_earnest) {
    return milliseconds{
        static_cast<milliseconds::rep>(static_cast<double>(in_earnest.count()) / pace)};
  };
  auto out = *this;
  for (auto* wait :
       {&out.cloud_lag, &out.notice_lag, &out.catch_up, &out.cause_grace, &out.record_grace,
        &out.judge_again, &out.scan_wait, &out.scan_again, &out.sweep})
    *wait = scaled(*wait);
  return out;
}

const lock_times& lock_waits() noexcept {
  return in_force();
}

void set_lock_times(const lock_times& times) {
  in_force() = times;
}

} // namespace palang::domain
