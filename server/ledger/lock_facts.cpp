#include "server/ledger/lock_facts.hpp"

#include "server/ledger/suspicion.hpp"
#include "server/ledger/try.hpp"

#include <chrono>
#include <cstdio>
#include <utility>

namespace palang::ledger {

namespace {

/// As far back as the actors plan.
constexpr milliseconds remembered = std::chrono::hours{24} * 8;
/// The calls of a month are counted by Beijing's calendar, which has no summer time.
constexpr std::chrono::hours beijing{8};

/// "2026-11"
std::string month_of(instant now) {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(now + beijing)};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()));
  return text;
}

} // namespace

result<lock_side_facts> lock_facts(storage::repositories& db, instant now) {
  const auto since = now - remembered;
  // Windows of scans and of the locks' clocks reach into the future.
  const auto until = now + remembered;
  PALANG_TRY(locks, db.locks.all());
  PALANG_TRY(gateways, db.locks.all_gateways());
  PALANG_TRY(links, db.locks.all_links());
  PALANG_TRY(gaps, db.recovery.gaps(since, until));
  PALANG_TRY(running, db.recovery.running_scans());
  PALANG_TRY(done, db.recovery.done_scans("", since, until));
  PALANG_TRY(suspected, suspicions(db, now));
  PALANG_TRY(alive, db.probe.last());
  PALANG_TRY(calls, db.recovery.calls_of(month_of(now)));
  return lock_side_facts{std::move(locks),
                         std::move(gateways),
                         std::move(links),
                         std::move(gaps),
                         std::move(running),
                         std::move(done),
                         std::move(suspected),
                         alive,
                         calls};
}

} // namespace palang::ledger
