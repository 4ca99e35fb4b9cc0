#include "mobile/features/entry/entrymodel.h"

#include "mobile/base/wording.h"
#include "mobile/core/synccontroller.h"
#include "mobile/platform/photo.h"

#include <algorithm>

namespace palang::mobile {

namespace {

constexpr auto vehicleKey = "entry.vehicle";
constexpr auto areaKey = "entry.area";

} // namespace

void EntryModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  auto& client = workplace->client();
  connect(&client.sync(), &SyncController::countsChanged, this, &EntryModel::watchDelivery);
  connect(workplace, &Workplace::languageChanged, this, &EntryModel::changed);
  m_vehicle = QString::fromStdString(client.store().setting(vehicleKey).value_or("MOBIL"));
  emit workplaceChanged();
  emit vehicleChanged();
}

void EntryModel::setVehicle(const QString& code) {
  if (code == m_vehicle)
    return;
  m_vehicle = code;
  // Only a convenience: the class is on the screen and in every record.
  static_cast<void>(m_workplace->client().store().setSetting(vehicleKey, code.toStdString()));
  emit vehicleChanged();
}

QString EntryModel::recentArea() const {
  const auto kept =
      m_workplace != nullptr ? m_workplace->client().store().setting(areaKey) : std::nullopt;
  return kept ? QString::fromStdString(*kept) : QString{};
}

QString EntryModel::ticketText() const {
  return m_ticket ? QString::fromStdString(m_ticket->ticketText) : QString{};
}

QString EntryModel::ticketNumber() const {
  return m_ticket ? QString::fromStdString(m_ticket->ticketNo) : QString{};
}

QString EntryModel::ticketPlate() const {
  return m_ticket ? QString::fromStdString(m_ticket->session.plate) : QString{};
}

QString EntryModel::ticketTime() const {
  return m_ticket && m_ticket->session.entered_at
             ? m_workplace->siteTime().timeWithSeconds(*m_ticket->session.entered_at)
             : QString{};
}

QString EntryModel::ticketDate() const {
  return m_ticket && m_ticket->session.entered_at
             ? m_workplace->siteTime().date(*m_ticket->session.entered_at)
             : QString{};
}

QString EntryModel::ticketVehicle() const {
  return m_ticket ? wording::vehicle(m_ticket->session.vehicle_type, m_workplace->config())
                  : QString{};
}

QString EntryModel::ticketVehicleIcon() const {
  return m_ticket ? wording::vehicleIcon(m_ticket->session.vehicle_type) : QString{};
}

QString EntryModel::sessionId() const {
  return m_ticket ? QString::fromStdString(to_string(m_ticket->session.id)) : QString{};
}

QString EntryModel::recordId() const {
  return m_ticket ? QString::fromStdString(to_string(m_ticket->row.submission.id)) : QString{};
}

bool EntryModel::takePhoto() {
  const auto* camera = m_workplace->camera();
  if (!camera->isRunning() || camera->frame().isNull())
    return false;
  m_photo = camera->frame();
  emit photoChanged();
  return true;
}

void EntryModel::dropPhoto() {
  m_photo = {};
  emit photoChanged();
}

Client::Entry EntryModel::entryHere() const {
  Client::Entry entry;
  entry.gateId = m_workplace->gateId().toStdString();
  entry.vehicle =
      domain::vehicle_class_from(m_vehicle.toStdString()).value_or(domain::vehicle_class::lain);
  return entry;
}

bool EntryModel::save(const QString& plate, const QString& reason) {
  auto entry = entryHere();
  if (reason.isEmpty())
    entry.plate = plate.toStdString();
  else
    entry.plateReason = reason.toStdString();
  const bool hasPhoto = this->hasPhoto() || takePhoto();
  if (!reason.isEmpty() && !hasPhoto && m_workplace->camera()->isAvailable()) {
    m_trouble = tr("Tanpa plat perlu foto");
    m_nextStep = tr("Arahkan kamera ke kendaraan, lalu coba lagi.");
    m_workplace->give(Cue::Refused);
    emit changed();
    return false;
  }
  return record(std::move(entry));
}

bool EntryModel::saveAnyway() {
  auto entry = entryHere();
  entry.plate = m_plateInside.toStdString();
  entry.isInsideAnyway = true;
  return record(std::move(entry));
}

bool EntryModel::undo() {
  if (!m_ticket)
    return false;
  Client::Exit exit;
  exit.sessionId = m_ticket->session.id;
  exit.gateId = exitGate();
  exit.paid = protocol::payment{"cash", rupiah{}, std::nullopt,
                                tr("Diurungkan di %1").arg(m_workplace->gateName()).toStdString()};
  const auto recorded = m_workplace->client().recordExit(exit);
  if (!recorded) {
    refuse(recorded.error(), {});
    return false;
  }
  next();
  return true;
}

void EntryModel::next() {
  m_ticket.reset();
  dismiss();
}

void EntryModel::dismiss() {
  m_trouble.clear();
  m_nextStep.clear();
  m_plateInside.clear();
  emit changed();
}

void EntryModel::addPhotoTo(Client::Entry& entry) {
  if (m_photo.isNull())
    return;
  const auto kept = m_workplace->client().addPhoto(compressed(m_photo), PhotoKind::Entry);
  if (kept)
    entry.photo = *kept;
  else
    qWarning("the photo is not kept: %s", kept.error().message.c_str());
}

bool EntryModel::record(Client::Entry entry) {
  addPhotoTo(entry);
  auto recorded = m_workplace->client().recordEntry(entry);
  if (!recorded) {
    refuse(recorded.error(), QString::fromStdString(entry.plate.value_or("")));
    return false;
  }
  rememberArea(recorded->session.plate_key);
  m_ticket = std::move(*recorded);
  m_delivery = Delivery::Saved;
  dropPhoto();
  dismiss();
  watchDelivery();
  emit deliveryChanged();
  m_workplace->give(Cue::Good);
  emit this->recorded(QString::fromStdString(to_string(m_ticket->row.submission.id)));
  return true;
}

std::string EntryModel::exitGate() const {
  const auto& config = m_workplace->config();
  if (!config)
    return {};
  const auto* here = config->find_gate(m_workplace->gateId().toStdString());
  std::string found;
  for (const auto& gate : config->gates) {
    if (gate.direction == protocol::gate_direction::in)
      continue;
    if (here != nullptr && gate.zone_id == here->zone_id)
      return gate.id;
    if (found.empty())
      found = gate.id;
  }
  return found;
}

void EntryModel::refuse(const error& why, const QString& plate) {
  const auto words = wording::of(why);
  m_trouble = words.text;
  m_nextStep = words.nextStep;
  m_plateInside = why.code == errc::already_inside ? plate : QString{};
  m_workplace->give(Cue::Refused);
  emit changed();
}

void EntryModel::watchDelivery() {
  if (!m_ticket)
    return;
  const auto row = m_workplace->client().store().row(m_ticket->row.submission.id);
  if (!row)
    return;
  const auto now = row->state == sync::record_state::applied       ? Delivery::Sent
                   : row->state == sync::record_state::quarantined ? Delivery::NeedsAttention
                                                                   : Delivery::Saved;
  if (now == m_delivery)
    return;
  m_delivery = now;
  emit deliveryChanged();
}

void EntryModel::rememberArea(const std::string& plateKey) {
  const auto isLetter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto area = std::string(plateKey.begin(), std::ranges::find_if_not(plateKey, isLetter));
  if (area.empty() || area.size() > 2)
    return;
  static_cast<void>(m_workplace->client().store().setSetting(areaKey, area));
  emit workplaceChanged();
}

} // namespace palang::mobile
