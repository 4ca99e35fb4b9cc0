#include "mobile/features/exit/foundsessionmodel.h"

#include "mobile/base/wording.h"

#include "shared/domain/ticket.hpp"

#include <QPointer>

namespace palang::mobile {

namespace {

constexpr int leastCharacters = 3;
constexpr auto typingPause = std::chrono::milliseconds(200);

QString vehicleOf(const protocol::session& s, const Workplace& workplace) {
  return wording::vehicle(s.vehicle_type, workplace.config());
}

} // namespace

FoundSessionModel::FoundSessionModel(QObject* parent) : QAbstractListModel(parent) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(typingPause);
  connect(&m_pause, &QTimer::timeout, this, &FoundSessionModel::searchNow);
}

void FoundSessionModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(workplace, &Workplace::languageChanged, this, [this] {
    beginResetModel();
    endResetModel();
    emit statusChanged();
  });
  emit workplaceChanged();
}

void FoundSessionModel::setText(const QString& text) {
  if (text == m_text)
    return;
  m_text = text;
  m_isScanned = false;
  emit textChanged();
  ++m_generation;
  clearRows();
  if (text.isEmpty() || text.size() < leastCharacters) {
    m_pause.stop();
    setStatus(text.isEmpty() ? Status::Idle : Status::TooShort);
    return;
  }
  setStatus(Status::Searching);
  m_pause.start();
}

QString FoundSessionModel::sourceText() const {
  if (m_status != Status::Done)
    return {};
  switch (m_found.source) {
  case Client::Source::Server:
    return tr("Dari server");
  case Client::Source::Ticket:
    return tr("Dari karcis saja, tanpa data server");
  case Client::Source::Replica:
    break;
  }
  return m_found.asOf ? tr("Dari HP, data s.d. %1")
                            .arg(m_workplace->siteTime().dayTime(*m_found.asOf, m_workplace->now()))
                      : tr("Dari HP, hanya yang dicatat di sini");
}

int FoundSessionModel::onlyRow() const {
  const bool isOnly = m_status == Status::Done && count() == 1
                      && sessionAt(0).status == protocol::session_status::open;
  return isOnly ? 0 : -1;
}

void FoundSessionModel::scan(const QString& code) {
  setText(code);
  m_isScanned = true;
  const auto read = domain::parse_ticket(code.toStdString());
  if (read) {
    searchNow();
    return;
  }
  m_pause.stop();
  refuse({errc::bad_ticket, std::string{domain::message_en(read.error())}, "ticket"});
}

void FoundSessionModel::searchNow() {
  m_pause.stop();
  if (m_workplace == nullptr || m_text.size() < leastCharacters)
    return;
  setStatus(Status::Searching);
  const int asked = ++m_generation;
  m_workplace->client().find(m_text, [self = QPointer(this), asked](result<Client::Found> found) {
    if (self && self->m_generation == asked)
      self->show(std::move(found));
  });
}

int FoundSessionModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_found.sessions.size());
}

QVariant FoundSessionModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& s = sessionAt(index.row());
  const auto now = m_workplace->now();
  switch (role) {
  case PlateRole:
    return QString::fromStdString(s.plate);
  case VehicleRole:
    return vehicleOf(s, *m_workplace);
  case IconRole:
    return wording::vehicleIcon(s.vehicle_type);
  case EnteredRole:
    return s.entered_at ? m_workplace->siteTime().dayTime(*s.entered_at, now) : QString{};
  case DurationRole:
    return s.entered_at ? wording::duration(s.exited_at.value_or(now) - *s.entered_at) : QString{};
  case TicketNumberRole:
    return QString::fromStdString(s.ticket_no);
  case IsOpenRole:
    return s.status == protocol::session_status::open;
  case StatusTextRole:
    return s.status == protocol::session_status::open ? QString{}
           : s.exited_at
               ? tr("Sudah keluar %1").arg(m_workplace->siteTime().dayTime(*s.exited_at, now))
               : tr("Dibatalkan");
  default:
    return {};
  }
}

QHash<int, QByteArray> FoundSessionModel::roleNames() const {
  return {{PlateRole, "plate"},       {VehicleRole, "vehicle"},
          {IconRole, "iconName"},     {EnteredRole, "entered"},
          {DurationRole, "duration"}, {TicketNumberRole, "ticketNumber"},
          {IsOpenRole, "isOpen"},     {StatusTextRole, "statusText"}};
}

void FoundSessionModel::show(result<Client::Found> found) {
  beginResetModel();
  m_found = found ? std::move(*found) : Client::Found{};
  endResetModel();
  if (!found)
    return refuse(found.error());
  if (m_isScanned && count() == 1 && sessionAt(0).status != protocol::session_status::open)
    return refuseGone(sessionAt(0));
  if (m_isScanned)
    m_workplace->give(Cue::Good);
  setStatus(Status::Done);
}

void FoundSessionModel::refuse(const error& why) {
  const auto words = wording::of(why);
  m_trouble = words.text;
  m_nextStep = words.nextStep;
  setStatus(Status::Failed);
}

void FoundSessionModel::refuseGone(const protocol::session& s) {
  const auto at = s.exited_at.value_or(m_workplace->now());
  m_trouble =
      tr("Karcis ini sudah keluar %1").arg(m_workplace->siteTime().dayTime(at, m_workplace->now()));
  m_nextStep = m_found.source == Client::Source::Server
                   ? tr("Menurut server. Bila ragu, panggil penyelia.")
                   : tr("Sejauh yang HP ini tahu. Bila ragu, panggil penyelia.");
  setStatus(Status::Failed);
}

void FoundSessionModel::setStatus(Status status) {
  m_status = status;
  if (status == Status::Failed && m_isScanned)
    m_workplace->give(Cue::Refused);
  if (status != Status::Failed) {
    m_trouble.clear();
    m_nextStep.clear();
  }
  emit statusChanged();
}

void FoundSessionModel::clearRows() {
  beginResetModel();
  m_found.sessions.clear();
  endResetModel();
}

} // namespace palang::mobile
