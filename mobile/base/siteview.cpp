#include "mobile/base/siteview.h"

#include <algorithm>

namespace palang::mobile {

QString SiteView::moment(instant at) const {
  if (!now || time.local(at).date() == time.local(now()).date())
    return time.timeWithSeconds(at);
  return time.dayTime(at, now());
}

QString SiteView::gate(const std::string& id) const {
  const auto* known = config ? config->find_gate(id) : nullptr;
  return QString::fromStdString(known != nullptr ? known->name : id);
}

QString SiteView::lock(const std::string& id) const {
  if (!config)
    return QString::fromStdString(id);
  if (const auto gate = std::ranges::find(config->gates, id, &protocol::gate_config::lock_id);
      gate != config->gates.end())
    return QString::fromStdString(gate->name);
  const auto known = std::ranges::find(config->locks, id, &protocol::lock_config::id);
  return QString::fromStdString(known != config->locks.end() ? known->name : id);
}

QString SiteView::zone(const std::string& id) const {
  if (config)
    if (const auto known = std::ranges::find(config->zones, id, &protocol::zone_config::id);
        known != config->zones.end())
      return QString::fromStdString(known->name);
  return QString::fromStdString(id);
}

} // namespace palang::mobile
