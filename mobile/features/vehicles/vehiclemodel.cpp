#include "mobile/features/vehicles/vehiclemodel.h"

#include "mobile/base/sessionwords.h"
#include "mobile/base/wording.h"
#include "mobile/core/synccontroller.h"
#include "shared/domain/plate.hpp"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <QPointer>

#include <array>

namespace palang::mobile {

namespace {

/// The audit's actions that change a stay.
constexpr std::array changes{"correct", "void", "merge"};
constexpr int ownRows = 50;

QString text(const std::string& value) {
  return QString::fromStdString(value);
}

QString text(std::string_view word) {
  return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

QString money(const std::optional<rupiah>& amount) {
  return amount ? text(to_display(*amount)) : QString{};
}

} // namespace

void VehicleModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  auto& client = workplace->client();
  connect(&client, &Client::eventReceived, this, &VehicleModel::take);
  connect(&client.sync(), &SyncController::recordSettled, this,
          [this](const QString& id, const QString&, const QString& verdict, const QString& reason) {
            settled(id, verdict, reason);
          });
  connect(workplace, &Workplace::languageChanged, this, &VehicleModel::changed);
  connect(workplace, &Workplace::languageChanged, this, &VehicleModel::quoteChanged);
  connect(workplace, &Workplace::configChanged, this, &VehicleModel::changed);
  connect(workplace, &Workplace::languageChanged, this, &VehicleModel::vehicleTypesChanged);
  connect(workplace, &Workplace::configChanged, this, &VehicleModel::vehicleTypesChanged);
  emit workplaceChanged();
  emit vehicleTypesChanged();
}

QString VehicleModel::sessionId() const {
  return m_session ? text(to_string(m_session->id)) : QString{};
}

QString VehicleModel::ticketNumber() const {
  return m_session ? text(m_session->ticket_no) : QString{};
}

QString VehicleModel::plate() const {
  return m_session ? text(m_session->plate) : QString{};
}

QString VehicleModel::plateReason() const {
  return m_session ? text(m_session->plate_reason.value_or("")) : QString{};
}

QString VehicleModel::vehicle() const {
  return m_session ? wording::vehicle(m_session->vehicle_type, m_workplace->config()) : QString{};
}

QString VehicleModel::vehicleIcon() const {
  return m_session ? wording::vehicleIcon(m_session->vehicle_type) : QString{};
}

QString VehicleModel::vehicleType() const {
  return m_session ? text(domain::to_string(m_session->vehicle_type)) : QString{};
}

QString VehicleModel::status() const {
  return m_session ? text(protocol::to_string(m_session->status)) : QString{};
}

QString VehicleModel::statusText() const {
  return m_session ? sessionwords::status(m_session->status) : QString{};
}

QString VehicleModel::statusIcon() const {
  return m_session ? sessionwords::statusIcon(m_session->status) : QString{};
}

QString VehicleModel::entered() const {
  return m_session ? moment(m_session->entered_at) : QString{};
}

QString VehicleModel::exited() const {
  return m_session ? moment(m_session->exited_at) : QString{};
}

QString VehicleModel::duration() const {
  if (!m_session || !m_session->entered_at || (!m_session->exited_at && !isQuotable()))
    return {};
  return wording::duration(m_session->exited_at.value_or(m_workplace->now())
                           - *m_session->entered_at);
}

QString VehicleModel::fee() const {
  return m_session ? money(m_session->fee) : QString{};
}

QString VehicleModel::charged() const {
  return m_session ? money(m_session->charged) : QString{};
}

QStringList VehicleModel::flags() const {
  return m_session ? sessionwords::flags(*m_session) : QStringList{};
}

QVariantList VehicleModel::history() const {
  QVariantList lines;
  if (!m_session)
    return lines;
  for (const auto& line : historyOf(*m_session, m_audit, m_own, m_workplace->config()))
    lines.append(QVariantMap{{QStringLiteral("moment"), moment(line.at)},
                             {QStringLiteral("icon"), line.icon},
                             {QStringLiteral("title"), line.title},
                             {QStringLiteral("note"), line.note}});
  return lines;
}

bool VehicleModel::isChangeable() const {
  return m_session && m_session->status != protocol::session_status::voided
         && m_session->status != protocol::session_status::merged;
}

QVariantList VehicleModel::vehicleTypes() const {
  QVariantList types;
  if (m_workplace == nullptr || !m_workplace->config())
    return types;
  for (const auto& type : m_workplace->config()->vehicle_types)
    types.append(
        QVariantMap{{QStringLiteral("type"), text(domain::to_string(type.id))},
                    {QStringLiteral("text"), wording::vehicle(type.id, m_workplace->config())},
                    {QStringLiteral("icon"), wording::vehicleIcon(type.id)}});
  return types;
}

bool VehicleModel::isQuotable() const {
  return m_session && m_session->status == protocol::session_status::open;
}

double VehicleModel::due() const {
  return m_quote ? static_cast<double>(m_quote->due.value) : 0;
}

QString VehicleModel::quotedAt() const {
  return m_quote ? m_workplace->siteTime().timeWithSeconds(m_quotedAt) : QString{};
}

QVariantList VehicleModel::breakdown() const {
  QVariantList lines;
  if (m_quote)
    for (const auto& step : m_quote->steps)
      lines.append(QVariantMap{{QStringLiteral("text"), wording::step(step)},
                               {QStringLiteral("amount"), money(step.amount)}});
  return lines;
}

void VehicleModel::show(const QString& sessionId, SessionListModel* list) {
  const auto id = parse_uuid(sessionId.toStdString());
  if (!id)
    return close();
  if (m_session && m_session->id == *id)
    return;
  close();
  if (const auto* known = list != nullptr ? list->find(*id) : nullptr)
    setSession(*known);
  else if (const auto kept = m_workplace->client().store().session(*id); kept && *kept)
    setSession(**kept);
  fetch(*id);
}

void VehicleModel::close() {
  ++m_asked;
  ++m_auditAsked;
  m_session.reset();
  m_audit.clear();
  m_own.clear();
  m_quote.reset();
  dismissVerdict();
  emit changed();
  emit quoteChanged();
}

void VehicleModel::quote() {
  if (!isQuotable())
    return;
  auto fee = m_workplace->client().quote(*m_session, false);
  if (!fee)
    return setVerdict(Verdict::Refused, wording::of(fee.error()).text);
  m_quote = *std::move(fee);
  m_quotedAt = m_workplace->now();
  emit quoteChanged();
}

bool VehicleModel::correct(const QString& plate, const QString& vehicleType,
                           const QString& reason) {
  if (!m_session)
    return false;
  protocol::correct_data correction;
  correction.session_id = m_session->id;
  if (domain::plate_key(plate.toStdString()) != m_session->plate_key)
    correction.plate = plate.trimmed().toStdString();
  if (vehicleType != this->vehicleType())
    correction.vehicle_type = vehicleType.toStdString();
  correction.reason = reason.trimmed().toStdString();
  if (!correction.plate && !correction.vehicle_type) {
    setVerdict(Verdict::Refused, tr("Tidak ada yang diubah."));
    return false;
  }
  return record(correction, tr("Koreksi"));
}

bool VehicleModel::cancel(const QString& reason) {
  return m_session
         && record(protocol::void_data{m_session->id, reason.trimmed().toStdString()},
                   tr("Pembatalan"));
}

void VehicleModel::dismissVerdict() {
  m_submission.clear();
  setVerdict(Verdict::None, {});
}

void VehicleModel::setSession(const protocol::session& s) {
  m_session = s;
  if (!isQuotable() && m_quote) {
    m_quote.reset();
    emit quoteChanged();
  }
  readOutbox();
  emit changed();
}

void VehicleModel::take(const protocol::event& e) {
  if (!m_session || e.event_topic != protocol::topic::session)
    return;
  const auto session = protocol::member_of(e.data, "session").and_then([](const std::string& json) {
    return protocol::decode_session(json);
  });
  if (!session || session->id != m_session->id || session->version < m_session->version)
    return;
  setSession(*session);
  fetchAudit();
}

void VehicleModel::fetch(const uuid& id) {
  if (!m_workplace->isOnline())
    return;
  protocol::session_find wanted;
  wanted.session_id = id;
  m_workplace->client().query(wanted, [self = QPointer(this),
                                       asked = m_asked](const result<std::string>& data) {
    if (!self || self->m_asked != asked)
      return;
    const auto items =
        data.and_then([](const std::string& json) { return protocol::items_of(json, "sessions"); });
    if (!items || items->empty())
      return;
    if (const auto session = protocol::decode_session(items->front()))
      self->setSession(*session);
    self->fetchAudit();
  });
}

void VehicleModel::fetchAudit() {
  if (!m_session || !m_workplace->isOnline())
    return;
  m_audit.clear();
  ++m_auditAsked;
  for (const auto* action : changes) {
    protocol::audit_list wanted;
    wanted.action = action;
    wanted.window.from = m_session->entered_at;
    wanted.window.limit = protocol::limits::max_list_limit;
    m_workplace->client().query(
        wanted, [self = QPointer(this), asked = m_auditAsked](const result<std::string>& data) {
          if (!self || self->m_auditAsked != asked || !data)
            return;
          const auto items = protocol::items_of(*data, "entries");
          if (!items)
            return;
          for (const auto& item : *items)
            if (auto entry = protocol::decode_audit_entry(item))
              self->m_audit.push_back(*std::move(entry));
          emit self->changed();
        });
  }
}

void VehicleModel::readOutbox() {
  auto rows = m_workplace->client().store().rows({}, ownRows);
  m_own = rows ? *std::move(rows) : std::vector<OutboxRow>{};
}

bool VehicleModel::record(const protocol::submit_data& data, const QString& what) {
  const auto summary = what + QStringLiteral(" · ") + plate();
  const auto row = m_workplace->client().record(data, summary.toStdString());
  if (!row) {
    setVerdict(Verdict::Refused, wording::of(row.error()).text);
    return false;
  }
  m_submission = text(to_string(row->submission.id));
  setVerdict(Verdict::Waiting, tr("%1 tersimpan, menunggu server…").arg(what));
  readOutbox();
  emit changed();
  return true;
}

void VehicleModel::settled(const QString& id, const QString& verdict, const QString& reason) {
  if (id != m_submission)
    return;
  m_submission.clear();
  if (verdict == QLatin1String("quarantined"))
    setVerdict(Verdict::Refused, tr("Ditolak server: %1").arg(reason));
  else
    setVerdict(Verdict::Done, tr("Diterima server."));
  readOutbox();
  emit changed();
}

void VehicleModel::setVerdict(Verdict verdict, const QString& words) {
  m_verdict = verdict;
  m_verdictText = words;
  emit verdictChanged();
}

QString VehicleModel::moment(const std::optional<instant>& at) const {
  if (!at)
    return {};
  const auto& time = m_workplace->siteTime();
  const bool isToday = time.local(*at).date() == time.local(m_workplace->now()).date();
  return isToday ? time.timeWithSeconds(*at) : time.dayTime(*at, m_workplace->now());
}

} // namespace palang::mobile
