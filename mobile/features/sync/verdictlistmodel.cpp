#include "mobile/features/sync/verdictlistmodel.h"

namespace palang::mobile {

void VerdictListModel::add(const QString& summary, const QString& verdict, const QString& reason) {
  beginInsertRows({}, 0, 0);
  m_rows.push_front({summary, verdict, reason});
  endInsertRows();
}

void VerdictListModel::clear() {
  beginResetModel();
  m_rows.clear();
  endResetModel();
}

int VerdictListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant VerdictListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
  case SummaryRole:
    return row.summary;
  case VerdictRole:
    return row.verdict;
  case ReasonRole:
    return row.reason;
  default:
    return {};
  }
}

QHash<int, QByteArray> VerdictListModel::roleNames() const {
  return {{SummaryRole, "summary"}, {VerdictRole, "verdict"}, {ReasonRole, "reason"}};
}

} // namespace palang::mobile
