#include "mobile/features/locks/healthmodel.h"

#include "mobile/base/wording.h"
#include "mobile/desk/lockwords.h"
#include "mobile/desk/stayfacts.h"

#include <algorithm>

namespace palang::mobile {

using lockwords::delay;
using lockwords::text;

HealthModel::HealthModel(QObject* parent)
    : PeriodModel{{{.ask =
                        [](instant from, instant to) {
                          protocol::sync_health wanted;
                          wanted.window.from = from;
                          wanted.window.to = to;
                          return wanted;
                        },
                    .take = [this](const std::string& data) -> result<void> {
                      auto report = protocol::decode_health_report(data);
                      if (!report)
                        return fail(report.error());
                      m_report = *std::move(report);
                      return {};
                    },
                    .concerns =
                        [](const protocol::event& e) {
                          return e.event_topic == protocol::topic::gateway
                                 || e.event_topic == protocol::topic::lock;
                        }}},
                  parent} {}

QString HealthModel::calls() const {
  const auto used = wording::locale().toString(static_cast<qlonglong>(m_report.calls_used));
  if (!m_report.calls_limit)
    return tr("%1 panggilan bulan ini").arg(used);
  return tr("%1 dari %2 panggilan bulan ini")
      .arg(used, wording::locale().toString(static_cast<qlonglong>(*m_report.calls_limit)));
}

double HealthModel::callShare() const {
  const auto limit = m_report.calls_limit.value_or(0);
  return limit > 0 ? static_cast<double>(m_report.calls_used) / static_cast<double>(limit) : 0;
}

QVariantMap HealthModel::ofLock(const QString& lockId) const {
  const auto found =
      std::ranges::find(m_report.locks, lockId.toStdString(), &protocol::lock_health::lock_id);
  if (found == m_report.locks.end())
    return {};
  return {
      {QStringLiteral("records"),
       tr("%1 lewat callback, %2 ditarik").arg(found->by_callback).arg(found->by_pull)},
      {QStringLiteral("late"), QString::number(found->late)},
      {QStringLiteral("delays"), tr("biasanya %1, 95 % %2, paling lama %3")
                                     .arg(delay(found->delay_p50_ms), delay(found->delay_p95_ms),
                                          delay(found->delay_max_ms))},
      {QStringLiteral("coverage"), tr("%1 jam terdengar, %2 belum pasti, %3 tidak terdengar")
                                       .arg(found->hours_covered)
                                       .arg(found->hours_doubtful)
                                       .arg(found->hours_blind)},
      {QStringLiteral("lastContact"), found->last_contact
                                          ? siteOf(*workplace()).moment(*found->last_contact)
                                          : QStringLiteral("–")},
      {QStringLiteral("gaps"), windows(found->gaps)},
      {QStringLiteral("scans"), scans(*found)}};
}

QVariantMap HealthModel::ofGateway(const QString& gatewayId) const {
  const auto id = gatewayId.toStdString();
  const auto found = std::ranges::find(
      m_report.gateways, id, [](const protocol::gateway_health& g) { return g.shown.id; });
  if (found == m_report.gateways.end())
    return {};
  return {{QStringLiteral("offline"), found->offline.empty() ? tr("tidak pernah luring")
                                                             : tr("%1 kali luring, jumlah %2")
                                                                   .arg(found->offline.size())
                                                                   .arg(delay(found->offline_ms))},
          {QStringLiteral("catchUp"),
           found->catch_up_max_ms
               ? tr("lengkap lagi setelah %1, paling lama %2")
                     .arg(delay(found->catch_up_p50_ms), delay(found->catch_up_max_ms))
               : QStringLiteral("–")},
          {QStringLiteral("windows"), windows(found->offline)}};
}

QVariantList HealthModel::windows(const std::vector<protocol::silence>& gaps) const {
  QVariantList lines;
  for (const auto& gap : gaps) {
    const auto from = siteOf(*workplace()).moment(gap.from);
    const auto words = gap.to ? tr("%1 – %2 (%3)")
                                    .arg(from, siteOf(*workplace()).moment(*gap.to),
                                         delay((*gap.to - gap.from).count()))
                              : tr("sejak %1, masih berlangsung").arg(from);
    lines.append(QVariantMap{
        {QStringLiteral("text"), words},
        {QStringLiteral("tone"), gap.to ? QStringLiteral("quiet") : QStringLiteral("bad")}});
  }
  return lines;
}

QVariantList HealthModel::scans(const protocol::lock_health& lock) const {
  QVariantList lines;
  for (const auto& scan : lock.scans)
    lines.append(QVariantMap{
        {QStringLiteral("text"),
         scan.ended_at ? tr("%1: %2 ditemukan, %3 baru")
                             .arg(siteOf(*workplace()).moment(scan.started_at))
                             .arg(scan.found)
                             .arg(scan.added)
                       : tr("%1: berjalan").arg(siteOf(*workplace()).moment(scan.started_at))},
        {QStringLiteral("tone"),
         scan.detail.empty() ? QStringLiteral("quiet") : QStringLiteral("warn")}});
  return lines;
}

} // namespace palang::mobile
