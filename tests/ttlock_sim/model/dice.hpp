#pragma once

#include "tests/ttlock_sim/model/settings.hpp"

#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace palang::ttlock_sim {

/// All of the simulator's chance. The same seed and the same questions in the same order give the
/// same answers.
class dice {
public:
  explicit dice(std::uint64_t seed) : engine_{seed} {}

  /// 0 … count-1; `count` is at least 1.
  [[nodiscard]] std::uint64_t below(std::uint64_t count) { return engine_() % count; }
  [[nodiscard]] bool chance(double probability);
  [[nodiscard]] std::chrono::milliseconds pick(const delay& of);
  /// Lower-case hex digits.
  [[nodiscard]] std::string hex(std::size_t digits);

  template <class T>
  void shuffle(std::vector<T>& items) {
    for (auto i = items.size(); i > 1; --i)
      std::swap(items[i - 1], items[below(i)]);
  }

private:
  std::mt19937_64 engine_;
};

} // namespace palang::ttlock_sim
