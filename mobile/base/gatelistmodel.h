#pragma once

#include "mobile/base/workplace.h"

#include <QAbstractListModel>

#include <vector>

namespace palang::mobile {

/// The gates of the configuration, in its order.
class GateListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
  enum Role {
    GateIdRole = Qt::UserRole, ///< `gateId`, e.g. "in-1"
    NameRole,                  ///< `name`
    DirectionRole,             ///< `direction`: in, out, both
    HasLockRole,               ///< `hasLock`: it can be opened from here
  };
  Q_ENUM(Role)

  using QAbstractListModel::QAbstractListModel;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] int count() const { return rowCount({}); }

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void workplaceChanged();
  void countChanged();

private:
  void reload();

  Workplace* m_workplace = nullptr;
  std::vector<protocol::gate_config> m_gates;
};

} // namespace palang::mobile
