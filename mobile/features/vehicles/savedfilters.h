#pragma once

#include "mobile/base/workplace.h"

#include <QAbstractListModel>
#include <QVariantMap>

#include <vector>

namespace palang::mobile {

/// Filters under names that a person gave them, in the order in which they were kept. They belong
/// to this computer and survive a restart.
class SavedFilters : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
  enum Role {
    NameRole = Qt::UserRole, ///< `name`
    ValuesRole,              ///< `values`, as SessionFilter takes them
  };
  Q_ENUM(Role)
  /// Longer names are cut.
  static constexpr int longestName = 40;

  using QAbstractListModel::QAbstractListModel;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] int count() const { return rowCount({}); }

  /// Under a name that is there already, it replaces that one. False for a name without letters.
  Q_INVOKABLE bool keep(const QString& name, const QVariantMap& values);
  /// False when there is no such row, or another one has the name.
  Q_INVOKABLE bool rename(int row, const QString& name);
  Q_INVOKABLE void remove(int row);
  /// Empty when there is no such row.
  Q_INVOKABLE [[nodiscard]] QVariantMap valuesAt(int row) const;
  Q_INVOKABLE [[nodiscard]] QString nameAt(int row) const;
  /// The row that says just this; -1 for none.
  Q_INVOKABLE [[nodiscard]] int rowOf(const QVariantMap& values) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void workplaceChanged();
  void countChanged();

private:
  struct Filter {
    QString name;
    QVariantMap values;
  };

  [[nodiscard]] int rowNamed(const QString& name) const;
  [[nodiscard]] bool isRow(int row) const { return row >= 0 && row < count(); }
  void read();
  void write();

  Workplace* m_workplace = nullptr;
  std::vector<Filter> m_filters;
};

} // namespace palang::mobile
