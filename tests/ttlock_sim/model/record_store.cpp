#include "tests/ttlock_sim/model/record_store.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace palang::ttlock_sim {

namespace {

// The search types -5 (face) and -4 (QR code) stand for groups; the others are cloud types.
bool is_of_type(const lock_record& r, int wanted) {
  if (wanted == -5)
    return r.type >= 67 && r.type <= 71;
  if (wanted == -4)
    return r.type == 57 || r.type == 58 || r.type == 61 || r.type == 62;
  return r.type == wanted;
}

bool matches(const cloud_record& r, const record_query& q, const list_settings& rules,
             instant now) {
  const auto date = r.record.lock_date;
  if (r.listed_from > now || date < kept_since(now, rules.months_kept))
    return false;
  if (q.start && date < *q.start)
    return false;
  if (q.end && (rules.is_end_inclusive ? date > *q.end : date >= *q.end))
    return false;
  return (!q.type || is_of_type(r.record, *q.type))
         && r.record.username.find(q.text) != std::string::npos;
}

} // namespace

instant kept_since(instant now, int months) {
  const auto today = std::chrono::floor<std::chrono::days>(now);
  auto day = std::chrono::year_month_day{today} - std::chrono::months{months};
  if (!day.ok())
    day = day.year() / day.month() / std::chrono::last;
  return std::chrono::sys_days{day} + (now - today);
}

std::int64_t record_store::next_id(id_order ids, dice& chance) {
  if (ids == id_order::increasing)
    return last_id_ += 1 + static_cast<std::int64_t>(chance.below(40));
  for (;;) {
    const auto id = 1'000'000'000 + static_cast<std::int64_t>(chance.below(600'000'000));
    if (used_.insert(id).second)
      return id;
  }
}

cloud_record record_store::add(lock_record record, instant server_date, instant listed_from,
                               id_order ids, dice& chance) {
  by_lock_[record.lock].push_back(records_.size());
  return records_.emplace_back(
      cloud_record{next_id(ids, chance), server_date, listed_from, std::move(record)});
}

record_page record_store::find(const record_query& query, const list_settings& rules,
                               instant now) const {
  record_page page;
  const auto found = by_lock_.find(query.lock);
  if (found == by_lock_.end())
    return page;
  std::vector<const cloud_record*> all;
  for (const auto index : found->second)
    if (matches(records_[index], query, rules, now))
      all.push_back(&records_[index]);
  const auto key = [](const cloud_record* r) {
    return std::tuple{r->record.lock_date, r->record_id};
  };
  if (rules.order == record_order::newest)
    std::ranges::sort(all, std::ranges::greater{}, key);
  else
    std::ranges::sort(all, std::ranges::less{}, key);
  // A shuffle must be the same for every page, so it is a second order and no dice.
  if (rules.order == record_order::shuffled)
    std::ranges::stable_sort(all, {}, [](const cloud_record* r) {
      return static_cast<std::uint64_t>(r->record_id) * 0x9e3779b97f4a7c15U;
    });
  page.total = all.size();
  const auto first = std::min(all.size(), (query.page - 1) * query.page_size);
  const auto last = std::min(all.size(), first + query.page_size);
  for (auto i = first; i < last; ++i)
    page.records.push_back(*all[i]);
  return page;
}

} // namespace palang::ttlock_sim
