#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <string>

/// What an alert says, in both languages, and how bad it is. Ids and references are filled by who
/// raises it.
namespace palang::domain {

[[nodiscard]] protocol::alert duplicate_alert(const protocol::session& arrived);
[[nodiscard]] protocol::alert double_exit_alert(const protocol::session& left, rupiah taken_again);
[[nodiscard]] protocol::alert exit_without_entry_alert(const protocol::session& orphan);
[[nodiscard]] protocol::alert fee_difference_alert(const protocol::session& left, rupiah fee,
                                                   rupiah charged);
[[nodiscard]] protocol::alert clock_fault_alert(std::uint16_t device_no, milliseconds off_by);
[[nodiscard]] protocol::alert device_gap_alert(std::uint16_t device_no, std::int64_t missing);

} // namespace palang::domain
