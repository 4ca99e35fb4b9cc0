#include "mobile/base/gatelistmodel.h"

namespace palang::mobile {

void GateListModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(workplace, &Workplace::configChanged, this, &GateListModel::reload);
  emit workplaceChanged();
  reload();
}

int GateListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_gates.size());
}

QVariant GateListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& gate = m_gates[static_cast<std::size_t>(index.row())];
  switch (role) {
  case GateIdRole:
    return QString::fromStdString(gate.id);
  case NameRole:
    return QString::fromStdString(gate.name);
  case DirectionRole:
    return QString::fromStdString(std::string(protocol::to_string(gate.direction)));
  case HasLockRole:
    return gate.lock_id.has_value();
  default:
    return {};
  }
}

QHash<int, QByteArray> GateListModel::roleNames() const {
  return {{GateIdRole, "gateId"},
          {NameRole, "name"},
          {DirectionRole, "direction"},
          {HasLockRole, "hasLock"}};
}

void GateListModel::reload() {
  beginResetModel();
  m_gates =
      m_workplace->config() ? m_workplace->config()->gates : std::vector<protocol::gate_config>{};
  endResetModel();
  emit countChanged();
}

} // namespace palang::mobile
