#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/domain/vehicle_class.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palang::domain {

enum class tariff_mode : std::uint8_t {
  blocks,
  rolling_24h,
  calendar_day,
  hours_then_night,
  flat_24h,
  last = flat_24h
};
/// `BLOCKS` `ROLLING_24H` `CALENDAR_DAY` `HOURS_THEN_NIGHT` `FLAT_24H`
[[nodiscard]] std::string_view to_string(tariff_mode mode) noexcept;
[[nodiscard]] std::optional<tariff_mode> tariff_mode_from(std::string_view word) noexcept;

enum class round_mode : std::uint8_t { nearest, down, up, last = up };
/// `NEAREST` `DOWN` `UP`
[[nodiscard]] std::string_view to_string(round_mode mode) noexcept;
[[nodiscard]] std::optional<round_mode> round_mode_from(std::string_view word) noexcept;

/// One immutable tariff version. A change is a new version; the version in force at entry prices
/// the stay. Minutes and amounts are >= 0 where nothing else is said.
struct tariff {
  std::string id;            ///< e.g. "T1-MOBIL"; the same for all versions.
  std::uint16_t version = 1; ///< 1, 2, … within `id`; goes into the ticket.
  vehicle_class vehicle = vehicle_class::mobil;
  instant valid_from{}; ///< Inclusive.

  tariff_mode mode = tariff_mode::blocks;
  /// Minutes; -1 none. Waived, not deducted: over it the stay is billed from entry.
  std::int32_t grace_min = -1;
  /// Minutes after a free exit in which the same plate gets no second grace.
  std::int32_t grace_reentry_min = 30;
  std::int32_t first_min = 60; ///< Minutes, >= 1. A started block is charged.
  rupiah first_amt{};
  std::int32_t next_min = 60; ///< Minutes, >= 1.
  rupiah next_amt{};
  std::optional<rupiah> cap;         ///< Per 24 h (rolling) or per calendar day.
  std::int32_t rollover_tol_min = 0; ///< Minutes into a new 24 h that are still free.
  bool restart_first = false;        ///< Does each day start with the first block's price.
  /// Per local midnight passed (calendar_day), or per started 24 h (hours_then_night).
  rupiah overnight_amt{};
  std::int32_t threshold_min = 720;   ///< Minutes; hours_then_night only.
  rupiah flat_amt{};                  ///< Per started 24 h; flat_24h only.
  rupiah lost_amt{};                  ///< Fine for a lost ticket, on top, never discounted.
  rupiah lost_unknown_base{};         ///< Base when the entry cannot be proven.
  std::int32_t exit_grace_min = 15;   ///< Minutes to leave after paying at a central cashier.
  std::int32_t skew_clamp_s = 120;    ///< Seconds; negative stays up to this become 0.
  std::int32_t review_after_days = 7; ///< Longer stays are priced but flagged.
  std::int64_t round_to = 1;          ///< Rupiah, >= 1.
  round_mode rounding = round_mode::nearest;
  std::string tz = "Asia/Jakarta"; ///< IANA zone of the site.

  friend bool operator==(const tariff&, const tariff&) = default;
};

/// The version in force for `vehicle`: the one with the greatest valid_from <= `entered_at`, of
/// several the newest; nullptr when there is none.
[[nodiscard]] const tariff* tariff_in_force(const std::vector<tariff>& tariffs,
                                            vehicle_class vehicle, instant entered_at);

} // namespace palang::domain
