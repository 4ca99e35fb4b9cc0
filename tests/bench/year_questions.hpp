#pragma once

#include "shared/protocol/messages.hpp"
#include "tests/bench/year_facts.hpp"

#include <functional>
#include <random>
#include <vector>

namespace palang::bench {

/// A screen's question; made anew for each asking.
struct question {
  const char* name;
  std::function<protocol::query_data(std::mt19937&)> make;
};

/// Every screen of a supervisor.
[[nodiscard]] std::vector<question> questions_of(const year_facts& year);

} // namespace palang::bench
