#pragma once

#include "mobile/base/workplace.h"

#include <QAbstractListModel>

#include <vector>

namespace palang::mobile {

/// The vehicle classes that this site takes, in the configuration's order.
class VehicleTypeModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
  enum Role {
    CodeRole = Qt::UserRole, ///< `code`: MOTOR, MOBIL, …
    NameRole,                ///< `name`: in the person's language
    IconRole,                ///< `iconName`
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
  std::vector<domain::vehicle_class> m_classes;
};

} // namespace palang::mobile
