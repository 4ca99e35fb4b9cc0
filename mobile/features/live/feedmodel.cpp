#include "mobile/features/live/feedmodel.h"

#include "mobile/base/wording.h"
#include "mobile/features/live/feedwords.h"

#include <algorithm>
#include <iterator>

namespace palang::mobile {

namespace {

/// Far enough back for a car that both the first list and an event tell of.
constexpr std::size_t lookBack = 100;
constexpr auto separator = " · ";

} // namespace

void FeedModel::setSite(SiteView site) {
  m_site = std::move(site);
  if (!m_rows.empty())
    emit dataChanged(index(0), index(count() - 1));
}

void FeedModel::reset(std::vector<LiveEvent> events) {
  beginResetModel();
  m_rows.assign(std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
  m_rows.resize(std::min(m_rows.size(), limit));
  endResetModel();
  emit countChanged();
}

void FeedModel::apply(std::span<const LiveEvent> events) {
  std::deque<LiveEvent> news;
  for (const auto& e : events)
    if (feedwords::isNews(e) && !isKnown(e))
      news.push_front(e);
  news.resize(std::min(news.size(), limit));
  if (news.empty())
    return;
  beginInsertRows({}, 0, static_cast<int>(news.size()) - 1);
  m_rows.insert(m_rows.begin(), news.begin(), news.end());
  endInsertRows();
  if (m_rows.size() > limit) {
    beginRemoveRows({}, static_cast<int>(limit), static_cast<int>(m_rows.size()) - 1);
    m_rows.resize(limit);
    endRemoveRows();
  }
  emit countChanged();
}

int FeedModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FeedModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& e = m_rows[static_cast<std::size_t>(index.row())];
  const auto* s = e.session();
  switch (role) {
  case MomentRole:
    return m_site.moment(e.at);
  case IconRole:
    return feedwords::icon(e);
  case ToneRole:
    return feedwords::tone(e);
  case TitleRole:
    return feedwords::title(e);
  case PlateRole:
    return s != nullptr ? QString::fromStdString(s->plate) : QString{};
  case DetailRole:
    return detail(e);
  case SessionIdRole:
    return s != nullptr ? QString::fromStdString(to_string(s->id)) : QString{};
  default:
    return {};
  }
}

QHash<int, QByteArray> FeedModel::roleNames() const {
  return {{MomentRole, "moment"},      {IconRole, "iconName"}, {ToneRole, "tone"},
          {TitleRole, "title"},        {PlateRole, "plate"},   {DetailRole, "detail"},
          {SessionIdRole, "sessionId"}};
}

bool FeedModel::isKnown(const LiveEvent& e) const {
  const auto* s = e.session();
  if (s == nullptr || (e.kind != "session.entered" && e.kind != "session.exited"))
    return false;
  const auto end = m_rows.begin() + static_cast<std::ptrdiff_t>(std::min(m_rows.size(), lookBack));
  return std::any_of(m_rows.begin(), end, [&](const LiveEvent& row) {
    return row.kind == e.kind && row.session() != nullptr && row.session()->id == s->id;
  });
}

QString FeedModel::detail(const LiveEvent& e) const {
  if (const auto* s = e.session())
    return carDetail(e, *s);
  if (const auto* gate = e.gate()) {
    const auto name = QString::fromStdString(gate->name);
    if (e.kind == "gate.mode_changed")
      return name + QString::fromUtf8(separator) + feedwords::mode(gate->mode);
    const auto why = gate->last_open ? feedwords::cause(gate->last_open->cause) : QString{};
    return why.isEmpty() ? name : name + QString::fromUtf8(separator) + why;
  }
  if (const auto* alert = e.alert())
    return QString::fromStdString(wording::isIndonesian() ? alert->text_id : alert->text_en);
  if (const auto* device = std::get_if<LiveDevice>(&e.what))
    return QString::fromStdString(device->name);
  if (const auto* record = std::get_if<LiveLockRecord>(&e.what))
    return m_site.lock(record->lockId);
  if (const auto* late = std::get_if<LiveLateRecord>(&e.what))
    return lateDetail(*late);
  return {};
}

QString FeedModel::lateDetail(const LiveLateRecord& late) {
  // Below a minute it is not late, only kept for a moment.
  if (milliseconds{late.delayMs} < std::chrono::minutes{1})
    return tr("HP %1").arg(late.deviceNo);
  return tr("HP %1, terlambat %2")
      .arg(late.deviceNo)
      .arg(wording::duration(milliseconds{late.delayMs}));
}

QString FeedModel::carDetail(const LiveEvent& e, const protocol::session& s) const {
  const bool isExit = e.kind == "session.exited";
  QStringList parts{wording::vehicle(s.vehicle_type, m_site.config)};
  if (const auto gate = m_site.gate(isExit ? s.exit_gate_id : s.entry_gate_id); !gate.isEmpty())
    parts.append(gate);
  if (isExit && s.charged)
    parts.append(QString::fromStdString(to_display(*s.charged)));
  return parts.join(QString::fromUtf8(separator));
}

} // namespace palang::mobile
