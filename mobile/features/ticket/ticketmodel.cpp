#include "mobile/features/ticket/ticketmodel.h"

#include "mobile/base/wording.h"
#include "mobile/platform/escpos.h"

#include <QPointer>

#include <algorithm>

namespace palang::mobile {

namespace {

constexpr auto printerKey = "printer.address";
constexpr auto automaticKey = "printer.automatic";
constexpr int recentRecords = 2000;

} // namespace

void TicketModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  emit workplaceChanged();
  emit printerChanged();
}

QString TicketModel::printer() const {
  const auto kept =
      m_workplace != nullptr ? m_workplace->client().store().setting(printerKey) : std::nullopt;
  return QString::fromStdString(kept.value_or(""));
}

void TicketModel::setPrinter(const QString& address) {
  static_cast<void>(
      m_workplace->client().store().setSetting(printerKey, address.trimmed().toStdString()));
  emit printerChanged();
}

bool TicketModel::isAutomatic() const {
  return m_workplace != nullptr && m_workplace->client().store().setting(automaticKey) == "1";
}

void TicketModel::setAutomatic(bool on) {
  static_cast<void>(m_workplace->client().store().setSetting(automaticKey, on ? "1" : "0"));
  emit printerChanged();
}

QString TicketModel::number() const {
  return m_session ? QString::fromStdString(m_session->ticket_no) : QString{};
}

void TicketModel::recorded(const QString& recordId) {
  if (take(recordId) && isAutomatic() && !printer().isEmpty())
    print({});
}

bool TicketModel::reopen(const QString& recordId) {
  if (!take(recordId))
    return false;
  m_isHandedOut = true;
  emit changed();
  return true;
}

bool TicketModel::take(const QString& recordId) {
  auto& store = m_workplace->client().store();
  const auto id = parse_uuid(recordId.toStdString());
  const auto row = id ? store.row(*id) : fail(errc::not_found, "no such record");
  const auto* entry = row ? std::get_if<protocol::entry_data>(&row->submission.data) : nullptr;
  const auto session =
      entry != nullptr ? store.session(entry->session_id) : fail(errc::not_found, "no entry");
  m_session = session ? *session : std::nullopt;
  m_code = entry != nullptr ? entry->ticket.value_or("") : std::string{};
  m_isHandedOut = false;
  m_copy = 0;
  settle(State::Idle, {});
  return m_session.has_value();
}

void TicketModel::print(const QString& reason) {
  m_printer = makePrinter(printer());
  if (!m_printer)
    return settle(State::Failed, tr("Printer belum diatur, lihat Lainnya"));
  if (!m_session || !note(reason))
    return;
  settle(State::Working, tr("Mencetak…"));
  m_printer->print(escPos(picture()), [self = QPointer(this)](const QString& why) {
    if (!self)
      return;
    self->m_isHandedOut = self->m_isHandedOut || why.isEmpty();
    self->settle(why.isEmpty() ? State::Done : State::Failed,
                 why.isEmpty() ? tr("Dicetak") : tr("Printer tidak menjawab"));
  });
}

void TicketModel::share(const QString& reason) {
  if (!m_session || !note(reason))
    return;
  const auto name =
      number().isEmpty() ? QString::fromStdString(to_string(m_session->id)) : number();
  const auto where = m_workplace->platform().sharing->share(picture(), name);
  m_isHandedOut = m_isHandedOut || !where.isEmpty();
  settle(where.isEmpty() ? State::Failed : State::Done,
         where.isEmpty() ? tr("Gambar tidak dapat disimpan") : tr("Gambar: %1").arg(where));
}

void TicketModel::probe() {
  m_printer = makePrinter(printer());
  if (!m_printer)
    return settle(State::Failed, tr("Alamat printer tidak terbaca"));
  settle(State::Working, tr("Memeriksa printer…"));
  m_printer->probe([self = QPointer(this)](const QString& why) {
    if (self)
      self->settle(why.isEmpty() ? State::Done : State::Failed,
                   why.isEmpty() ? tr("Printer menjawab") : tr("Printer tidak menjawab"));
  });
}

void TicketModel::dismiss() {
  if (m_state != State::Working)
    settle(State::Idle, {});
}

QImage TicketModel::picture() const {
  return m_session ? ticketPicture(facts()) : QImage{};
}

bool TicketModel::note(const QString& reason) {
  if (!m_isHandedOut)
    return true;
  if (reason.trimmed().isEmpty()) {
    settle(State::Failed, tr("Salinan perlu alasan"));
    return false;
  }
  m_copy = copiesSoFar() + 1;
  protocol::note_data data;
  data.what = protocol::note_kind::reprint;
  data.session_id = m_session->id;
  data.text = tr("SALINAN %1: %2").arg(m_copy).arg(reason.trimmed()).toStdString();
  const auto row = m_workplace->client().record(
      data, m_session->plate.empty() ? m_session->ticket_no : m_session->plate);
  if (!row)
    refuse(row.error());
  return row.has_value();
}

int TicketModel::copiesSoFar() const {
  const auto rows = m_workplace->client().store().rows(std::nullopt, recentRecords);
  if (!rows)
    return 0;
  return static_cast<int>(std::ranges::count_if(*rows, [&](const OutboxRow& row) {
    const auto* note = std::get_if<protocol::note_data>(&row.submission.data);
    return note != nullptr && note->what == protocol::note_kind::reprint
           && note->session_id == m_session->id;
  }));
}

TicketFacts TicketModel::facts() const {
  const auto& s = *m_session;
  const auto& times = m_workplace->siteTime();
  const auto at = s.entered_at.value_or(instant{});
  return {.site = m_workplace->siteName(),
          .number = QString::fromStdString(s.ticket_no),
          .plate = s.plate.empty() ? tr("TANPA PLAT") : QString::fromStdString(s.plate),
          .vehicle = wording::vehicle(s.vehicle_type, m_workplace->config()),
          .time = times.timeWithSeconds(at),
          .date = times.date(at),
          .code = QString::fromStdString(m_code),
          .footer = tr("Simpan karcis ini. Karcis hilang dikenai denda."),
          .copy = m_copy};
}

void TicketModel::settle(State state, const QString& message) {
  m_state = state;
  m_message = message;
  emit changed();
}

void TicketModel::refuse(const error& why) {
  settle(State::Failed, wording::of(why).text);
}

} // namespace palang::mobile
