#pragma once

#include "mobile/core/store.h"
#include "shared/domain/fee.hpp"

namespace palang::mobile {

/// What leaving at `at` costs, with the tariff in force at the entry. A free exit of the same plate
/// shortly before takes away the grace.
/// Errors: not_found when there is no such tariff, compute_fee's.
[[nodiscard]] result<domain::fee> priceStay(const protocol::config& config, const Store& store,
                                            const protocol::session& s, instant at,
                                            bool isLostTicket);

} // namespace palang::mobile
