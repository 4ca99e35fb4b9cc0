#pragma once

#include "server/domain/session_hours.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Leakage indicators: what one attendant does more or less often than the others under the same
/// circumstances. A reason to look, not a finding.
namespace palang::domain {

enum class indicator_kind : std::uint8_t {
  mean_fee, ///< Rupiah charged per exit.
  free_exits,
  lost_tickets,
  undercharged,
  no_exit_photo,
  cash,
  voids,
  class_downgrades,
  reprints,
  manual_openings,
  last = manual_openings
};
[[nodiscard]] std::string_view to_string(indicator_kind k) noexcept;

/// What one attendant's own log says, beside the counts of hours.
struct attendant_acts {
  std::int64_t payments = 0;
  std::int64_t cash_payments = 0;
  std::int64_t voids = 0;
  std::int64_t class_downgrades = 0;
  std::int64_t reprints = 0;
  std::int64_t manual_openings = 0;
};

struct indicator {
  indicator_kind kind = indicator_kind::mean_fee;
  std::int64_t count = 0; ///< Of what is counted; rupiah for mean_fee.
  std::int64_t base = 0;  ///< Of how many.
  std::int64_t value = 0; ///< Rupiah for mean_fee, else per mille of the base.
  /// What the others would have had on the same gates, hours and classes; none: nobody to compare
  /// with.
  std::optional<std::int64_t> expected{};
  std::int64_t low = 0; ///< The band in which chance alone leaves 99 of 100.
  std::int64_t high = 0;
  bool is_outside = false; ///< Outside the band, on the side that costs the site money.
  std::string text_id{};
  std::string text_en{};
};

struct attendant_indicators {
  std::string username;
  std::int64_t entries = 0;
  std::int64_t exits = 0;
  std::vector<indicator> found; ///< Every kind that has a base.
};

/// `hours`: counts by gate, class, person and hour of the day. Those with most outside first.
/// Counts without a person are nobody's, and are nobody's peer.
[[nodiscard]] std::vector<attendant_indicators>
indicators_of(const hour_shares& hours, const std::map<std::string, attendant_acts>& acts);

} // namespace palang::domain
