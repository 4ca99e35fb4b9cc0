#pragma once

#include "shared/protocol/objects.hpp"

#include <optional>
#include <vector>

namespace palang::domain {

/// A half-open span [from, to) of true time; without `to` it lasts still.
struct span {
  instant from{};
  std::optional<instant> to;
  friend bool operator==(const span&, const span&) = default;
};

/// A re-scan that ended well: everything that the cloud had of [from, to) at `started_at` came.
struct finished_scan {
  instant from{};
  instant to{};
  instant started_at{};
};

/// What is known of one lock's hearing. Spans in any order.
struct coverage_facts {
  /// One list for each gateway that reaches the lock: when it was offline.
  std::vector<std::vector<span>> gateways_offline;
  std::vector<span> away; ///< Our own process or database was down, or the cloud.
  std::vector<finished_scan> scans;
  /// Until when the gateways' state is sure: the cloud tells it minutes late.
  instant known_until{};
};

/// When no gateway was online, in order. Without gateways: empty, and nothing is known.
[[nodiscard]] std::vector<span> deaf_spans(const std::vector<std::vector<span>>& gateways_offline);

/// Marks one moment. Blind: no gateway was online, and no scan that began lock_times::catch_up
/// after one came back covers it. Doubtful: we were away and no later scan covers it; or it is
/// after known_until; or the lock has no gateway at all. Otherwise covered.
[[nodiscard]] protocol::coverage coverage_at(const coverage_facts& facts, instant at);

/// The worst mark within each hour of [from, to); hours begin at `from`.
[[nodiscard]] std::vector<protocol::coverage_hour> coverage_hours(const coverage_facts& facts,
                                                                  instant from, instant to);

} // namespace palang::domain
