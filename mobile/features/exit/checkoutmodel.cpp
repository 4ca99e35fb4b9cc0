#include "mobile/features/exit/checkoutmodel.h"

#include "mobile/base/wording.h"
#include "mobile/platform/photo.h"

#include <algorithm>

namespace palang::mobile {

namespace {

constexpr auto repricingPeriod = std::chrono::seconds(5);

QString line(const domain::fee_step& step) {
  return QStringLiteral("%1  %2").arg(wording::step(step),
                                      QString::fromStdString(to_display(step.amount)));
}

rupiah rupiahOf(double amount) {
  return rupiah{qRound64(amount)};
}

} // namespace

CheckoutModel::CheckoutModel(QObject* parent) : QObject(parent) {
  m_repricing.setInterval(repricingPeriod);
  connect(&m_entryPhoto, &ServerPhoto::changed, this, &CheckoutModel::changed);
  connect(&m_repricing, &QTimer::timeout, this, &CheckoutModel::price);
}

void CheckoutModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(workplace, &Workplace::languageChanged, this, &CheckoutModel::changed);
  emit workplaceChanged();
}

QString CheckoutModel::plate() const {
  return m_session ? QString::fromStdString(m_session->plate) : QString{};
}

QString CheckoutModel::vehicle() const {
  return m_session ? wording::vehicle(m_session->vehicle_type, m_workplace->config()) : QString{};
}

QString CheckoutModel::vehicleIcon() const {
  return m_session ? wording::vehicleIcon(m_session->vehicle_type) : QString{};
}

QString CheckoutModel::ticketNumber() const {
  return m_session ? QString::fromStdString(m_session->ticket_no) : QString{};
}

QString CheckoutModel::entered() const {
  if (!m_session || !m_session->entered_at)
    return {};
  const auto& time = m_workplace->siteTime();
  const auto at = *m_session->entered_at;
  const bool isToday = time.local(at).date() == time.local(m_workplace->now()).date();
  return isToday ? time.timeWithSeconds(at)
                 : time.date(at) + QLatin1Char(' ') + time.timeWithSeconds(at);
}

QString CheckoutModel::duration() const {
  return m_session && m_session->entered_at
             ? wording::duration(m_workplace->now() - *m_session->entered_at)
             : QString{};
}

QString CheckoutModel::sessionId() const {
  return m_session ? QString::fromStdString(to_string(m_session->id)) : QString{};
}

double CheckoutModel::due() const {
  return m_fee ? static_cast<double>(m_fee->due.value) : 0;
}

QStringList CheckoutModel::breakdown() const {
  QStringList lines;
  if (m_fee)
    std::ranges::transform(m_fee->steps, std::back_inserter(lines), line);
  return lines;
}

void CheckoutModel::setLostTicket(bool on) {
  if (on == m_isLostTicket)
    return;
  m_isLostTicket = on;
  m_tendered = {};
  price();
}

double CheckoutModel::amount() const {
  return static_cast<double>(charged().value);
}

void CheckoutModel::setMethod(const QString& method) {
  m_method = method;
  m_reference.clear();
  emit changed();
}

void CheckoutModel::setTendered(double amount) {
  m_tendered = rupiahOf(amount);
  emit changed();
}

double CheckoutModel::change() const {
  return static_cast<double>(std::max(rupiah{}, m_tendered - charged()).value);
}

void CheckoutModel::setReference(const QString& reference) {
  m_reference = reference;
  emit changed();
}

bool CheckoutModel::isPayable() const {
  if (m_step != Step::Pay || (!m_fee && !m_manual))
    return false;
  const bool isCash = m_method == QLatin1String("cash");
  return !isCash || m_tendered >= charged();
}

void CheckoutModel::start(FoundSessionModel* found, int row) {
  leave();
  m_session = found->sessionAt(row);
  m_source = found->source();
  m_sourceText = found->sourceText();
  m_ticketText = m_source == Client::Source::Ticket ? found->text() : QString{};
  m_step = Step::Pay;
  m_entryPhoto.show(m_workplace->client(), m_session->photo_in);
  price();
  m_repricing.start();
}

