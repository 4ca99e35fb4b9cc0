#include "mobile/features/live/alertlistmodel.h"

#include "mobile/base/wording.h"
#include "shared/protocol/limits.hpp"

#include <algorithm>
#include <utility>

namespace palang::mobile {

namespace {

bool isCritical(const protocol::alert& alert) {
  return alert.level == protocol::severity::critical;
}

bool comesFirst(const protocol::alert& a, const protocol::alert& b) {
  return a.level != b.level ? a.level > b.level : a.raised_at > b.raised_at;
}

} // namespace

void AlertListModel::setSite(SiteView site) {
  m_site = std::move(site);
  if (!m_alerts.empty())
    emit dataChanged(index(0), index(count() - 1));
}

void AlertListModel::setAlerts(std::vector<protocol::alert> alerts) {
  m_isCut = alerts.size() >= protocol::limits::max_list_limit;
  beginResetModel();
  const auto before = std::exchange(m_alerts, std::move(alerts));
  std::erase_if(m_alerts, [](const protocol::alert& a) { return a.resolved_at.has_value(); });
  std::ranges::stable_sort(m_alerts, comesFirst);
  endResetModel();
  emit countChanged();
  const auto isNew = [&](const protocol::alert& a) {
    return isCritical(a) && std::ranges::find(before, a.id, &protocol::alert::id) == before.end();
  };
  if (std::exchange(m_isFilled, true) && std::ranges::any_of(m_alerts, isNew))
    emit criticalRaised();
}

void AlertListModel::apply(std::span<const LiveEvent> events) {
  bool isGraver = false;
  for (const auto& e : events) {
    const auto* alert = e.alert();
    if (alert == nullptr)
      continue;
    if (alert->resolved_at)
      remove(alert->id);
    else
      isGraver |= put(*alert);
  }
  if (isGraver)
    emit criticalRaised();
}

void AlertListModel::setSettling(const uuid& id, bool on) {
  if (on)
    m_settling.insert(id);
  else
    m_settling.erase(id);
  const auto row = std::ranges::find(m_alerts, id, &protocol::alert::id);
  if (row == m_alerts.end())
    return;
  const auto changed = index(static_cast<int>(row - m_alerts.begin()));
  emit dataChanged(changed, changed, {SettlingRole});
}

void AlertListModel::remove(const uuid& id) {
  m_settling.erase(id);
  const auto row = std::ranges::find(m_alerts, id, &protocol::alert::id);
  if (row == m_alerts.end())
    return;
  const auto number = static_cast<int>(row - m_alerts.begin());
  beginRemoveRows({}, number, number);
  m_alerts.erase(row);
  endRemoveRows();
  emit countChanged();
}

const protocol::alert* AlertListModel::find(const uuid& id) const {
  const auto row = std::ranges::find(m_alerts, id, &protocol::alert::id);
  return row == m_alerts.end() ? nullptr : &*row;
}

int AlertListModel::criticalCount() const {
  return static_cast<int>(std::ranges::count_if(m_alerts, isCritical));
}

QString AlertListModel::countText() const {
  return QString::number(count()) + (m_isCut ? QStringLiteral("+") : QString{});
}

int AlertListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_alerts.size());
}

QVariant AlertListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& alert = m_alerts[static_cast<std::size_t>(index.row())];
  const auto word = protocol::to_string(alert.level);
  const auto& session = alert.refers.session_id;
  switch (role) {
  case AlertIdRole:
    return QString::fromStdString(to_string(alert.id));
  case SeverityRole:
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
  case TextRole:
    return QString::fromStdString(wording::isIndonesian() ? alert.text_id : alert.text_en);
  case RaisedRole:
    return m_site.moment(alert.raised_at);
  case GateRole:
    return alert.refers.gate_id ? m_site.gate(*alert.refers.gate_id) : QString{};
  case SessionIdRole:
    return session ? QString::fromStdString(to_string(*session)) : QString{};
  case SettlingRole:
    return m_settling.contains(alert.id);
  default:
    return {};
  }
}

QHash<int, QByteArray> AlertListModel::roleNames() const {
  return {{AlertIdRole, "alertId"},  {SeverityRole, "severity"}, {TextRole, "text"},
          {RaisedRole, "raised"},    {GateRole, "gate"},         {SessionIdRole, "sessionId"},
          {SettlingRole, "settling"}};
}

bool AlertListModel::put(const protocol::alert& alert) {
  if (const auto known = std::ranges::find(m_alerts, alert.id, &protocol::alert::id);
      known != m_alerts.end()) {
    const bool isGraver = isCritical(alert) && !isCritical(*known);
    *known = alert;
    const auto row = index(static_cast<int>(known - m_alerts.begin()));
    emit dataChanged(row, row);
    return isGraver;
  }
  const auto place = std::ranges::lower_bound(m_alerts, alert, comesFirst);
  const auto number = static_cast<int>(place - m_alerts.begin());
  beginInsertRows({}, number, number);
  m_alerts.insert(place, alert);
  endInsertRows();
  emit countChanged();
  return isCritical(alert);
}

} // namespace palang::mobile
