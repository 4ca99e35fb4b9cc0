#include "mobile/features/vehicles/savedfilters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace palang::mobile {

namespace {

constexpr auto filtersKey = "ui.vehicle_filters";

QString tidy(const QString& name) {
  return name.simplified().left(SavedFilters::longestName);
}

/// Without what does not filter, so that the same filter is always written the same.
QVariantMap essence(const QVariantMap& values) {
  QVariantMap kept;
  for (auto value = values.cbegin(); value != values.cend(); ++value)
    if (!value.value().toString().isEmpty())
      kept.insert(value.key(), value.value().toString());
  return kept;
}

} // namespace

void SavedFilters::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  read();
  emit workplaceChanged();
}

bool SavedFilters::keep(const QString& name, const QVariantMap& values) {
  const auto wanted = tidy(name);
  if (wanted.isEmpty())
    return false;
  const int known = rowNamed(wanted);
  if (known >= 0) {
    m_filters[static_cast<std::size_t>(known)] = {wanted, essence(values)};
    emit dataChanged(index(known), index(known));
  } else {
    beginInsertRows({}, count(), count());
    m_filters.push_back({wanted, essence(values)});
    endInsertRows();
    emit countChanged();
  }
  write();
  return true;
}

bool SavedFilters::rename(int row, const QString& name) {
  const auto wanted = tidy(name);
  const int known = rowNamed(wanted);
  if (!isRow(row) || wanted.isEmpty() || (known >= 0 && known != row))
    return false;
  m_filters[static_cast<std::size_t>(row)].name = wanted;
  emit dataChanged(index(row), index(row));
  write();
  return true;
}

void SavedFilters::remove(int row) {
  if (!isRow(row))
    return;
  beginRemoveRows({}, row, row);
  m_filters.erase(m_filters.begin() + row);
  endRemoveRows();
  emit countChanged();
  write();
}

QVariantMap SavedFilters::valuesAt(int row) const {
  return isRow(row) ? m_filters[static_cast<std::size_t>(row)].values : QVariantMap{};
}

QString SavedFilters::nameAt(int row) const {
  return isRow(row) ? m_filters[static_cast<std::size_t>(row)].name : QString{};
}

int SavedFilters::rowOf(const QVariantMap& values) const {
  const auto found = std::ranges::find(m_filters, essence(values), &Filter::values);
  return found == m_filters.end() ? -1 : static_cast<int>(found - m_filters.begin());
}

int SavedFilters::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_filters.size());
}

QVariant SavedFilters::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& filter = m_filters[static_cast<std::size_t>(index.row())];
  return role == NameRole     ? QVariant(filter.name)
         : role == ValuesRole ? QVariant(filter.values)
                              : QVariant{};
}

QHash<int, QByteArray> SavedFilters::roleNames() const {
  return {{NameRole, "name"}, {ValuesRole, "values"}};
}

int SavedFilters::rowNamed(const QString& name) const {
  const auto found = std::ranges::find_if(m_filters, [&](const Filter& filter) {
    return filter.name.compare(name, Qt::CaseInsensitive) == 0;
  });
  return found == m_filters.end() ? -1 : static_cast<int>(found - m_filters.begin());
}

void SavedFilters::read() {
  const auto kept = m_workplace->client().store().setting(filtersKey);
  beginResetModel();
  m_filters.clear();
  const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(kept.value_or("")));
  for (const auto& one : document.array())
    m_filters.push_back({one[QLatin1String("name")].toString(),
                         one[QLatin1String("values")].toObject().toVariantMap()});
  endResetModel();
  emit countChanged();
}

void SavedFilters::write() {
  QJsonArray all;
  for (const auto& filter : m_filters)
    all.append(QJsonObject{{QStringLiteral("name"), filter.name},
                           {QStringLiteral("values"), QJsonObject::fromVariantMap(filter.values)}});
  // What cannot be kept holds until the program ends; the store tells of real damage itself.
  static_cast<void>(m_workplace->client().store().setSetting(
      filtersKey, QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString()));
}

} // namespace palang::mobile
