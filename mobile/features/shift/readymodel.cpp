#include "mobile/features/shift/readymodel.h"

#include "mobile/base/wording.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>

namespace palang::mobile {

namespace {

using namespace std::chrono_literals;

constexpr int lowBattery = 30;
constexpr int emptyBattery = 15;
// Ten thousand photos of 60 kB, and what is left for the records themselves.
constexpr qint64 enoughBytes = 1'000'000'000;
constexpr qint64 leastBytes = 200'000'000;
constexpr milliseconds usualOffset = 2s;
constexpr milliseconds freshReplica = 1h;
constexpr milliseconds oldReplica = 24h;
constexpr auto printerKey = "printer.address";

} // namespace

void ReadyModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(workplace, &Workplace::languageChanged, this, &ReadyModel::check);
  connect(workplace, &Workplace::connectionChanged, this, &ReadyModel::check);
  emit workplaceChanged();
  check();
}

int ReadyModel::concerns() const {
  return static_cast<int>(std::ranges::count_if(
      m_checks, [](const Check& each) { return each.standing != Standing::Fine; }));
}

void ReadyModel::check() {
  beginResetModel();
  m_checks = {battery(), storage(), clock(), tariff(), replica(), key(), printer()};
  endResetModel();
  emit checked();
  probePrinter();
}

void ReadyModel::keep() {
  QStringList lines;
  for (const auto& each : m_checks)
    lines.append(each.label + QStringLiteral(": ") + each.finding);
  protocol::note_data note;
  note.what = protocol::note_kind::ready_check;
  note.text = lines.join(QStringLiteral("; ")).toStdString();
  // The shift goes on without it.
  static_cast<void>(m_workplace->client().record(
      note, tr("%n perlu diperhatikan", "", concerns()).toStdString()));
}

ReadyModel::Check ReadyModel::battery() const {
  const auto& device = *m_workplace->platform().condition;
  const auto percent = device.battery();
  Check out{QStringLiteral("battery"), tr("Baterai"), tr("tanpa baterai"), Standing::Fine};
  if (!percent)
    return out;
  out.finding = device.isCharging() ? tr("%1 %, mengisi").arg(*percent) : tr("%1 %").arg(*percent);
  if (!device.isCharging() && *percent < lowBattery)
    out.standing = *percent < emptyBattery ? Standing::Bad : Standing::Mind;
  return out;
}

ReadyModel::Check ReadyModel::storage() const {
  const auto bytes = freeBytes(m_workplace->dataDir());
  return {QStringLiteral("storage"), tr("Penyimpanan"),
          bytes < 0 ? tr("tidak diketahui")
                    : tr("%1 kosong").arg(wording::locale().formattedDataSize(bytes, 1)),
          bytes >= enoughBytes  ? Standing::Fine
          : bytes >= leastBytes ? Standing::Mind
                                : Standing::Bad};
}

ReadyModel::Check ReadyModel::clock() const {
  const auto info = m_workplace->client().clockInfo();
  const auto seconds = std::abs(info.offset_ms) / 1000;
  if (info.source == protocol::clock_source::none)
    return {QStringLiteral("clock"), tr("Jam"), tr("belum dicocokkan dengan server"),
            Standing::Mind};
  const bool isClose = milliseconds{std::abs(info.offset_ms)} < usualOffset;
  return {QStringLiteral("clock"), tr("Jam"),
          isClose ? tr("cocok dengan server") : tr("selisih %1 detik, dikoreksi").arg(seconds),
          isClose ? Standing::Fine : Standing::Mind};
}

ReadyModel::Check ReadyModel::tariff() const {
  const auto& config = m_workplace->config();
  Check out{QStringLiteral("tariff"), tr("Tarif"), tr("belum pernah diambil"), Standing::Bad};
  if (!config)
    return out;
  QStringList unpriced;
  for (const auto& type : config->vehicle_types) {
    protocol::session stay;
    stay.vehicle_type = type.id;
    stay.entered_at = m_workplace->now();
    if (!m_workplace->client().quote(stay, false))
      unpriced.append(wording::vehicle(type.id, config));
  }
  if (unpriced.isEmpty())
    return {out.name, out.label, tr("berlaku untuk semua jenis"), Standing::Fine};
  out.finding = tr("tidak ada untuk %1").arg(unpriced.join(QStringLiteral(", ")));
  return out;
}

ReadyModel::Check ReadyModel::replica() const {
  Check out{QStringLiteral("replica"), tr("Kendaraan"), tr("belum pernah diambil"), Standing::Bad};
  const auto asOf = m_workplace->client().store().replicaAsOf();
  if (m_workplace->isOnline() && m_workplace->isConfigured())
    return {out.name, out.label, tr("terkini"), Standing::Fine};
  if (!asOf || !m_workplace->isConfigured())
    return out;
  const auto age = m_workplace->now() - *asOf;
  out.finding = tr("data s.d. %1").arg(m_workplace->siteTime().dayTime(*asOf, m_workplace->now()));
  out.standing = age < freshReplica ? Standing::Fine
                 : age < oldReplica ? Standing::Mind
                                    : Standing::Bad;
  return out;
}

ReadyModel::Check ReadyModel::key() const {
  const auto known = m_workplace->client().ownTicketKey();
  const bool isValid = known && (!known->valid_to || *known->valid_to > m_workplace->now());
  return {QStringLiteral("key"), tr("Kunci karcis"),
          isValid ? tr("HP %1, sah").arg(m_workplace->client().deviceNo().value_or(0))
          : known ? tr("sudah dicabut")
                  : tr("belum ada nomor perangkat"),
          isValid ? Standing::Fine : Standing::Bad};
}

ReadyModel::Check ReadyModel::printer() const {
  const auto address = m_workplace->client().store().setting(printerKey).value_or("");
  return {QStringLiteral("printer"), tr("Printer"),
          address.empty() ? tr("tidak dipakai") : tr("memeriksa…"), Standing::Fine};
}

void ReadyModel::probePrinter() {
  m_printer = makePrinter(
      QString::fromStdString(m_workplace->client().store().setting(printerKey).value_or("")));
  if (!m_printer)
    return;
  m_printer->probe([self = QPointer(this)](const QString& why) {
    if (!self)
      return;
    auto& check = self->m_checks.back();
    check.finding = why.isEmpty() ? tr("menjawab") : tr("tidak menjawab");
    check.standing = why.isEmpty() ? Standing::Fine : Standing::Mind;
    const auto row = self->index(self->rowCount({}) - 1);
    emit self->dataChanged(row, row);
    emit self->checked();
  });
}

int ReadyModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_checks.size());
}

QVariant ReadyModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto& check = m_checks[static_cast<std::size_t>(index.row())];
  switch (role) {
  case NameRole:
    return check.name;
  case LabelRole:
    return check.label;
  case FindingRole:
    return check.finding;
  case StandingRole:
    return QVariant::fromValue(check.standing);
  default:
    return {};
  }
}

QHash<int, QByteArray> ReadyModel::roleNames() const {
  return {{NameRole, "name"},
          {LabelRole, "label"},
          {FindingRole, "finding"},
          {StandingRole, "standing"}};
}

} // namespace palang::mobile
