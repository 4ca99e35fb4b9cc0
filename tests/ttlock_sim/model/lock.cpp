#include "tests/ttlock_sim/model/lock.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace palang::ttlock_sim {

instant lock_clock::read(instant truth) const {
  const auto drift = static_cast<double>((truth - set_at).count()) * drift_ppm / 1e6;
  return truth + offset + milliseconds{std::llround(drift)};
}

std::vector<std::uint64_t> lock::remember(lock_record record, std::size_t capacity) {
  memory.push_back(std::move(record));
  std::vector<std::uint64_t> squeezed;
  for (; memory.size() > capacity; memory.pop_front())
    squeezed.push_back(memory.front().number);
  return squeezed;
}

std::vector<lock_record> lock::unread() const {
  std::vector<lock_record> found;
  std::ranges::copy_if(memory, std::back_inserter(found),
                       [this](const lock_record& r) { return r.number > read_up_to; });
  return found;
}

} // namespace palang::ttlock_sim
