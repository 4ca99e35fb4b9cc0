#include "mobile/features/outbox/outboxlistmodel.h"

#include "mobile/core/synccontroller.h"
#include "mobile/features/outbox/recordstory.h"

#include <algorithm>

namespace palang::mobile {

namespace {

constexpr int mostRows = 200; // What a person scrolls through; the export has all.

sync::record_state stateOf(OutboxListModel::Tab tab) {
  switch (tab) {
  case OutboxListModel::Tab::Pending:
    return sync::record_state::pending;
  case OutboxListModel::Tab::Sent:
    return sync::record_state::applied;
  case OutboxListModel::Tab::Attention:
    break;
  }
  return sync::record_state::quarantined;
}

QString idOf(const OutboxRow& row) {
  return QString::fromStdString(to_string(row.submission.id));
}

} // namespace

void OutboxListModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(&workplace->client().sync(), &SyncController::countsChanged, this,
          &OutboxListModel::reload);
  connect(workplace, &Workplace::languageChanged, this, &OutboxListModel::reload);
  emit workplaceChanged();
  reload();
}

void OutboxListModel::setTab(Tab tab) {
  if (tab == m_tab)
    return;
  m_tab = tab;
  emit tabChanged();
  reload();
}

void OutboxListModel::retry(const QString& recordId) {
  m_workplace->client().sync().retry(recordId);
  reload();
}

QVariantMap OutboxListModel::details(const QString& recordId) const {
  const auto found = std::ranges::find(m_rows, recordId, idOf);
  if (found == m_rows.end())
    return {};
  QVariantMap all;
  const auto names = roleNames();
  const auto row = index(static_cast<int>(found - m_rows.begin()));
  for (auto it = names.begin(); it != names.end(); ++it)
    all.insert(QString::fromLatin1(it.value()), data(row, it.key()));
  return all;
}

int OutboxListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant OutboxListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& row = m_rows[static_cast<std::size_t>(index.row())];
  const auto& time = m_workplace->siteTime();
  switch (role) {
  case RecordIdRole:
    return idOf(row);
  case TitleRole:
    return story::title(row);
  case FactsRole:
    return story::facts(row, m_workplace->config());
  case KindTextRole:
    return story::kindText(row.submission.data);
  case IconRole:
    return story::iconName(row.submission.data);
  case TimeRole:
    return time.dayTime(row.createdAt, m_workplace->now());
  case StandingRole:
    return story::standing(row, time);
  case TroubledRole:
    return row.state == sync::record_state::quarantined;
  case StoryRole:
    return story::lines(row, time);
  case NextStepRole:
    return story::nextStep(row);
  default:
    return {};
  }
}

QHash<int, QByteArray> OutboxListModel::roleNames() const {
  return {{RecordIdRole, "recordId"}, {TitleRole, "title"},       {FactsRole, "facts"},
          {KindTextRole, "kindText"}, {IconRole, "iconName"},     {TimeRole, "time"},
          {StandingRole, "standing"}, {TroubledRole, "troubled"}, {StoryRole, "story"},
          {NextStepRole, "nextStep"}};
}

void OutboxListModel::reload() {
  auto rows = m_workplace->client().store().rows(stateOf(m_tab), mostRows);
  beginResetModel();
  m_rows = rows ? std::move(*rows) : std::vector<OutboxRow>{};
  endResetModel();
  emit countChanged();
}

} // namespace palang::mobile
