#pragma once

#include "shared/core/result.hpp"
#include "shared/domain/fee.hpp"
#include "shared/protocol/config.hpp"

#include <cstdint>
#include <optional>

namespace palang::domain {

/// What is known of a stay when it is priced.
struct stay_facts {
  vehicle_class vehicle = vehicle_class::mobil;
  std::uint16_t tariff_version = 0; ///< As noted at entry; 0 when the entry is unknown.
  std::optional<instant> entered_at;
  milliseconds entry_uncertainty{0}; ///< 0 when the clock was known.
  std::optional<instant> entry_received_at;
  instant exited_at{};
  milliseconds exit_uncertainty{0};
  bool is_lost_ticket = false;
  bool grace_allowed = true;
};

/// The tariff in force at entry; when none was, the noted version, then the class's first one. Null
/// when the class has none.
[[nodiscard]] const tariff* tariff_of(const protocol::config& document, const stay_facts& stay);

/// Doubtful times count in the driver's favour: the latest possible entry, the earliest possible
/// exit. Errors: invalid, field "exited_at", when the exit lies before the entry.
[[nodiscard]] result<fee> price(const tariff& rules, const stay_facts& stay);

/// May a second grace have been used? True when `priced` is free by grace alone, so that an earlier
/// free exit matters.
[[nodiscard]] bool is_free_by_grace(const tariff& rules, const fee& priced);

} // namespace palang::domain
