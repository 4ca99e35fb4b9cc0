#pragma once

#include "tests/bench/year_database.hpp"
#include "tests/bench/year_facts.hpp"

#include <cstdint>

namespace palang::bench {

/// Fills the tables of a fresh demo site with a year that ends at `to`: `sessions` stays, four
/// journal rows and two submissions for each, one lock record and one opening for each, payments,
/// shifts, alerts and audit lines; the counts of hours, but not the longer sums, which a start of
/// the server makes of them. The same seed gives the same year. Throws std::runtime_error.
[[nodiscard]] year_facts fill_year(year_database& db, std::int64_t sessions, instant to,
                                   std::uint32_t seed);

} // namespace palang::bench
