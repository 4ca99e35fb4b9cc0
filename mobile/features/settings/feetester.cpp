#include "mobile/features/settings/feetester.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"
#include "shared/protocol/local_time.hpp"

#include <algorithm>

namespace palang::mobile {

QVariantMap FeeTesterModel::price(int index, const QString& entered, int minutes,
                                  bool lostTicket) const {
  const auto paid = fee(index, entered, minutes, lostTicket);
  if (!paid)
    return {{QStringLiteral("trouble"), QString::fromStdString(paid.error().message)}};
  QVariantList steps;
  for (const auto& step : paid->steps)
    steps.append(QVariantMap{{QStringLiteral("text"), wording::step(step)},
                             {QStringLiteral("amount"), moneyText(step.amount)}});
  return {{QStringLiteral("total"), moneyText(paid->total)}, {QStringLiteral("steps"), steps}};
}

QVariantList FeeTesterModel::curve(int index, const QString& entered, int hours) const {
  std::vector<std::int64_t> totals;
  for (int hour = 1; hour <= hours; ++hour) {
    const auto paid = fee(index, entered, hour * 60, false);
    totals.push_back(paid ? paid->total.value : 0);
  }
  const auto greatest = totals.empty() ? 0 : *std::ranges::max_element(totals);
  QVariantList bars;
  for (std::size_t i = 0; i < totals.size(); ++i) {
    const auto total = moneyText(rupiah{totals[i]});
    const auto share =
        greatest > 0 ? static_cast<double>(totals[i]) / static_cast<double>(greatest) : 0;
    bars.append(QVariantMap{{QStringLiteral("label"), QString::number(i + 1)},
                            {QStringLiteral("share"), share},
                            {QStringLiteral("value"), total},
                            {QStringLiteral("accent"), i + 1 == totals.size()},
                            {QStringLiteral("text"), tr("%1 jam: %2").arg(i + 1).arg(total)}});
  }
  return bars;
}

result<domain::fee> FeeTesterModel::fee(int index, const QString& entered, int minutes,
                                        bool lostTicket) const {
  if (m_draft == nullptr)
    return fail(errc::not_found, "no such tariff");
  const auto& config = m_draft->draft();
  if (!config || index < 0 || static_cast<std::size_t>(index) >= config->tariffs.size())
    return fail(errc::not_found, "no such tariff");
  auto iso = entered.trimmed().replace(QLatin1Char(' '), QLatin1Char('T'));
  const auto at = protocol::from_local((iso + QStringLiteral(":00")).toStdString(),
                                       m_draft->workplace()->zone());
  if (!at)
    return fail(at.error());
  domain::stay stay;
  stay.entered_at = *at;
  stay.exited_at = *at + std::chrono::minutes(minutes);
  stay.lost = lostTicket ? domain::lost_ticket::entry_known : domain::lost_ticket::no;
  return domain::compute_fee(config->tariffs[static_cast<std::size_t>(index)], stay);
}

} // namespace palang::mobile
