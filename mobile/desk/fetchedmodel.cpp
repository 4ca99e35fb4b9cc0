#include "mobile/desk/fetchedmodel.h"

#include "mobile/desk/stayfacts.h"

namespace palang::mobile {

namespace {

constexpr std::int64_t pageSize = 100;

} // namespace

FetchedModel::FetchedModel(std::unique_ptr<RowTable> rows, Question question, Concern concerns,
                           QObject* parent)
    : QAbstractListModel{parent}, m_rows{std::move(rows)},
      m_fetch{
          {.ask = std::move(question),
           .take = [this](const std::string& data, bool isFirst) { return take(data, isFirst); },
           .clear = [this] { setRows(m_rows->none()); },
           .concerns = std::move(concerns)}} {}

void FetchedModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_fetch.workplace() || workplace == nullptr)
    return;
  connect(workplace, &Workplace::languageChanged, this, &FetchedModel::redraw);
  connect(workplace, &Workplace::configChanged, this, &FetchedModel::redraw);
  m_fetch.setWorkplace(workplace);
  emit workplaceChanged();
}

void FetchedModel::setActive(bool on) {
  if (on == isActive())
    return;
  m_fetch.setActive(on);
  emit activeChanged();
}

void FetchedModel::setPeriod(Period* period) {
  if (period == m_period || period == nullptr)
    return;
  m_period = period;
  connect(period, &Period::changed, &m_fetch, &Fetch::askAnew);
  emit periodChanged();
  m_fetch.askAnew();
}

void FetchedModel::setFilter(const QVariantMap& filter) {
  if (filter == m_filter)
    return;
  m_filter = filter;
  emit filterChanged();
  m_fetch.askAnew();
}

QVariantMap FetchedModel::at(int row) const {
  QVariantMap all;
  if (row < 0 || row >= count())
    return all;
  const auto names = roleNames();
  for (auto role = names.cbegin(); role != names.cend(); ++role)
    all.insert(QString::fromLatin1(role.value()), data(index(row), role.key()));
  return all;
}

int FetchedModel::rowOf(const QString& key) const {
  for (int row = 0; row < count(); ++row)
    if (data(index(row), Qt::UserRole).toString() == key)
      return row;
  return -1;
}

int FetchedModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : m_rows->count();
}

QVariant FetchedModel::data(const QModelIndex& index, int role) const {
  const int column = role - Qt::UserRole;
  if (!checkIndex(index, CheckIndexOption::IndexIsValid) || column < 0
      || column >= m_rows->columns())
    return {};
  return m_rows->value(index.row(), column, site());
}

QHash<int, QByteArray> FetchedModel::roleNames() const {
  QHash<int, QByteArray> names;
  for (int column = 0; column < m_rows->columns(); ++column)
    names.insert(Qt::UserRole + column, m_rows->role(column));
  return names;
}

bool FetchedModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && m_fetch.hasMore() && !m_fetch.isBusy()
         && m_fetch.workplace()->isOnline();
}

void FetchedModel::fetchMore(const QModelIndex& parent) {
  if (canFetchMore(parent))
    m_fetch.fetchMore();
}

SiteView FetchedModel::site() const {
  return siteOf(*workplace());
}

protocol::page FetchedModel::window(const std::optional<std::string>& after) const {
  protocol::page page;
  page.after = after;
  page.limit = pageSize;
  if (m_period != nullptr && m_period->workplace() != nullptr) {
    page.from = m_period->from();
    page.to = m_period->to();
  }
  return page;
}

std::optional<std::string> FetchedModel::wanted(const char* name) const {
  const auto value = m_filter.value(QString::fromLatin1(name)).toString().trimmed();
  return value.isEmpty() ? std::nullopt : std::optional(value.toStdString());
}

std::optional<bool> FetchedModel::wantedYes(const char* name) const {
  const auto value = wanted(name);
  return value ? std::optional(*value == "true") : std::nullopt;
}

result<void> FetchedModel::take(const std::string& data, bool isFirst) {
  auto rows = m_rows->read(data);
  if (!rows)
    return fail(rows.error());
  if (!isFirst) {
    append(**rows);
    return {};
  }
  takeMore(data);
  setRows(*std::move(rows));
  return {};
}

void FetchedModel::setRows(std::unique_ptr<RowTable> rows) {
  if (m_rows->equals(*rows))
    return;
  if (hasSameKeys(*rows)) {
    m_rows = std::move(rows);
    return redraw();
  }
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  emit countChanged();
  emit rowsChanged();
}

void FetchedModel::append(const RowTable& more) {
  // Between two pages something may have moved on: what is there already is left out.
  std::vector<int> wanted;
  for (int row = 0; row < more.count(); ++row)
    if (rowOf(more.value(row, 0, site()).toString()) < 0)
      wanted.push_back(row);
  if (wanted.empty())
    return;
  beginInsertRows({}, count(), count() + static_cast<int>(wanted.size()) - 1);
  m_rows->append(more, wanted);
  endInsertRows();
  emit countChanged();
}

bool FetchedModel::hasSameKeys(const RowTable& others) const {
  if (others.count() != m_rows->count())
    return false;
  for (int row = 0; row < others.count(); ++row)
    if (others.value(row, 0, site()) != m_rows->value(row, 0, site()))
      return false;
  return true;
}

void FetchedModel::redraw() {
  if (count() > 0)
    emit dataChanged(index(0), index(count() - 1));
  emit rowsChanged();
}

} // namespace palang::mobile
