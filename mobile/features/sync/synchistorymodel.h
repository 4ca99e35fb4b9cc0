#pragma once

#include "mobile/base/workplace.h"

#include <QAbstractListModel>

#include <vector>

namespace palang::mobile {

/// The summaries of past syncs, newest first.
class SyncHistoryModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
  enum Role {
    WhenRole = Qt::UserRole, ///< `when` it ended
    TextRole,                ///< `text`: the numbers in one line
    TroubledRole,            ///< `troubled`: something was refused or failed
  };
  Q_ENUM(Role)

  using QAbstractListModel::QAbstractListModel;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] int count() const { return rowCount({}); }
  Q_INVOKABLE void reload();

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void workplaceChanged();
  void countChanged();

private:
  Workplace* m_workplace = nullptr;
  std::vector<SyncSummary> m_runs;
};

} // namespace palang::mobile
