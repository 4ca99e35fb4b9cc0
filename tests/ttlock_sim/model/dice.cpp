#include "tests/ttlock_sim/model/dice.hpp"

#include <algorithm>

namespace palang::ttlock_sim {

bool dice::chance(double probability) {
  // Asked even when the answer is sure, so that one setting does not shift every later throw.
  const auto throw_of = static_cast<double>(engine_() >> 11) * 0x1p-53;
  return throw_of < probability;
}

std::chrono::milliseconds dice::pick(const delay& of) {
  const bool is_slow = chance(of.slow_probability);
  const auto least = is_slow ? of.most_ms : of.least_ms;
  const auto most = std::max(least, is_slow ? of.slow_most_ms : of.most_ms);
  const auto span = static_cast<std::uint64_t>(most - least) + 1;
  return std::chrono::milliseconds{least + static_cast<std::int64_t>(below(span))};
}

std::string dice::hex(std::size_t digits) {
  std::string text(digits, '0');
  for (auto& digit : text)
    digit = "0123456789abcdef"[below(16)];
  return text;
}

} // namespace palang::ttlock_sim
