#include "server/domain/recovery_plan.hpp"

#include <algorithm>

namespace palang::domain {

namespace {

/// What of a past span can still be asked for; empty when nothing.
span kept_of(const span& s, instant now) {
  return {std::max(s.from, now - cloud_memory), s.to};
}

bool is_covered(const std::vector<finished_scan>& scans, const span& s, instant not_before) {
  return std::ranges::any_of(scans, [&](const finished_scan& scan) {
    return scan.from <= s.from && scan.to >= *s.to && scan.started_at >= not_before;
  });
}

/// `delays`: after the span's end, each asks for one scan that began later.
std::vector<span> due_of(const std::vector<span>& spans, const recovery_facts& facts,
                         std::initializer_list<milliseconds> delays, instant now) {
  std::vector<span> out;
  for (const auto& s : spans) {
    if (!s.to)
      continue;
    const auto kept = kept_of(s, now);
    const auto is_due = [&](milliseconds delay) {
      const auto moment = *s.to + delay;
      return moment <= now && !is_covered(facts.scans, kept, moment);
    };
    if (kept.from < *kept.to && std::ranges::any_of(delays, is_due))
      out.push_back(kept);
  }
  std::ranges::sort(out, {}, &span::from);
  return out;
}

/// The oldest and what overlaps it, so that one scan answers them all.
std::optional<scan_window> window_of(const std::vector<span>& due, const recovery_facts& facts,
                                     const char* why, instant now) {
  if (due.empty())
    return std::nullopt;
  scan_window out{due.front().from, *due.front().to, why};
  for (const auto& s : due)
    if (s.from <= out.to + facts.clock_slack)
      out.to = std::max(out.to, *s.to);
  out.from = std::max(out.from - facts.clock_slack, now - cloud_memory);
  out.to += facts.clock_slack;
  return out;
}

} // namespace

std::optional<scan_window> next_scan(const recovery_facts& facts, const lock_times& times,
                                     instant now) {
  const auto suspected = due_of(facts.suspected, facts, {milliseconds{0}}, now);
  if (auto window = window_of(suspected, facts, "suspicion", now))
    return window;
  const auto gaps = due_of(facts.gaps, facts, {times.catch_up, times.scan_again}, now);
  if (auto window = window_of(gaps, facts, "gap", now))
    return window;
  if (facts.last_sweep && now - *facts.last_sweep < times.sweep)
    return std::nullopt;
  return scan_window{now - sweep_depth - facts.clock_slack, now + facts.clock_slack, "sweep"};
}

std::optional<span> lost_of(const span& gap, std::int64_t came, std::optional<instant> oldest,
                            instant now) {
  if (!gap.to)
    return std::nullopt;
  auto lost_until = gap.from;
  if (gap.from < now - cloud_memory)
    lost_until = std::min(*gap.to, now - cloud_memory);
  if (came >= least_in_full_memory && came <= most_in_full_memory && oldest)
    lost_until = std::max(lost_until, std::min(*gap.to, *oldest));
  if (lost_until == gap.from)
    return std::nullopt;
  return span{gap.from, lost_until};
}

} // namespace palang::domain