void CheckoutModel::setManualAmount(double amount, const QString& reason) {
  m_manual = std::max(rupiah{}, rupiahOf(amount));
  m_manualReason = reason;
  m_tendered = {};
  emit changed();
}

void CheckoutModel::clearManualAmount() {
  m_manual.reset();
  m_manualReason.clear();
  m_tendered = {};
  emit changed();
}

bool CheckoutModel::pay() {
  if (!isPayable())
    return false;
  Client::Exit exit;
  if (m_ticketText.isEmpty())
    exit.sessionId = m_session->id;
  else
    exit.ticket = m_ticketText.toStdString();
  exit.gateId = m_workplace->gateId().toStdString();
  exit.charged = charged();
  exit.paid = payment();
  exit.isLostTicket = m_isLostTicket;
  exit.photo = exitPhoto();

  m_repricing.stop();
  const auto recorded = m_workplace->client().recordExit(exit);
  if (!recorded) {
    m_repricing.start();
    refuse(recorded.error());
    return false;
  }
  m_step = Step::Done;
  dismiss();
  m_workplace->give(Cue::Good);
  emit paid(QString::fromStdString(to_string(recorded->row.submission.id)));
  return true;
}

std::optional<std::string> CheckoutModel::exitPhoto() const {
  const auto* camera = m_workplace->camera();
  if (!camera->isRunning() || camera->frame().isNull())
    return std::nullopt;
  const auto kept = m_workplace->client().addPhoto(compressed(camera->frame()), PhotoKind::Exit);
  if (kept)
    return *kept;
  // The driver has paid: a full disk must not keep the car.
  qWarning("the photo is not kept: %s", kept.error().message.c_str());
  return std::nullopt;
}

void CheckoutModel::leave() {
  m_repricing.stop();
  m_step = Step::Search;
  m_session.reset();
  m_fee.reset();
  m_isLostTicket = false;
  m_manual.reset();
  m_manualReason.clear();
  m_method = QStringLiteral("cash");
  m_tendered = {};
  m_reference.clear();
  m_approval.reset();
  if (m_workplace != nullptr)
    m_entryPhoto.show(m_workplace->client(), std::nullopt);
  dismiss();
}

void CheckoutModel::dismiss() {
  m_trouble.clear();
  m_nextStep.clear();
  emit changed();
}

void CheckoutModel::price() {
  const auto fee = m_workplace->client().quote(*m_session, m_isLostTicket);
  if (!fee) {
    m_fee.reset();
    m_trouble = tr("Biaya tidak dapat dihitung");
    m_nextStep =
        tr("Jam atau tarif tidak cocok. Panggil penyelia, atau isi biaya manual dengan alasan.");
    emit changed();
    return;
  }
  // Money counted for the old amount must not silently pay a new one.
  if (m_fee && m_fee->due != fee->due && !m_manual)
    m_tendered = {};
  m_fee = *fee;
  emit changed();
}

void CheckoutModel::refuse(const error& why) {
  const auto words = wording::of(why);
  m_trouble = words.text;
  m_nextStep = words.nextStep;
  m_workplace->give(Cue::Refused);
  emit changed();
}

rupiah CheckoutModel::charged() const {
  return m_manual ? *m_manual : m_fee ? m_fee->due : rupiah{};
}

std::optional<protocol::payment> CheckoutModel::payment() const {
  if (charged().value == 0 && !m_manual)
    return std::nullopt;
  protocol::payment paid;
  paid.method = m_method.toStdString();
  paid.amount = charged();
  if (m_method == QLatin1String("cash"))
    paid.tendered = m_tendered;
  const auto note = m_manual ? m_manualReason : m_reference;
  if (!note.isEmpty())
    paid.reference = note.toStdString();
  return paid;
}

} // namespace palang::mobile
