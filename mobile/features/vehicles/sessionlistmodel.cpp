#include "mobile/features/vehicles/sessionlistmodel.h"

#include "mobile/base/sessionwords.h"
#include "mobile/base/wording.h"
#include "shared/domain/plate.hpp"
#include "shared/domain/ticket_number.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 150ms;
constexpr auto eventPause = 150ms;

} // namespace

SessionListModel::SessionListModel(QObject* parent) : QAbstractListModel{parent} {
  m_pause.setSingleShot(true);
  m_pause.setInterval(typingPause);
  connect(&m_pause, &QTimer::timeout, this, &SessionListModel::ask);
  m_flush.setSingleShot(true);
  m_flush.setInterval(eventPause);
  connect(&m_flush, &QTimer::timeout, this, [this] {
    if (!m_isFetching)
      apply(std::exchange(m_changed, {}));
  });
}

void SessionListModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  auto& client = workplace->client();
  connect(&client, &Client::eventReceived, this, &SessionListModel::gather);
  connect(&client, &Client::onlineChanged, this, &SessionListModel::onlineChanged);
  connect(&client, &Client::resyncNeeded, this, &SessionListModel::refresh);
  const auto redraw = [this] {
    if (count() > 0)
      emit dataChanged(index(0), index(count() - 1));
  };
  connect(workplace, &Workplace::languageChanged, this, redraw);
  connect(workplace, &Workplace::configChanged, this, redraw);
  connect(workplace, &Workplace::configChanged, this, &SessionListModel::readFilter);
  readFilter();
  emit workplaceChanged();
  onlineChanged();
}

void SessionListModel::setText(const QString& text) {
  if (text == m_text)
    return;
  m_text = text;
  emit textChanged();
  m_pause.start();
}

void SessionListModel::setFilter(const QVariantMap& filter) {
  if (filter == m_filter)
    return;
  m_filter = filter;
  readFilter();
  emit filterChanged();
  refresh();
}

const protocol::session* SessionListModel::find(const uuid& id) const {
  return m_pages.at(m_pages.rowOf(id));
}

void SessionListModel::refresh() {
  m_pause.stop();
  ask();
}

QString SessionListModel::dayFrom(const QString& typed) const {
  return mobile::dayFrom(typed);
}

QString SessionListModel::wholeNumberFrom(const QString& typed) const {
  return mobile::wholeNumberFrom(typed);
}

QString SessionListModel::sessionIdAt(int row) const {
  return data(index(row), SessionIdRole).toString();
}

int SessionListModel::rowOf(const QString& sessionId) const {
  const auto id = parse_uuid(sessionId.toStdString());
  return id ? m_pages.rowOf(*id) : -1;
}

int SessionListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : m_pages.count();
}

QVariant SessionListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto* held = m_pages.at(index.row());
  if (held == nullptr)
    return role == FlaggedRole ? QVariant(false) : QVariant(QString{});
  const auto& s = *held;
  const auto now = m_workplace->now();
  const auto moment = [&](const std::optional<instant>& at) {
    return at ? m_workplace->siteTime().dayTime(*at, now) : QString{};
  };
  switch (role) {
  case SessionIdRole:
    return QString::fromStdString(to_string(s.id));
  case PlateRole:
    return QString::fromStdString(s.plate);
  case VehicleRole:
    return wording::vehicle(s.vehicle_type, m_workplace->config());
  case IconRole:
    return wording::vehicleIcon(s.vehicle_type);
  case EnteredRole:
    return moment(s.entered_at);
  case ExitedRole:
    return moment(s.exited_at);
  case DurationRole:
    return s.entered_at && (s.exited_at || s.status == protocol::session_status::open)
               ? wording::duration(s.exited_at.value_or(now) - *s.entered_at)
               : QString{};
  case AmountRole:
    return s.charged ? QString::fromStdString(to_display(*s.charged)) : QString{};
  case StatusRole:
    return QString::fromStdString(std::string{protocol::to_string(s.status)});
  case StatusTextRole:
    return sessionwords::status(s.status);
  case StatusIconRole:
    return sessionwords::statusIcon(s.status);
  case TicketNumberRole:
    return QString::fromStdString(s.ticket_no);
  case FlaggedRole:
    return !sessionwords::flags(s).isEmpty();
  default:
    return {};
  }
}

