#pragma once

#include "mobile/base/siteview.h"
#include "mobile/features/live/liveevent.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <span>

namespace palang::mobile {

/// How full each zone is, as its gates tell.
class ZoneListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("LiveModel has it")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
  enum Role {
    ZoneIdRole = Qt::UserRole, ///< `zoneId`
    NameRole,                  ///< `name`
    OccupancyRole,             ///< `occupancy`: vehicles inside
    CapacityRole,              ///< `capacity`: vehicles; 0 when it has no limit
    PercentRole,               ///< `percent`: 0 and up; may pass 100
    LevelRole,                 ///< `level`: free, filling, nearly_full, full
  };
  Q_ENUM(Role)

  using QAbstractListModel::QAbstractListModel;

  void setSite(SiteView site);
  void setGates(const std::vector<protocol::gate>& gates);
  /// Oldest first.
  void apply(std::span<const LiveEvent> events);
  void clear();

  [[nodiscard]] int count() const { return rowCount({}); }
  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void countChanged();

private:
  struct Zone {
    std::string id;
    std::int64_t occupancy = 0;
    std::int64_t capacity = 0;
  };

  [[nodiscard]] QString levelOf(const Zone& zone) const;

  SiteView m_site;
  std::vector<Zone> m_zones;
};

} // namespace palang::mobile
