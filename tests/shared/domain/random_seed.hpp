#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>

namespace palang::domain::testing {

/// A new seed each run, or the one in PALANG_TEST_SEED to repeat a run. Tell it with INFO so that a
/// failure prints it.
[[nodiscard]] inline std::uint64_t random_seed() {
  if (const char* given = std::getenv("PALANG_TEST_SEED"))
    return std::stoull(given);
  return std::random_device{}();
}

/// Uniform in [least, most]. `engine() % n` and not a std distribution: the same seed gives the
/// same numbers everywhere.
[[nodiscard]] inline std::int64_t between(std::mt19937_64& engine, std::int64_t least,
                                          std::int64_t most) {
  return least + static_cast<std::int64_t>(engine() % static_cast<std::uint64_t>(most - least + 1));
}

} // namespace palang::domain::testing
