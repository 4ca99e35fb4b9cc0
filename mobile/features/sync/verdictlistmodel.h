#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <deque>

namespace palang::mobile {

/// The records of a running sync with their results, newest first.
class VerdictListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT

public:
  enum Role {
    SummaryRole = Qt::UserRole, ///< `summary`
    VerdictRole,                ///< `verdict`: sent, already_there, quarantined
    ReasonRole,                 ///< `reason`: of a refusal, in words
  };
  Q_ENUM(Role)

  using QAbstractListModel::QAbstractListModel;

  Q_INVOKABLE void add(const QString& summary, const QString& verdict, const QString& reason);
  Q_INVOKABLE void clear();

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
  struct Row {
    QString summary;
    QString verdict;
    QString reason;
  };
  std::deque<Row> m_rows;
};

} // namespace palang::mobile
