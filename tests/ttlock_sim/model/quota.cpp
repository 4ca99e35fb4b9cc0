#include "tests/ttlock_sim/model/quota.hpp"

#include <cstdio>

namespace palang::ttlock_sim {

namespace {

constexpr std::chrono::hours beijing{8};

} // namespace

std::string quota::month_of(instant now) {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(now + beijing)};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()));
  return text;
}

bool quota::take(const std::string& path, instant now) {
  const auto month = month_of(now);
  ++months_[month][path];
  return ++used_[month] <= limit;
}

std::int64_t quota::used(instant now) const {
  const auto found = used_.find(month_of(now));
  return found == used_.end() ? 0 : found->second;
}

void quota::set_used(std::int64_t calls, instant now) {
  used_[month_of(now)] = calls;
}

} // namespace palang::ttlock_sim
