#pragma once

#include "shared/core/clock.hpp"
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

/// The facts of a database that was filled before, but for the draft; nullopt when there is no such
/// file.
[[nodiscard]] std::optional<year_facts> read_facts(const std::string& file);
void write_facts(const std::string& file, const year_facts& year);

} // namespace palang::bench
