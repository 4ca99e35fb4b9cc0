#pragma once

#include "mobile/base/workplace.h"
#include "mobile/core/carriedstore.h"

#include <QAbstractListModel>

#include <vector>

namespace palang::mobile {

/// The copies of other devices' records that this one carries, newest first, with what became of
/// each; those that were delivered stay as long as the archive.
class CarriedModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(int count READ count NOTIFY changed)
  /// Not delivered yet.
  Q_PROPERTY(int waiting READ waiting NOTIFY changed)
  /// `Membawa 1 salinan dari HP 3`; empty when nothing waits.
  Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
  enum Role {
    TitleRole = Qt::UserRole, ///< `title`: whose
    StandingRole,             ///< `standing`: where it is
    TroubledRole,             ///< `troubled`
    DeliveredRole,            ///< `delivered`
  };
  Q_ENUM(Role)

  using QAbstractListModel::QAbstractListModel;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] int count() const { return static_cast<int>(m_copies.size()); }
  [[nodiscard]] int waiting() const;
  [[nodiscard]] QString summary() const;

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void workplaceChanged();
  void changed();

private:
  void load();

  Workplace* m_workplace = nullptr;
  std::vector<CarriedCopy> m_copies;
};

} // namespace palang::mobile
