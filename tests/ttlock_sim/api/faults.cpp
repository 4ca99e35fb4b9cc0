#include "tests/ttlock_sim/api/faults.hpp"

#include <algorithm>

namespace palang::ttlock_sim {

std::optional<fault> faults::take(const std::string& path) {
  const auto found = std::ranges::find_if(
      planned_, [&path](const fault& f) { return f.path == "*" || f.path == path; });
  if (found == planned_.end())
    return std::nullopt;
  auto taken = *found;
  if (--found->count <= 0)
    planned_.erase(found);
  return taken;
}

} // namespace palang::ttlock_sim
