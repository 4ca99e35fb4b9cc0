#include "mobile/features/entry/vehicletypemodel.h"

#include "mobile/base/wording.h"

#include <algorithm>

namespace palang::mobile {

void VehicleTypeModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(workplace, &Workplace::configChanged, this, &VehicleTypeModel::reload);
  connect(workplace, &Workplace::languageChanged, this, &VehicleTypeModel::reload);
  emit workplaceChanged();
  reload();
}

int VehicleTypeModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_classes.size());
}

QVariant VehicleTypeModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto vehicle = m_classes[static_cast<std::size_t>(index.row())];
  switch (role) {
  case CodeRole:
    return QString::fromStdString(std::string(domain::to_string(vehicle)));
  case NameRole:
    return wording::vehicle(vehicle, m_workplace->config());
  case IconRole:
    return wording::vehicleIcon(vehicle);
  default:
    return {};
  }
}

QHash<int, QByteArray> VehicleTypeModel::roleNames() const {
  return {{CodeRole, "code"}, {NameRole, "name"}, {IconRole, "iconName"}};
}

void VehicleTypeModel::reload() {
  beginResetModel();
  m_classes.clear();
  if (const auto& config = m_workplace->config()) {
    auto types = config->vehicle_types;
    std::ranges::stable_sort(types, {}, &protocol::vehicle_type_config::order);
    for (const auto& type : types)
      m_classes.push_back(type.id);
  }
  endResetModel();
  emit countChanged();
}

} // namespace palang::mobile
