#include "mobile/features/live/zonelistmodel.h"

#include <algorithm>

namespace palang::mobile {

namespace {

std::int64_t percentOf(std::int64_t occupancy, std::int64_t capacity) {
  return capacity > 0 ? 100 * occupancy / capacity : 0;
}

} // namespace

void ZoneListModel::setSite(SiteView site) {
  m_site = std::move(site);
  if (!m_zones.empty())
    emit dataChanged(index(0), index(count() - 1));
}

void ZoneListModel::setGates(const std::vector<protocol::gate>& gates) {
  beginResetModel();
  m_zones.clear();
  for (const auto& gate : gates)
    if (std::ranges::find(m_zones, gate.zone_id, &Zone::id) == m_zones.end())
      m_zones.push_back({gate.zone_id, gate.occupancy, gate.capacity});
  endResetModel();
  emit countChanged();
}

void ZoneListModel::apply(std::span<const LiveEvent> events) {
  for (const auto& e : events) {
    const auto* gate = e.gate();
    if (gate == nullptr)
      continue;
    const auto zone = std::ranges::find(m_zones, gate->zone_id, &Zone::id);
    if (zone == m_zones.end()
        || (zone->occupancy == gate->occupancy && zone->capacity == gate->capacity))
      continue;
    zone->occupancy = gate->occupancy;
    zone->capacity = gate->capacity;
    const auto row = index(static_cast<int>(zone - m_zones.begin()));
    emit dataChanged(row, row);
  }
}

void ZoneListModel::clear() {
  setGates({});
}

int ZoneListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_zones.size());
}

QVariant ZoneListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& zone = m_zones[static_cast<std::size_t>(index.row())];
  switch (role) {
  case ZoneIdRole:
    return QString::fromStdString(zone.id);
  case NameRole:
    return m_site.zone(zone.id);
  case OccupancyRole:
    return static_cast<qint64>(zone.occupancy);
  case CapacityRole:
    return static_cast<qint64>(zone.capacity);
  case PercentRole:
    return static_cast<qint64>(percentOf(zone.occupancy, zone.capacity));
  case LevelRole:
    return levelOf(zone);
  default:
    return {};
  }
}

QHash<int, QByteArray> ZoneListModel::roleNames() const {
  return {{ZoneIdRole, "zoneId"},     {NameRole, "name"},       {OccupancyRole, "occupancy"},
          {CapacityRole, "capacity"}, {PercentRole, "percent"}, {LevelRole, "level"}};
}

QString ZoneListModel::levelOf(const Zone& zone) const {
  protocol::zone_config limits;
  if (m_site.config)
    if (const auto known =
            std::ranges::find(m_site.config->zones, zone.id, &protocol::zone_config::id);
        known != m_site.config->zones.end())
      limits = *known;
  const auto percent = percentOf(zone.occupancy, zone.capacity);
  if (percent >= 100)
    return QStringLiteral("full");
  if (percent >= limits.crit_pct)
    return QStringLiteral("nearly_full");
  return percent >= limits.warn_pct ? QStringLiteral("filling") : QStringLiteral("free");
}

} // namespace palang::mobile
