#include "server/domain/opening_match.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>

namespace palang::domain {

namespace {

/// More than all distances of a day's pairs together: a pair more is always better.
constexpr std::int64_t pair_worth = 1'000'000'000;
/// What a wrong kind of cause is as bad as, in ms of distance.
constexpr std::int64_t other_kind = 20'000;

/// Nullopt: the cause does not explain the record.
std::optional<std::int64_t> worth(const record_half& r, const cause_half& c) {
  const auto distance = r.at - c.at;
  if (distance < -match_before || distance > match_after)
    return std::nullopt;
  auto out = r.is_settled ? pair_worth : 2 * pair_worth;
  out -= std::chrono::abs(distance).count();
  if (r.is_by_gateway != c.is_command)
    out -= other_kind;
  return out;
}

template <class T>
void sort_by_time(std::vector<T>& halves) {
  std::ranges::sort(halves, {}, [](const T& h) { return std::tuple{h.at, h.id}; });
}

} // namespace

std::map<uuid, uuid> pair_up(std::vector<record_half> records, std::vector<cause_half> causes) {
  sort_by_time(records);
  sort_by_time(causes);
  // Pairs never cross in time: best[i][j] is the best that the first i records and j causes can do.
  const auto width = causes.size() + 1;
  std::vector<std::int64_t> best((records.size() + 1) * width, 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::int64_t& {
    return best[i * width + j];
  };
  for (std::size_t i = 1; i <= records.size(); ++i)
    for (std::size_t j = 1; j <= causes.size(); ++j) {
      at(i, j) = std::max(at(i - 1, j), at(i, j - 1));
      if (const auto pair = worth(records[i - 1], causes[j - 1]))
        at(i, j) = std::max(at(i, j), at(i - 1, j - 1) + *pair);
    }
  std::map<uuid, uuid> out;
  for (auto i = records.size(), j = causes.size(); i > 0 && j > 0;) {
    if (at(i, j) == at(i - 1, j))
      --i;
    else if (at(i, j) == at(i, j - 1))
      --j;
    else
      out.emplace(records[--i].id, causes[--j].id);
  }
  return out;
}

} // namespace palang::domain
