#include "mobile/features/vehicles/sessionlistmodel.h"

#include "mobile/base/sessionwords.h"
#include "mobile/base/wording.h"
#include "shared/domain/plate.hpp"
#include "shared/domain/ticket_number.hpp"
#include "shared/protocol/codec.hpp"

#include <QPointer>

#include <algorithm>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

constexpr int leastCharacters = 2;
constexpr auto typingPause = 150ms;
constexpr auto eventPause = 150ms;
constexpr std::int64_t pageSize = 100;

bool isNewer(const protocol::session& a, const protocol::session& b) {
  const auto when = [](const protocol::session& s) {
    return s.entered_at.value_or(s.exited_at.value_or(instant{}));
  };
  return when(a) > when(b);
}

result<std::vector<protocol::session>> sessionsIn(const std::string& data) {
  const auto items = protocol::items_of(data, "sessions");
  if (!items)
    return fail(items.error());
  std::vector<protocol::session> sessions;
  for (const auto& item : *items) {
    auto session = protocol::decode_session(item);
    if (!session)
      return fail(session.error());
    sessions.push_back(*std::move(session));
  }
  return sessions;
}

std::optional<std::string> cursorIn(const std::string& data) {
  const auto next = protocol::member_of(data, "next");
  return next ? protocol::string_of(*next) : std::nullopt;
}

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
    if (!m_rows.empty())
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
  const auto row = std::ranges::find(m_rows, id, &protocol::session::id);
  return row == m_rows.end() ? nullptr : &*row;
}

void SessionListModel::refresh() {
  m_pause.stop();
  ask();
}

QString SessionListModel::dayFrom(const QString& typed) const {
  return mobile::dayFrom(typed);
}

QString SessionListModel::sessionIdAt(int row) const {
  return data(index(row), SessionIdRole).toString();
}

int SessionListModel::rowOf(const QString& sessionId) const {
  const auto id = parse_uuid(sessionId.toStdString());
  const auto* row = id ? find(*id) : nullptr;
  return row == nullptr ? -1 : static_cast<int>(row - m_rows.data());
}

int SessionListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SessionListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& s = m_rows[static_cast<std::size_t>(index.row())];
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
  return !parent.isValid() && m_next && !m_isFetching && m_workplace->isOnline();
}

void SessionListModel::fetchMore(const QModelIndex& parent) {
  if (canFetchMore(parent))
    askList(m_next);
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
  if (m_rows.empty())
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

void SessionListModel::ask() {
  if (m_workplace == nullptr)
    return;
  ++m_asked;
  if (isSearching() && m_text.trimmed().size() < leastCharacters)
    return setState(State::TooShort);
  if (!m_workplace->isOnline())
    return isSearching() ? askReplica() : onlineChanged();
  if (m_rows.empty())
    setState(State::Loading);
  // The server's search knows no filter but the state.
  if (isSearching() && (m_wanted.isOfStatusOnly() || isTicketNumber()))
    askSearch();
  else
    askList({});
}

void SessionListModel::askList(const std::optional<std::string>& after) {
  m_isFetching = true;
  auto wanted = m_wanted.question();
  if (isSearching())
    wanted.plate = domain::plate_key(m_text.toStdString());
  wanted.window.after = after;
  wanted.window.limit = pageSize;
  m_workplace->client().query(wanted, [self = QPointer(this), asked = m_asked,
                                       isFirst = !after](const result<std::string>& data) {
    if (self && self->m_asked == asked)
      self->showPage(data, isFirst);
  });
}

void SessionListModel::askSearch() {
  m_isFetching = true;
  protocol::session_find wanted;
  const auto typed = m_text.trimmed().toStdString();
  if (isTicketNumber())
    wanted.ticket = typed;
  else
    wanted.plate = domain::plate_key(typed);
  wanted.status = m_wanted.question().status;
  m_workplace->client().query(
      wanted, [self = QPointer(this), asked = m_asked](const result<std::string>& data) {
        if (!self || self->m_asked != asked)
          return;
        const auto found = data.and_then(sessionsIn);
        if (!found)
          return self->refuse(found.error());
        self->showFound(*found);
        self->setState(State::Ready);
      });
}

void SessionListModel::askReplica() {
  m_workplace->client().find(
      m_text, [self = QPointer(this), asked = m_asked](const result<Client::Found>& found) {
        if (!self || self->m_asked != asked)
          return;
        if (!found)
          return self->refuse(found.error());
        auto fitting = found->sessions;
        std::erase_if(fitting, [&](const protocol::session& s) { return !self->fits(s); });
        self->showFound(fitting);
        const auto* place = self->m_workplace;
        self->setState(State::Stale,
                       found->asOf ? tr("Hanya yang tersimpan di komputer ini, data s.d. %1")
                                         .arg(place->siteTime().dayTime(*found->asOf, place->now()))
                                   : tr("Hanya yang tersimpan di komputer ini"));
      });
}

void SessionListModel::showPage(const result<std::string>& data, bool isFirst) {
  const auto page = data.and_then(sessionsIn);
  if (!page)
    return refuse(page.error());
  if (isFirst) {
    showFound(*page);
  } else {
    std::vector<protocol::session> added;
    std::ranges::copy_if(*page, std::back_inserter(added),
                         [this](const protocol::session& s) { return find(s.id) == nullptr; });
    if (!added.empty()) {
      beginInsertRows({}, count(), count() + static_cast<int>(added.size()) - 1);
      m_rows.insert(m_rows.end(), added.begin(), added.end());
      endInsertRows();
    }
  }
  m_next = cursorIn(*data);
  setState(State::Ready);
}

void SessionListModel::showFound(const std::vector<protocol::session>& found) {
  beginResetModel();
  m_rows = found;
  m_next.reset();
  endResetModel();
}

void SessionListModel::refuse(const error& why) {
  const auto words = wording::of(why);
  m_trouble = words.text;
  m_nextStep = words.nextStep;
  setState(State::Failed);
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
  if (!m_wanted.fits(s))
    return false;
  const auto typed = m_text.trimmed().toStdString();
  const auto key = domain::plate_key(typed);
  return typed.empty() || s.ticket_no == typed
         || (m_wanted.isOfStatusOnly() ? s.plate_key.starts_with(key)
                                       : s.plate_key.find(key) != std::string::npos);
}

void SessionListModel::place(const protocol::session& s) {
  const auto known = std::ranges::find(m_rows, s.id, &protocol::session::id);
  const auto row = static_cast<int>(known - m_rows.begin());
  if (known != m_rows.end() && fits(s)) {
    if (s.version < known->version)
      return;
    *known = s;
    emit dataChanged(index(row), index(row));
    return;
  }
  if (known != m_rows.end()) {
    beginRemoveRows({}, row, row);
    m_rows.erase(known);
    endRemoveRows();
    return;
  }
  if (!fits(s))
    return;
  const auto before = std::ranges::lower_bound(m_rows, s, isNewer);
  // What lies beyond the last page comes with its page.
  if (before == m_rows.end() && m_next)
    return;
  const auto number = static_cast<int>(before - m_rows.begin());
  beginInsertRows({}, number, number);
  m_rows.insert(before, s);
  endInsertRows();
}

} // namespace palang::mobile
