#include "mobile/features/outbox/carriedmodel.h"

#include "mobile/base/wording.h"

#include <QStringList>

#include <algorithm>

namespace palang::mobile {

namespace {

QString deviceOf(const CarriedCopy& copy) {
  return CarriedModel::tr("HP %1").arg(copy.receipt ? copy.receipt->device_no : copy.deviceNo);
}

QString standingOf(const CarriedCopy& copy) {
  if (copy.receipt) {
    const auto& r = *copy.receipt;
    auto words = CarriedModel::tr("Diterima server: %1 baru, %2 sudah ada")
                     .arg(r.taken)
                     .arg(r.already_there);
    if (!r.refused.empty())
      words += QStringLiteral(", ")
               + CarriedModel::tr("%n ditolak; HP asalnya diberi tahu", "",
                                  static_cast<int>(r.refused.size()));
    return words;
  }
  if (copy.trouble.empty())
    return CarriedModel::tr("Menunggu jaringan");
  const auto split = copy.trouble.find(": ");
  const auto why = wording::of(QString::fromStdString(copy.trouble.substr(0, split)),
                               QString::fromStdString(copy.trouble.substr(split + 2)));
  return CarriedModel::tr("Belum terkirim, dicoba lagi: %1").arg(why.text);
}

bool isTroubled(const CarriedCopy& copy) {
  return copy.receipt ? !copy.receipt->refused.empty() : !copy.trouble.empty();
}

} // namespace

void CarriedModel::setWorkplace(Workplace* workplace) {
  m_workplace = workplace;
  connect(&workplace->client(), &Client::carriedChanged, this, &CarriedModel::load);
  connect(workplace, &Workplace::languageChanged, this, &CarriedModel::load);
  load();
  emit workplaceChanged();
}

void CarriedModel::load() {
  beginResetModel();
  m_copies = m_workplace->client().carried().all().value_or(std::vector<CarriedCopy>{});
  std::ranges::reverse(m_copies);
  endResetModel();
  emit changed();
}

int CarriedModel::waiting() const {
  return static_cast<int>(
      std::ranges::count_if(m_copies, [](const CarriedCopy& c) { return !c.deliveredAt; }));
}

QString CarriedModel::summary() const {
  QStringList devices;
  for (const auto& copy : m_copies)
    if (!copy.deliveredAt && !devices.contains(deviceOf(copy)))
      devices.append(deviceOf(copy));
  return devices.isEmpty() ? QString()
                           : tr("Membawa %n salinan dari %1", "", waiting())
                                 .arg(devices.join(QStringLiteral(", ")));
}

int CarriedModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_copies.size());
}

QVariant CarriedModel::data(const QModelIndex& index, int role) const {
  const auto& copy = m_copies.at(static_cast<std::size_t>(index.row()));
  switch (role) {
  case TitleRole:
    return copy.records > 0 || copy.receipt
               ? tr("%n catatan dari %1", "",
                    copy.receipt ? copy.receipt->taken + copy.receipt->already_there
                                       + static_cast<int>(copy.receipt->refused.size())
                                 : copy.records)
                     .arg(deviceOf(copy))
               : tr("Salinan dari berkas");
  case StandingRole:
    return standingOf(copy);
  case TroubledRole:
    return isTroubled(copy);
  case DeliveredRole:
    return copy.deliveredAt.has_value();
  default:
    return {};
  }
}

QHash<int, QByteArray> CarriedModel::roleNames() const {
  return {{TitleRole, "title"},
          {StandingRole, "standing"},
          {TroubledRole, "troubled"},
          {DeliveredRole, "delivered"}};
}

} // namespace palang::mobile
