#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <array>

namespace palang::mobile {

/// Counting a drawer: how many of each note and coin, largest first.
class CashCountModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(double total READ total NOTIFY totalChanged)

public:
  enum Role {
    ValueRole = Qt::UserRole, ///< `value`: rupiah of one
    PiecesRole,               ///< `pieces`
    SubtotalRole,             ///< `subtotal`: rupiah
  };
  Q_ENUM(Role)

  using QAbstractListModel::QAbstractListModel;

  /// Rupiah, whole.
  [[nodiscard]] double total() const;
  Q_INVOKABLE void setPieces(int row, int pieces);
  Q_INVOKABLE void clear();

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void totalChanged();

private:
  static constexpr std::array<qint64, 10> values{100'000, 50'000, 20'000, 10'000, 5'000,
                                                 2'000,   1'000,  500,    200,    100};
  std::array<qint64, values.size()> m_pieces{};
};

} // namespace palang::mobile
