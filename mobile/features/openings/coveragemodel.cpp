#include "mobile/features/openings/coveragemodel.h"

#include "mobile/desk/lockwords.h"
#include "shared/protocol/health.hpp"

#include <algorithm>

namespace palang::mobile {

namespace {

using Health = protocol::lock_health;

constexpr std::size_t mostCells = 48;

/// `hours` by threes, sixes … until they fit on a screen.
std::vector<protocol::coverage_hour> gathered(const std::vector<protocol::coverage_hour>& hours) {
  const auto step = std::max<std::size_t>(1, (hours.size() + mostCells - 1) / mostCells);
  std::vector<protocol::coverage_hour> cells;
  for (std::size_t i = 0; i < hours.size(); i += step) {
    auto cell = hours[i];
    for (std::size_t j = i; j < std::min(i + step, hours.size()); ++j)
      cell.mark = std::max(cell.mark, hours[j].mark);
    cells.push_back(cell);
  }
  return cells;
}

std::vector<Column<Health>> columns() {
  return {
      {"lockId",
       [](const Health& h, const SiteView&) -> QVariant { return lockwords::text(h.lock_id); }},
      {"name", [](const Health& h, const SiteView& s) -> QVariant { return s.lock(h.lock_id); }},
      {"cells",
       [](const Health& h, const SiteView& s) -> QVariant {
         return lockwords::strip(gathered(h.hours), s);
       }},
      {"doubtful",
       [](const Health& h, const SiteView&) -> QVariant {
         return static_cast<int>(h.hours_doubtful);
       }},
      {"blind", [](const Health& h, const SiteView&) -> QVariant {
         return static_cast<int>(h.hours_blind);
       }}};
}

} // namespace

CoverageModel::CoverageModel(QObject* parent)
    : FetchedModel{
        std::make_unique<Rows<Health>>("locks", protocol::decode_lock_health, columns()),
        [this](const auto&) { return protocol::sync_health{window({})}; },
        [](const protocol::event& e) { return e.event_topic == protocol::topic::gateway; },
        parent} {}

} // namespace palang::mobile
