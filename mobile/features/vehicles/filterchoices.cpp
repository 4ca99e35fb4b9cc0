#include "mobile/features/vehicles/filterchoices.h"

#include "mobile/base/wording.h"

namespace palang::mobile {

namespace {

QVariantMap choice(const QString& text, std::string_view value) {
  return {{QStringLiteral("text"), text},
          {QStringLiteral("value"),
           QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()))}};
}

} // namespace

void FilterChoices::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(workplace, &Workplace::configChanged, this, &FilterChoices::changed);
  connect(workplace, &Workplace::languageChanged, this, &FilterChoices::changed);
  emit workplaceChanged();
  emit changed();
}

QVariantList FilterChoices::types() const {
  QVariantList all{choice(tr("Semua jenis"), {})};
  if (m_workplace != nullptr && m_workplace->config())
    for (const auto& type : m_workplace->config()->vehicle_types)
      all.append(
          choice(wording::vehicle(type.id, m_workplace->config()), domain::to_string(type.id)));
  return all;
}

QVariantList FilterChoices::gates() const {
  QVariantList all{choice(tr("Semua pintu"), {})};
  if (m_workplace != nullptr && m_workplace->config())
    for (const auto& gate : m_workplace->config()->gates)
      all.append(choice(QString::fromStdString(gate.name), gate.id));
  return all;
}

QVariantList FilterChoices::methods() const {
  QVariantList all{choice(tr("Semua cara bayar"), {})};
  for (const auto* method : {"cash", "qris", "emoney", "transfer"})
    all.append(choice(wording::method(method), method));
  return all;
}

} // namespace palang::mobile
