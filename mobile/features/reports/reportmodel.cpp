#include "mobile/features/reports/reportmodel.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"
#include "mobile/features/reports/reportbuckets.h"
#include "shared/protocol/codec.hpp"

#include <algorithm>

namespace palang::mobile {

namespace {

QString text(const std::string& s) {
  return QString::fromStdString(s);
}

QString number(std::int64_t n) {
  return wording::locale().toString(static_cast<qlonglong>(n));
}

struct Bar {
  QString key;
  QString label;
  std::int64_t size = 0;
  QString value;
  QString text;
};

/// Each beside the greatest; that one is marked.
QVariantList barsOf(const std::vector<Bar>& all) {
  QVariantList bars;
  const auto greatest = std::ranges::max_element(all, {}, &Bar::size);
  for (const auto& bar : all) {
    const bool isGreatest = &bar == &*greatest && bar.size > 0;
    const auto share = greatest->size > 0 ? static_cast<double>(std::max<std::int64_t>(0, bar.size))
                                                / static_cast<double>(greatest->size)
                                          : 0.0;
    bars.append(QVariantMap{{QStringLiteral("key"), bar.key},
                            {QStringLiteral("label"), bar.label},
                            {QStringLiteral("share"), share},
                            {QStringLiteral("value"), bar.value},
                            {QStringLiteral("text"), bar.text},
                            {QStringLiteral("accent"), isGreatest}});
  }
  return bars;
}

/// Today's hours to come keep their room.
void addHoursToCome(std::vector<Bar>& bars, const SiteTime& time, const Period& day) {
  for (auto at = day.from() + std::chrono::hours(bars.size()); at < day.to();
       at += std::chrono::hours(1))
    bars.push_back({{}, time.local(at).toString(QStringLiteral("HH")), 0, {}, {}});
}

result<std::vector<protocol::stats_row>> bucketsIn(const std::string& data) {
  const auto items = protocol::items_of(data, "buckets");
  if (!items)
    return fail(items.error());
  std::vector<protocol::stats_row> rows;
  for (const auto& item : *items) {
    auto row = protocol::decode_stats_row(item);
    if (!row)
      return fail(row.error());
    rows.push_back(*std::move(row));
  }
  return rows;
}

} // namespace

ReportModel::ReportModel(QObject* parent)
    : PeriodModel{{{.ask =
                        [](instant from, instant to) {
                          return protocol::stats_report{from, to};
                        },
                    .take = [this](const std::string& data) { return takeReport(data); }},
                   {.ask =
                        [this](instant from, instant to) {
                          return protocol::stats_summary{from, to,
                                                         isOneDay() ? protocol::stats_bucket::hour
                                                                    : protocol::stats_bucket::day};
                        },
                    .take = [this](const std::string& data) { return takeBuckets(data); }}},
                  parent} {}

result<void> ReportModel::takeReport(const std::string& data) {
  auto report = protocol::decode_period_report(data);
  if (!report)
    return fail(report.error());
  m_data = *std::move(report);
  return {};
}

result<void> ReportModel::takeBuckets(const std::string& data) {
  auto rows = bucketsIn(data);
  if (!rows)
    return fail(rows.error());
  m_rows = *std::move(rows);
  return {};
}

QVariantMap ReportModel::figures() const {
  const auto& t = m_data.totals;
  return {{QStringLiteral("revenue"), moneyText(t.revenue)},
          {QStringLiteral("entries"), number(t.entries)},
          {QStringLiteral("exits"), number(t.exits)},
          {QStringLiteral("tax"), moneyText(t.tax)},
          {QStringLiteral("net"), moneyText(t.net)},
          {QStringLiteral("averageStay"),
           t.average_stay_min ? wording::duration(std::chrono::minutes{*t.average_stay_min})
                              : QStringLiteral("–")},
          {QStringLiteral("freeExits"), number(t.free_exits)},
          {QStringLiteral("lostTickets"), number(t.lost_tickets)},
          {QStringLiteral("differences"), number(t.differences)},
          {QStringLiteral("noPhoto"), number(t.no_exit_photo)},
          {QStringLiteral("shifts"), number(m_data.shifts.count)},
          {QStringLiteral("shiftDifference"), signedMoney(m_data.shifts.difference)},
          {QStringLiteral("shiftsDiffer"), m_data.shifts.difference.value != 0}};
}

QVariantList ReportModel::revenueBars() const {
  if (workplace() == nullptr)
    return {};
  const auto buckets = bucketsOf(m_rows);
  std::vector<Bar> bars;
  const auto site = siteOf(*workplace());
  for (const auto& [from, bucket] : buckets) {
    const auto sum = bucket.revenue;
    const auto at = site.time.local(from);
    const auto day = wording::locale().toString(at.date(), QStringLiteral("d MMM"));
    const auto back = buckets.size() - 1 - bars.size();
    bars.push_back(
        {isOneDay() ? QString::number(to_ms(from)) : QString::number(back),
         isOneDay() ? at.toString(QStringLiteral("HH")) : day, sum.value, moneyText(sum),
         (isOneDay() ? site.time.time(from) : day) + QStringLiteral(" · ") + moneyText(sum)});
  }
  if (isOneDay())
    addHoursToCome(bars, site.time, *period());
  return barsOf(bars);
}

QVariantList ReportModel::hourBars() const {
  std::vector<Bar> bars;
  for (const auto& hour : m_data.by_hour)
    bars.push_back({isOneDay() ? QString::number(
                        to_ms(period()->from() + std::chrono::hours(text(hour.name).toInt())))
                               : QString{},
                    text(hour.name), hour.entries + hour.exits, number(hour.entries + hour.exits),
                    tr("%1.00: %2 masuk, %3 keluar")
                        .arg(text(hour.name), number(hour.entries), number(hour.exits))});
  return barsOf(bars);
}

QVariantList ReportModel::occupancyBars() const {
  if (workplace() == nullptr)
    return {};
  std::vector<Bar> bars;
  const auto site = siteOf(*workplace());
  for (const auto& [from, bucket] : bucketsOf(m_rows)) {
    const auto sum = bucket.inside;
    const auto at = site.time.local(from);
    const auto label = isOneDay() ? at.toString(QStringLiteral("HH"))
                                  : wording::locale().toString(at.date(), QStringLiteral("d MMM"));
    bars.push_back({{}, label, sum, number(sum), tr("%1: %2 di dalam").arg(label, number(sum))});
  }
  if (isOneDay())
    addHoursToCome(bars, site.time, *period());
  return barsOf(bars);
}

QVariantList ReportModel::typeBars() const {
  if (workplace() == nullptr)
    return {};
  const auto config = workplace()->config();
  return parts(m_data.by_type, [&](const std::string& word) {
    const auto type = domain::vehicle_class_from(word);
    return type ? wording::vehicle(*type, config) : text(word);
  });
}

QVariantList ReportModel::gateBars() const {
  if (workplace() == nullptr)
    return {};
  return parts(m_data.by_gate,
               [&](const std::string& id) { return siteOf(*workplace()).gate(id); });
}

QVariantList ReportModel::methodBars() const {
  std::vector<Bar> bars;
  for (const auto& sum : m_data.methods)
    bars.push_back({text(sum.method), wording::method(sum.method), sum.amount.value,
                    moneyText(sum.amount),
                    QStringLiteral("%1 · %2×").arg(moneyText(sum.amount), number(sum.count))});
  return barsOf(bars);
}

QVariantList ReportModel::openingLines() const {
  QVariantList lines;
  for (const auto& one : m_data.openings)
    lines.append(QVariantMap{{QStringLiteral("text"), openingCause(one.code)},
                             {QStringLiteral("count"), static_cast<int>(one.count)}});
  return lines;
}

ReportTable ReportModel::table() const {
  const auto title = workplace()->siteName() + QStringLiteral(" · ") + period()->text();
  return reportTable(title, m_data, m_rows, isOneDay(), siteOf(*workplace()));
}

bool ReportModel::isOneDay() const {
  return period() != nullptr && period()->days() == 1;
}

QVariantList ReportModel::parts(const std::vector<protocol::report_part>& all,
                                const std::function<QString(const std::string&)>& name) const {
  std::vector<Bar> bars;
  for (const auto& part : all)
    bars.push_back({text(part.name), name(part.name), part.entries + part.exits,
                    moneyText(part.revenue),
                    QStringLiteral("%1 · %2").arg(number(part.entries + part.exits),
                                                  moneyText(part.revenue))});
  return barsOf(bars);
}

} // namespace palang::mobile
