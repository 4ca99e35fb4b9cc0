#include "mobile/features/reports/reporttable.h"

#include "mobile/base/wording.h"

#include <QCoreApplication>

#include <map>

namespace palang::mobile {

namespace {

struct ReportWords {
  Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

/// Bare digits: a spreadsheet adds them up.
QString number(std::int64_t n) {
  return QString::number(n);
}

QString number(rupiah amount) {
  return QString::number(amount.value);
}

QString className(const std::string& word, const SiteView& site) {
  const auto type = domain::vehicle_class_from(word);
  return type ? wording::vehicle(*type, site.config) : QString::fromStdString(word);
}

ReportSection totals(const protocol::report_totals& t) {
  ReportSection out{
      ReportWords::tr("Jumlah"), {ReportWords::tr("Apa"), ReportWords::tr("Nilai")}, {}};
  out.rows = {{ReportWords::tr("Masuk"), number(t.entries)},
              {ReportWords::tr("Keluar"), number(t.exits)},
              {ReportWords::tr("Pendapatan"), number(t.revenue)},
              {ReportWords::tr("Menurut tarif"), number(t.fee)},
              {ReportWords::tr("Pajak di dalamnya"), number(t.tax)},
              {ReportWords::tr("Bersih"), number(t.net)},
              {ReportWords::tr("Keluar gratis"), number(t.free_exits)},
              {ReportWords::tr("Karcis hilang"), number(t.lost_tickets)},
              {ReportWords::tr("Selisih biaya"), number(t.differences)},
              {ReportWords::tr("Keluar tanpa foto"), number(t.no_exit_photo)}};
  if (t.average_stay_min)
    out.rows.push_back({ReportWords::tr("Rata-rata parkir (menit)"), number(*t.average_stay_min)});
  return out;
}

template <class Name>
ReportSection parts(const QString& title, const QString& heading,
                    const std::vector<protocol::report_part>& all, Name name) {
  ReportSection out{
      title,
      {heading, ReportWords::tr("Masuk"), ReportWords::tr("Keluar"), ReportWords::tr("Pendapatan")},
      {}};
  for (const auto& part : all)
    out.rows.push_back(
        {name(part.name), number(part.entries), number(part.exits), number(part.revenue)});
  return out;
}

ReportSection byDay(const std::vector<protocol::stats_row>& rows, const SiteView& site) {
  std::map<instant, protocol::stats_row> days;
  for (const auto& row : rows) {
    auto& day = days[row.from];
    day.entries += row.entries;
    day.exits += row.exits;
    day.revenue += row.revenue;
  }
  ReportSection out{ReportWords::tr("Per hari"),
                    {ReportWords::tr("Hari"), ReportWords::tr("Masuk"), ReportWords::tr("Keluar"),
                     ReportWords::tr("Pendapatan")},
                    {}};
  for (const auto& [from, day] : days)
    out.rows.push_back({site.time.local(from).date().toString(Qt::ISODate), number(day.entries),
                        number(day.exits), number(day.revenue)});
  return out;
}

ReportSection methods(const std::vector<protocol::method_sum>& sums) {
  ReportSection out{ReportWords::tr("Cara bayar"),
                    {ReportWords::tr("Cara"), ReportWords::tr("Kali"), ReportWords::tr("Jumlah")},
                    {}};
  for (const auto& sum : sums)
    out.rows.push_back({wording::method(sum.method), number(sum.count), number(sum.amount)});
  return out;
}

ReportSection shifts(const protocol::report_shifts& s) {
  return {ReportWords::tr("Shift"),
          {ReportWords::tr("Apa"), ReportWords::tr("Nilai")},
          {{ReportWords::tr("Shift"), number(s.count)},
           {ReportWords::tr("Masih buka"), number(s.open)},
           {ReportWords::tr("Seharusnya"), number(s.expected)},
           {ReportWords::tr("Dihitung"), number(s.counted)},
           {ReportWords::tr("Selisih"), number(s.difference)}}};
}

QByteArray csvCell(QString cell) {
  const bool isNumber = [&] {
    bool isOk = false;
    cell.toLongLong(&isOk);
    return isOk;
  }();
  if (!isNumber && !cell.isEmpty() && QStringLiteral("=+-@\t").contains(cell.front()))
    cell.prepend(QLatin1Char('\''));
  if (cell.contains(QLatin1Char(';')) || cell.contains(QLatin1Char('"'))
      || cell.contains(QLatin1Char('\n')))
    cell =
        QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
  return cell.toUtf8();
}

} // namespace

ReportTable reportTable(const QString& title, const protocol::period_report& report,
                        const std::vector<protocol::stats_row>& days, const SiteView& site) {
  return {title,
          {totals(report.totals), byDay(days, site),
           parts(ReportWords::tr("Per jenis"), ReportWords::tr("Jenis"), report.by_type,
                 [&](const std::string& word) { return className(word, site); }),
           parts(ReportWords::tr("Per pintu"), ReportWords::tr("Pintu"), report.by_gate,
                 [&](const std::string& id) { return site.gate(id); }),
           parts(ReportWords::tr("Per jam"), ReportWords::tr("Jam"), report.by_hour,
                 [](const std::string& hour) { return QString::fromStdString(hour); }),
           methods(report.methods), shifts(report.shifts)}};
}

QByteArray csvMark() {
  return QByteArrayLiteral("\xEF\xBB\xBF");
}

QByteArray csvLine(const QStringList& cells) {
  QByteArray line;
  for (const auto& cell : cells)
    line += (&cell == &cells.front() ? QByteArray{} : QByteArrayLiteral(";")) + csvCell(cell);
  return line + "\r\n";
}

QByteArray csvOf(const ReportTable& table) {
  auto out = csvMark() + csvLine({table.title});
  for (const auto& section : table.sections) {
    out += "\r\n" + csvLine({section.title}) + csvLine(section.headings);
    for (const auto& row : section.rows)
      out += csvLine(row);
  }
  return out;
}

} // namespace palang::mobile
