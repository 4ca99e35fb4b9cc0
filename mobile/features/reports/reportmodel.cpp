#include "mobile/features/reports/reportmodel.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <map>

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
    : QObject{parent}, m_report{{.ask = [this](const auto&) -> std::optional<protocol::query_data> {
                                   if (m_period == nullptr || m_period->workplace() == nullptr)
                                     return std::nullopt;
                                   return protocol::stats_report{m_period->from(), m_period->to()};
                                 },
                                 .take = [this](const std::string& data, bool) -> result<void> {
                                   auto report = protocol::decode_period_report(data);
                                   if (!report)
                                     return fail(report.error());
                                   m_data = *std::move(report);
                                   emit changed();
                                   return {};
                                 }}},
      m_buckets{{.ask = [this](const auto&) -> std::optional<protocol::query_data> {
                   if (m_period == nullptr || m_period->workplace() == nullptr)
                     return std::nullopt;
                   return protocol::stats_summary{m_period->from(), m_period->to(),
                                                  isOneDay() ? protocol::stats_bucket::hour
                                                             : protocol::stats_bucket::day};
                 },
                 .take = [this](const std::string& data, bool) -> result<void> {
                   auto rows = bucketsIn(data);
                   if (!rows)
                     return fail(rows.error());
                   m_rows = *std::move(rows);
                   emit changed();
                   return {};
                 }}} {
  // One key asks both anew.
  connect(&m_report, &Fetch::changed, this, [this] {
    if (m_report.isBusy() && !m_buckets.isBusy())
      m_buckets.refresh();
  });
}

void ReportModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_report.workplace() || workplace == nullptr)
    return;
  connect(workplace, &Workplace::languageChanged, this, &ReportModel::changed);
  connect(workplace, &Workplace::configChanged, this, &ReportModel::changed);
  m_buckets.setWorkplace(workplace);
  m_report.setWorkplace(workplace);
  emit workplaceChanged();
}

void ReportModel::setPeriod(Period* period) {
  if (period == m_period || period == nullptr)
    return;
  m_period = period;
  // The buckets first: the report then asks them again.
  connect(period, &Period::changed, &m_buckets, &Fetch::askAnew);
  connect(period, &Period::changed, &m_report, &Fetch::askAnew);
  emit periodChanged();
  m_report.askAnew();
}

void ReportModel::setActive(bool on) {
  m_report.setActive(on);
  emit activeChanged();
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
  std::map<instant, rupiah> sums;
  for (const auto& row : m_rows)
    sums[row.from] += row.revenue;
  std::vector<Bar> bars;
  const auto site = siteOf(*workplace());
  for (const auto& [from, sum] : sums) {
    const auto at = site.time.local(from);
    const auto day = wording::locale().toString(at.date(), QStringLiteral("d MMM"));
    const auto back = sums.size() - 1 - bars.size();
    bars.push_back(
        {isOneDay() ? QString{} : QString::number(back),
         isOneDay() ? at.toString(QStringLiteral("HH")) : day, sum.value, moneyText(sum),
         (isOneDay() ? site.time.time(from) : day) + QStringLiteral(" · ") + moneyText(sum)});
  }
  return barsOf(bars);
}

QVariantList ReportModel::hourBars() const {
  std::vector<Bar> bars;
  for (const auto& hour : m_data.by_hour)
    bars.push_back({text(hour.name), text(hour.name), hour.entries + hour.exits,
                    number(hour.entries + hour.exits),
                    tr("%1.00: %2 masuk, %3 keluar")
                        .arg(text(hour.name), number(hour.entries), number(hour.exits))});
  return barsOf(bars);
}

QVariantList ReportModel::occupancyBars() const {
  if (workplace() == nullptr)
    return {};
  // Of the whole site and by class, repeated for each gate: a class counts once in a bucket.
  std::map<instant, std::map<domain::vehicle_class, std::int64_t>> inside;
  for (const auto& row : m_rows)
    inside[row.from][row.vehicle_type] =
        std::max(inside[row.from][row.vehicle_type], row.occupancy);
  std::vector<Bar> bars;
  const auto site = siteOf(*workplace());
  for (const auto& [from, classes] : inside) {
    std::int64_t sum = 0;
    for (const auto& [type, count] : classes)
      sum += count;
    const auto at = site.time.local(from);
    const auto label = isOneDay() ? at.toString(QStringLiteral("HH"))
                                  : wording::locale().toString(at.date(), QStringLiteral("d MMM"));
    bars.push_back({{}, label, sum, number(sum), tr("%1: %2 di dalam").arg(label, number(sum))});
  }
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
  const std::map<std::string, QString> words{
      {"manual", tr("Dibuka petugas atau penyelia")},  {"test", tr("Uji palang")},
      {"person", tr("Kartu, kode atau sidik jari")},   {"unexplained", tr("Tanpa sebab")},
      {"no_opening", tr("Transaksi tanpa pembukaan")}, {"alarmed", tr("Paksa atau kunci fisik")}};
  QVariantList lines;
  for (const auto& one : m_data.openings) {
    const auto known = words.find(one.code);
    lines.append(
        QVariantMap{{QStringLiteral("text"), known != words.end() ? known->second : text(one.code)},
                    {QStringLiteral("count"), static_cast<int>(one.count)}});
  }
  return lines;
}

ReportTable ReportModel::table() const {
  const auto title = workplace()->siteName() + QStringLiteral(" · ") + m_period->text();
  return reportTable(title, m_data, m_rows, siteOf(*workplace()));
}

bool ReportModel::isOneDay() const {
  return m_period != nullptr && m_period->days() == 1;
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
