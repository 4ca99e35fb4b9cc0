#include "shared/sync/inbox.hpp"

#include <algorithm>
#include <utility>

namespace palang::sync {

result<arrival_kind> classify(inbox_store& store, const arrival& a) {
  const auto digest = store.digest_of(a.id);
  if (!digest)
    return fail(digest.error());
  if (*digest)
    return **digest == a.digest ? arrival_kind::duplicate : arrival_kind::id_reused;
  if (!a.device || !a.device_seq)
    return arrival_kind::fresh;
  const auto holder = store.id_at(*a.device, *a.device_seq);
  if (!holder)
    return fail(holder.error());
  return *holder && **holder != a.id ? arrival_kind::sequence_conflict : arrival_kind::fresh;
}

sequence_tracker::sequence_tracker(std::uint32_t last, std::vector<number_range> missing)
    : last_{last}, missing_{std::move(missing)} {}

bool sequence_tracker::note(std::uint32_t number) {
  if (number > last_) {
    const bool opens_hole = number - last_ > 1;
    if (opens_hole)
      missing_.push_back({last_ + 1, number - 1});
    last_ = number;
    return opens_hole;
  }
  const auto hole = std::ranges::find_if(
      missing_, [&](const number_range& r) { return r.first <= number && number <= r.last; });
  if (hole == missing_.end())
    return false;
  const number_range above{number + 1, hole->last};
  const bool has_above = number < hole->last;
  if (hole->first == number) {
    if (has_above)
      *hole = above;
    else
      missing_.erase(hole);
    return true;
  }
  hole->last = number - 1;
  if (has_above)
    missing_.insert(std::next(hole), above);
  return true;
}

std::vector<number_range> sequence_tracker::missing_within(std::uint32_t first,
                                                           std::uint32_t last) const {
  std::vector<number_range> out;
  for (const auto& hole : missing_)
    if (hole.first <= last && hole.last >= first)
      out.push_back({std::max(hole.first, first), std::min(hole.last, last)});
  if (last > last_)
    out.push_back({std::max(last_ + 1, first), last});
  return out;
}

} // namespace palang::sync
