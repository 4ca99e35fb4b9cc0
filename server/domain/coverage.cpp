#include "server/domain/coverage.hpp"

#include "server/domain/lock_times.hpp"

#include <algorithm>
#include <utility>

namespace palang::domain {

namespace {

using protocol::coverage;

constexpr instant never = instant::max();

instant end_of(const span& s) {
  return s.to.value_or(never);
}

bool contains(const span& s, instant at) {
  return s.from <= at && at < end_of(s);
}

bool is_scanned(const std::vector<finished_scan>& scans, instant at, instant not_before) {
  return std::ranges::any_of(scans, [&](const finished_scan& s) {
    return s.from <= at && at < s.to && s.started_at >= not_before;
  });
}

std::vector<span> both(const std::vector<span>& a, const std::vector<span>& b) {
  std::vector<span> out;
  for (const auto& x : a)
    for (const auto& y : b) {
      const auto from = std::max(x.from, y.from);
      const auto to = std::min(end_of(x), end_of(y));
      if (from < to)
        out.push_back({from, to == never ? std::nullopt : std::optional{to}});
    }
  return out;
}

/// Overlapping and touching spans become one, in order.
std::vector<span> joined(std::vector<span> spans) {
  std::ranges::sort(spans, {}, &span::from);
  std::vector<span> out;
  for (const auto& s : spans) {
    if (out.empty() || end_of(out.back()) < s.from)
      out.push_back(s);
    else if (end_of(s) > end_of(out.back()))
      out.back().to = s.to;
  }
  return out;
}

/// `deaf`: deaf_spans() of the facts.
coverage mark_at(const coverage_facts& facts, const std::vector<span>& deaf, instant at) {
  if (facts.gateways_offline.empty())
    return coverage::doubtful;
  for (const auto& s : deaf)
    if (contains(s, at) && (!s.to || !is_scanned(facts.scans, at, *s.to + lock_waits().catch_up)))
      return coverage::blind;
  for (const auto& s : facts.away)
    if (contains(s, at) && (!s.to || !is_scanned(facts.scans, at, *s.to)))
      return coverage::doubtful;
  return at < facts.known_until ? coverage::covered : coverage::doubtful;
}

/// Where a mark may change: between two neighbours it is the same.
std::vector<instant> turning_points(const coverage_facts& facts, const std::vector<span>& deaf) {
  std::vector<instant> out{facts.known_until};
  for (const auto* spans : {&deaf, &facts.away})
    for (const auto& s : *spans) {
      out.push_back(s.from);
      out.push_back(end_of(s));
    }
  for (const auto& s : facts.scans) {
    out.push_back(s.from);
    out.push_back(s.to);
  }
  std::ranges::sort(out);
  return out;
}

} // namespace

std::vector<span> deaf_spans(const std::vector<std::vector<span>>& gateways_offline) {
  if (gateways_offline.empty())
    return {};
  auto out = joined(gateways_offline.front());
  for (const auto& offline : gateways_offline)
    out = both(out, joined(offline));
  return joined(std::move(out));
}

coverage coverage_at(const coverage_facts& facts, instant at) {
  return mark_at(facts, deaf_spans(facts.gateways_offline), at);
}

std::vector<protocol::coverage_hour> coverage_hours(const coverage_facts& facts, instant from,
                                                    instant to) {
  const auto deaf = deaf_spans(facts.gateways_offline);
  const auto points = turning_points(facts, deaf);
  std::vector<protocol::coverage_hour> out;
  for (auto begin = from; begin < to; begin += std::chrono::hours{1}) {
    const auto end = std::min(begin + std::chrono::hours{1}, to);
    auto worst = mark_at(facts, deaf, begin);
    for (auto p = std::ranges::upper_bound(points, begin); p != points.end() && *p < end; ++p)
      worst = std::max(worst, mark_at(facts, deaf, *p));
    out.push_back({begin, worst});
  }
  return out;
}

} // namespace palang::domain
