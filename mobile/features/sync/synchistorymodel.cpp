#include "mobile/features/sync/synchistorymodel.h"

#include <QStringList>

namespace palang::mobile {

namespace {

constexpr int mostRuns = 50;

} // namespace

void SyncHistoryModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  emit workplaceChanged();
  reload();
}

void SyncHistoryModel::reload() {
  auto runs = m_workplace->client().store().syncHistory(mostRuns);
  beginResetModel();
  m_runs = runs ? std::move(*runs) : std::vector<SyncSummary>{};
  endResetModel();
  emit countChanged();
}

int SyncHistoryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

QVariant SyncHistoryModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& run = m_runs[static_cast<std::size_t>(index.row())];
  switch (role) {
  case WhenRole:
    return m_workplace->siteTime().dayTime(run.finishedAt, m_workplace->now());
  case TextRole: {
    QStringList parts{tr("%1 terkirim").arg(run.sent)};
    if (run.alreadyThere > 0)
      parts << tr("%1 sudah ada").arg(run.alreadyThere);
    if (run.returned > 0)
      parts << tr("server dipulihkan: %1 dikirim kembali").arg(run.returned);
    if (run.quarantined > 0)
      parts << tr("%1 perlu diperiksa").arg(run.quarantined);
    if (run.failed > 0)
      parts << tr("%1 gagal").arg(run.failed);
    if (run.isCancelled)
      parts << tr("dibatalkan");
    return parts.join(QStringLiteral(", "));
  }
  case TroubledRole:
    return run.quarantined > 0 || run.failed > 0;
  default:
    return {};
  }
}

QHash<int, QByteArray> SyncHistoryModel::roleNames() const {
  return {{WhenRole, "when"}, {TextRole, "text"}, {TroubledRole, "troubled"}};
}

} // namespace palang::mobile
