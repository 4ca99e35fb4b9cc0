#include "mobile/features/live/lanelistmodel.h"

#include "mobile/base/wording.h"

#include <algorithm>

namespace palang::mobile {

namespace {

/// An opening by hand is not among the server's commands.
bool isNewer(const std::optional<protocol::gate_last_open>& a,
             const std::optional<protocol::gate_last_open>& b) {
  return a && (!b || a->at > b->at);
}

QString text(std::string_view word) {
  return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace

void LaneListModel::setSite(SiteView site) {
  m_site = std::move(site);
  if (!m_lanes.empty())
    emit dataChanged(index(0), index(count() - 1));
}

void LaneListModel::setGates(std::vector<protocol::gate> gates) {
  beginResetModel();
  std::vector<Lane> lanes;
  for (auto& gate : gates) {
    const auto* before = find(gate.id);
    if (before != nullptr && isNewer(before->gate.last_open, gate.last_open))
      gate.last_open = before->gate.last_open;
    lanes.push_back({std::move(gate), before != nullptr ? before->last : std::nullopt});
  }
  m_lanes = std::move(lanes);
  endResetModel();
  emit countChanged();
}

void LaneListModel::apply(std::span<const LiveEvent> events) {
  std::set<const Lane*> touched;
  for (const auto& e : events)
    if (const auto* lane = touch(e))
      touched.insert(lane);
  for (const auto* lane : touched) {
    const auto row = index(static_cast<int>(lane - m_lanes.data()));
    emit dataChanged(row, row);
  }
}

void LaneListModel::clear() {
  beginResetModel();
  m_lanes.clear();
  endResetModel();
  emit countChanged();
}

int LaneListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lanes.size());
}

QVariant LaneListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& [gate, last] = m_lanes[static_cast<std::size_t>(index.row())];
  switch (role) {
  case GateIdRole:
    return QString::fromStdString(gate.id);
  case NameRole:
    return QString::fromStdString(gate.name);
  case DirectionRole:
    return text(protocol::to_string(gate.direction));
  case ModeRole:
    return text(protocol::to_string(gate.mode));
  case OutcomeRole:
    return gate.last_open ? QString::fromStdString(gate.last_open->outcome) : QString{};
  case OpenedRole:
    return gate.last_open ? m_site.moment(gate.last_open->at) : QString{};
  case CauseRole:
    return gate.last_open ? QString::fromStdString(gate.last_open->cause) : QString{};
  default:
    return vehicleData(last.value_or(Passage{}), role);
  }
}

QVariant LaneListModel::vehicleData(const Passage& last, int role) const {
  const bool isKnown = !last.session.id.is_nil();
  switch (role) {
  case SessionIdRole:
    return isKnown ? QString::fromStdString(to_string(last.session.id)) : QString{};
  case IsExitRole:
    return last.isExit;
  case PlateRole:
    return QString::fromStdString(last.session.plate);
  case VehicleRole:
    return isKnown ? wording::vehicle(last.session.vehicle_type, m_site.config) : QString{};
  case IconRole:
    return isKnown ? wording::vehicleIcon(last.session.vehicle_type) : QString{};
  case PassedRole:
    return isKnown ? m_site.moment(last.at) : QString{};
  default:
    return {};
  }
}

QHash<int, QByteArray> LaneListModel::roleNames() const {
  return {{GateIdRole, "gateId"}, {NameRole, "name"},       {DirectionRole, "direction"},
          {ModeRole, "mode"},     {PlateRole, "plate"},     {SessionIdRole, "sessionId"},
          {IsExitRole, "isExit"}, {VehicleRole, "vehicle"}, {IconRole, "iconName"},
          {PassedRole, "passed"}, {OutcomeRole, "outcome"}, {OpenedRole, "opened"},
          {CauseRole, "cause"}};
}

LaneListModel::Lane* LaneListModel::find(const std::string& gateId) {
  const auto lane =
      std::ranges::find(m_lanes, gateId, [](const Lane& each) { return each.gate.id; });
  return lane == m_lanes.end() ? nullptr : &*lane;
}

LaneListModel::Lane* LaneListModel::amend(const protocol::session& s) {
  const auto lane = std::ranges::find_if(
      m_lanes, [&](const Lane& each) { return each.last && each.last->session.id == s.id; });
  if (lane == m_lanes.end())
    return nullptr;
  lane->last->session = s;
  return &*lane;
}

LaneListModel::Lane* LaneListModel::openedByHand(const LiveLockRecord& record) {
  const auto lane = std::ranges::find_if(
      m_lanes, [&](const Lane& each) { return each.gate.lock_id == record.lockId; });
  if (lane == m_lanes.end() || !record.openedAt)
    return nullptr;
  auto& last = lane->gate.last_open;
  // What a command did is told by its own event; only a gate that it left shut was opened since.
  const bool isStuck = last && last->outcome != "confirmed" && *record.openedAt > last->at;
  if (!isStuck)
    return nullptr;
  last = {*record.openedAt, "confirmed", wording::isIndonesian() ? record.text_id : record.text_en};
  return &*lane;
}

LaneListModel::Lane* LaneListModel::touch(const LiveEvent& e) {
  if (const auto* gate = e.gate()) {
    auto* lane = find(gate->id);
    if (lane != nullptr)
      lane->gate = *gate;
    return lane;
  }
  if (const auto* record = std::get_if<LiveLockRecord>(&e.what))
    return openedByHand(*record);
  const auto* s = e.session();
  const bool isExit = e.kind == "session.exited";
  if (s == nullptr)
    return nullptr;
  if (!isExit && e.kind != "session.entered")
    return amend(*s);
  auto* lane = find(isExit ? s->exit_gate_id : s->entry_gate_id);
  const auto at = (isExit ? s->exited_at : s->entered_at).value_or(e.at);
  // A record that was kept offline tells of a car long gone: it is not the lane's last.
  if (lane == nullptr || (lane->last && lane->last->at > at))
    return nullptr;
  lane->last = Passage{*s, at, isExit};
  return lane;
}

} // namespace palang::mobile
