#include "server/ledger/cursor.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"

#include "server/domain/stats.hpp"

#include <algorithm>

namespace palang::ledger {

result<std::string> answer(const query_context& q, const protocol::stats_summary& what) {
  PALANG_CHECK(domain::check_window(what));
  PALANG_TRY(begins, domain::bucket_begins(what, q.config.document.site.tz));
  // What has not begun has no occupancy yet.
  begins.erase(std::upper_bound(begins.begin() + 1, begins.end(), q.now), begins.end());
  PALANG_TRY(hourly,
             q.db.reports.bucketed(what.from, what.to, begins.front(), domain::grain_of(begins)));
  PALANG_TRY(inside, q.db.reports.inside_at(what.from));
  std::vector<domain::vehicle_class> classes;
  for (const auto& type : q.config.document.vehicle_types)
    classes.push_back(type.id);
  return encoded_list("buckets", domain::summarise(hourly, inside, begins, classes));
}

} // namespace palang::ledger
