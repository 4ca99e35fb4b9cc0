#pragma once

#include "shared/core/money.hpp"
#include "shared/domain/tariff.hpp"

#include <cstdint>
#include <string>

/// The sentences of the printed breakdown. Minutes and counts are >= 0.
namespace palang::domain::fee_text {

/// The same sentence in Indonesian and in English.
struct phrase {
  std::string id;
  std::string en;
};

[[nodiscard]] phrase operator+(phrase a, const phrase& b);

/// In front of what a stretch of time costs: "2 jam 5 menit: ", "Hari ke-2 (7 jam): ".
[[nodiscard]] phrase lasting(std::int64_t minutes);
[[nodiscard]] phrase day(std::int64_t number, std::int64_t minutes);

[[nodiscard]] phrase first_block(std::int64_t minutes);
/// `count` blocks of `minutes` each, after a first block or alone.
[[nodiscard]] phrase more_blocks(std::int64_t count, std::int64_t minutes, rupiah each);
[[nodiscard]] phrase blocks(std::int64_t count, std::int64_t minutes, rupiah each);
[[nodiscard]] phrase daily_maximum();
[[nodiscard]] phrase equal_days(std::int64_t from, std::int64_t count, rupiah each);
[[nodiscard]] phrase nights(std::int64_t count, rupiah each);
[[nodiscard]] phrase overnight_days(std::int64_t count, rupiah each);

[[nodiscard]] phrase within_grace(std::int64_t grace_min);
[[nodiscard]] phrase free_minutes(std::int64_t minutes);
[[nodiscard]] phrase unproven_entry();
[[nodiscard]] phrase percent_off(std::int32_t pct);
[[nodiscard]] phrase amount_off();
[[nodiscard]] phrase lost_fine();
[[nodiscard]] phrase rounded_to(rupiah unit);

} // namespace palang::domain::fee_text
