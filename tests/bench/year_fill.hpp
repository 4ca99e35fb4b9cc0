#pragma once

#include "tests/bench/year_database.hpp"

#include "shared/domain/tariff.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::bench {

/// What a generated year has, for asking about it.
struct year_facts {
  std::int64_t sessions = 0;
  instant from{};
  instant to{};
  std::vector<std::string> users;
  std::string some_shift; ///< A closed one with a difference.
  domain::tariff draft;   ///< To be set: what a replay is asked with.
};

/// Fills the tables of a fresh demo site with a year that ends at `to`: `sessions` stays, four
/// journal rows and two submissions for each, one lock record and one opening for each, payments,
/// shifts, alerts and audit lines; the counts of hours, but not the longer sums, which a start of
/// the server makes of them. The same seed gives the same year. Throws std::runtime_error.
[[nodiscard]] year_facts fill_year(year_database& db, std::int64_t sessions, instant to,
                                   std::uint32_t seed);

/// The facts of a database that was filled before, but for the draft; nullopt when there is no such
/// file.
[[nodiscard]] std::optional<year_facts> read_facts(const std::string& file);
void write_facts(const std::string& file, const year_facts& year);

} // namespace palang::bench
