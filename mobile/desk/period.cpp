#include "mobile/desk/period.h"

#include "mobile/base/wording.h"

#include <algorithm>

namespace palang::mobile {

void Period::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(workplace, &Workplace::configChanged, this, &Period::changed);
  connect(workplace, &Workplace::languageChanged, this, &Period::changed);
  emit workplaceChanged();
  emit changed();
}

void Period::setUnit(const QString& unit) {
  if (unit == m_unit)
    return;
  m_unit = unit;
  m_back = 0;
  emit changed();
}

void Period::setBack(int back) {
  back = std::max(0, back);
  if (back == m_back)
    return;
  m_back = back;
  emit changed();
}

QString Period::text() const {
  if (m_workplace == nullptr)
    return {};
  if (days() == 1 && m_back < 2)
    return m_back == 0 ? tr("Hari ini") : tr("Kemarin");
  const auto last = wording::locale().toString(lastDay(), QStringLiteral("d MMM yyyy"));
  if (days() == 1)
    return last;
  const auto first =
      wording::locale().toString(lastDay().addDays(1 - days()), QStringLiteral("d MMM"));
  return QStringLiteral("%1 – %2").arg(first, last);
}

instant Period::from() const {
  return midnight(lastDay().addDays(1 - days()));
}

instant Period::to() const {
  return midnight(lastDay().addDays(1));
}

int Period::days() const {
  return m_unit == QLatin1String("week") ? 7 : m_unit == QLatin1String("month") ? 30 : 1;
}

QDate Period::lastDay() const {
  const auto today = m_workplace->siteTime().local(m_workplace->now()).date();
  return today.addDays(-m_back * days());
}

instant Period::midnight(QDate day) const {
  auto at = m_workplace->siteTime().local(m_workplace->now());
  at.setDate(day);
  at.setTime(QTime(0, 0));
  return from_ms(at.toMSecsSinceEpoch());
}

} // namespace palang::mobile
