#include "mobile/features/shift/cashcountmodel.h"

#include <algorithm>
#include <numeric>

namespace palang::mobile {

double CashCountModel::total() const {
  return static_cast<double>(
      std::inner_product(values.begin(), values.end(), m_pieces.begin(), qint64{0}));
}

void CashCountModel::setPieces(int row, int pieces) {
  const auto at = index(row);
  if (!checkIndex(at, CheckIndexOption::IndexIsValid))
    return;
  m_pieces[static_cast<std::size_t>(row)] = std::max(0, pieces);
  emit dataChanged(at, at);
  emit totalChanged();
}

void CashCountModel::clear() {
  beginResetModel();
  m_pieces.fill(0);
  endResetModel();
  emit totalChanged();
}

int CashCountModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(values.size());
}

QVariant CashCountModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto row = static_cast<std::size_t>(index.row());
  switch (role) {
  case ValueRole:
    return static_cast<double>(values[row]);
  case PiecesRole:
    return static_cast<int>(m_pieces[row]);
  case SubtotalRole:
    return static_cast<double>(values[row] * m_pieces[row]);
  default:
    return {};
  }
}

QHash<int, QByteArray> CashCountModel::roleNames() const {
  return {{ValueRole, "value"}, {PiecesRole, "pieces"}, {SubtotalRole, "subtotal"}};
}

} // namespace palang::mobile
