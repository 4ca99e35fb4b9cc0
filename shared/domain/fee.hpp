#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/core/result.hpp"
#include "shared/domain/tariff.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::domain {

/// One line of the printed breakdown, as a sentence in both languages.
struct fee_step {
  std::string text_id;
  std::string text_en;
  rupiah amount{};

  friend bool operator==(const fee_step&, const fee_step&) = default;
};

/// What a stay costs (PROTOCOL section 7, `fee`).
struct fee {
  /// Whole minutes billed (seconds dropped); none when the entry is unproven.
  std::optional<std::int64_t> minutes;
  rupiah base{};
  rupiah overnight{};
  rupiah discount{}; ///< >= 0, taken off base + overnight.
  rupiah penalty{};
  rupiah total{};
  rupiah already_paid{};
  rupiah due{};              ///< max(0, total - already_paid)
  bool needs_review = false; ///< The stay is longer than review_after_days.
  std::vector<fee_step> steps;

  friend bool operator==(const fee&, const fee&) = default;
};

enum class lost_ticket : std::uint8_t { no, entry_known, entry_unknown };

/// What the fee depends on beside the tariff.
struct stay {
  std::optional<instant> entered_at; ///< Required unless lost == entry_unknown.
  std::optional<instant> exited_at;
  lost_ticket lost = lost_ticket::no;
  /// false: a free exit of the same plate lies less than grace_reentry_min back.
  bool grace_allowed = true;
  std::int32_t free_min = 0;     ///< Vouchers: minutes that move the exit back.
  std::int32_t discount_pct = 0; ///< 0-100, floor.
  rupiah discount_fixed{};
  rupiah already_paid{};
};

/// shared/README.md, Tariffs: integers only; the same on server and client.
/// Free minutes that cover the whole stay make it free, also without a grace time.
/// Units: `s` in corrected times within 1970 to 2106 (the ticket's range); the tariff's amounts at
/// most 1,000,000,000.
/// Errors: invalid, with `field` naming the time or number that is missing or out of range, and
/// - "exited_at" when the exit lies over skew_clamp_s before the entry: a supervisor decides;
/// - "tz" for an unknown zone (calendar_day only).
[[nodiscard]] result<fee> compute_fee(const tariff& rules, const stay& s);

/// Contained tax: the base is rounded to the nearest rupiah, base + tax = total.
struct contained_tax {
  rupiah taxable{};
  rupiah tax{};
};
/// Units: `total` >= 0; `rate_pct` 0-100.
[[nodiscard]] contained_tax split_tax(rupiah total, std::int32_t rate_pct);

/// "2 jam 5 menit" / "2 h 5 min".
[[nodiscard]] std::string minutes_id(std::int64_t minutes);
[[nodiscard]] std::string minutes_en(std::int64_t minutes);

} // namespace palang::domain