QHash<int, QByteArray> SessionListModel::roleNames() const {
  return {{SessionIdRole, "sessionId"},   {PlateRole, "plate"},
          {VehicleRole, "vehicle"},       {IconRole, "iconName"},
          {EnteredRole, "entered"},       {ExitedRole, "exited"},
          {DurationRole, "duration"},     {AmountRole, "amount"},
          {StatusRole, "status"},         {StatusTextRole, "statusText"},
          {StatusIconRole, "statusIcon"}, {TicketNumberRole, "ticketNumber"},
          {FlaggedRole, "flagged"}};
}

bool SessionListModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && m_pages.next() && !m_isFetching && m_workplace->isOnline();
}

void SessionListModel::fetchMore(const QModelIndex& parent) {
  if (canFetchMore(parent))
    askPage(m_pages.pages());
}

void SessionListModel::lookAt(int row) {
  m_lookedAt = row;
  // Without the server, what was put away could not be fetched again.
  if (m_state != State::Ready || !m_workplace->isOnline())
    return;
  m_pages.keepAround(row);
  askMissing();
}

void SessionListModel::apply(const std::vector<protocol::session>& changed) {
  if (m_state != State::Ready)
    return;
  for (const auto& s : changed)
    place(s);
  if (!changed.empty())
    emit stateChanged();
}

void SessionListModel::onlineChanged() {
  if (m_workplace->isOnline())
    return refresh();
  m_isFetching = false;
  ++m_asked;
  if (isSearching())
    return ask();
  if (count() == 0)
    return setState(State::Idle);
  setState(State::Stale,
           tr("Data s.d. %1").arg(m_workplace->siteTime().timeWithSeconds(m_workplace->now())));
}

void SessionListModel::gather(const protocol::event& e) {
  if (e.event_topic != protocol::topic::session)
    return;
  auto session = protocol::member_of(e.data, "session").and_then([](const std::string& json) {
    return protocol::decode_session(json);
  });
  if (!session)
    return;
  m_changed.push_back(*std::move(session));
  if (!m_flush.isActive())
    m_flush.start();
}

void SessionListModel::setState(State state, const QString& note) {
  m_state = state;
  m_note = note;
  m_isFetching = state == State::Loading;
  if (state != State::Failed) {
    m_trouble.clear();
    m_nextStep.clear();
  }
  emit stateChanged();
  if (state == State::Ready && !m_changed.empty())
    m_flush.start();
}

void SessionListModel::readFilter() {
  m_wanted = SessionFilter(m_filter, m_workplace == nullptr ? SiteTime{} : m_workplace->siteTime());
}

bool SessionListModel::isTicketNumber() const {
  return domain::parse_ticket_number(m_text.trimmed().toStdString()).has_value();
}

bool SessionListModel::fits(const protocol::session& s) const {
  if (!m_wanted.fits(s, m_workplace->now()))
    return false;
  const auto typed = m_text.trimmed().toStdString();
  return typed.empty() || s.ticket_no == typed
         || s.plate_key.find(domain::plate_key(typed)) != std::string::npos;
}

void SessionListModel::place(const protocol::session& s) {
  const int row = m_pages.rowOf(s.id);
  if (row >= 0 && fits(s)) {
    if (s.version < m_pages.at(row)->version)
      return;
    m_pages.replace(row, s);
    emit dataChanged(index(row), index(row));
    return;
  }
  if (row >= 0) {
    beginRemoveRows({}, row, row);
    m_pages.remove(row);
    endRemoveRows();
    return;
  }
  // How a stay was paid is not told with it: who asked for that sees it when asking again.
  const int number = fits(s) && !m_wanted.question().method ? m_pages.placeOf(s) : -1;
  if (number < 0)
    return;
  beginInsertRows({}, number, number);
  m_pages.insert(number, s);
  endInsertRows();
}

} // namespace palang::mobile
