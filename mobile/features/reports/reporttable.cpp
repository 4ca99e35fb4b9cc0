#include "mobile/features/reports/reporttable.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"
#include "mobile/features/reports/reportbuckets.h"

#include <QCoreApplication>

#include <map>

namespace palang::mobile {

namespace {

struct ReportWords {
  Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

QString className(const std::string& word, const SiteView& site) {
  const auto type = domain::vehicle_class_from(word);
  return type ? wording::vehicle(*type, site.config) : QString::fromStdString(word);
}

ReportSection totals(const protocol::report_totals& t) {
  ReportSection out{
      ReportWords::tr("Jumlah"), {ReportWords::tr("Apa"), ReportWords::tr("Nilai")}, {}};
  out.rows = {{ReportWords::tr("Masuk"), t.entries},
              {ReportWords::tr("Keluar"), t.exits},
              {ReportWords::tr("Pendapatan"), t.revenue},
              {ReportWords::tr("Menurut tarif"), t.fee},
              {ReportWords::tr("Pajak di dalamnya"), t.tax},
              {ReportWords::tr("Bersih"), t.net},
              {ReportWords::tr("Keluar gratis"), t.free_exits},
              {ReportWords::tr("Karcis hilang"), t.lost_tickets},
              {ReportWords::tr("Selisih biaya"), t.differences},
              {ReportWords::tr("Keluar tanpa foto"), t.no_exit_photo}};
  if (t.average_stay_min)
    out.rows.push_back({ReportWords::tr("Rata-rata parkir (menit)"), *t.average_stay_min});
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
    out.rows.push_back({name(part.name), part.entries, part.exits, part.revenue});
  return out;
}

ReportSection overTime(const std::vector<protocol::stats_row>& rows, bool isOneDay,
                       const SiteView& site) {
  ReportSection out{isOneDay ? ReportWords::tr("Sepanjang hari") : ReportWords::tr("Per hari"),
                    {isOneDay ? ReportWords::tr("Mulai") : ReportWords::tr("Hari"),
                     ReportWords::tr("Masuk"), ReportWords::tr("Keluar"),
                     ReportWords::tr("Di dalam"), ReportWords::tr("Karcis hilang"),
                     ReportWords::tr("Pendapatan")},
                    {}};
  for (const auto& [from, bucket] : bucketsOf(rows)) {
    const auto at = site.time.local(from);
    out.rows.push_back({isOneDay ? ReportCell(at) : ReportCell(at.date()), bucket.entries,
                        bucket.exits, bucket.inside, bucket.lost_tickets, bucket.revenue});
  }
  return out;
}

ReportSection methods(const std::vector<protocol::method_sum>& sums) {
  ReportSection out{ReportWords::tr("Cara bayar"),
                    {ReportWords::tr("Cara"), ReportWords::tr("Kali"), ReportWords::tr("Jumlah")},
                    {}};
  for (const auto& sum : sums)
    out.rows.push_back({wording::method(sum.method), sum.count, sum.amount});
  return out;
}

ReportSection openings(const std::vector<protocol::code_count>& all) {
  ReportSection out{ReportWords::tr("Pembukaan tanpa transaksi"),
                    {ReportWords::tr("Sebab"), ReportWords::tr("Kali")},
                    {}};
  for (const auto& one : all)
    out.rows.push_back({openingCause(one.code), one.count});
  return out;
}

ReportSection shifts(const protocol::report_shifts& s) {
  return {ReportWords::tr("Shift"),
          {ReportWords::tr("Apa"), ReportWords::tr("Nilai")},
          {{ReportWords::tr("Shift"), s.count},
           {ReportWords::tr("Masih buka"), s.open},
           {ReportWords::tr("Seharusnya"), s.expected},
           {ReportWords::tr("Dihitung"), s.counted},
           {ReportWords::tr("Selisih"), s.difference}}};
}

struct Plain {
  QString operator()(const QString& words) const { return words; }
  QString operator()(std::int64_t count) const { return QString::number(count); }
  QString operator()(rupiah amount) const { return QString::number(amount.value); }
  QString operator()(QDate day) const { return day.toString(Qt::ISODate); }
  QString operator()(const QDateTime& at) const {
    return at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
  }
};

struct Shown {
  QString operator()(const QString& words) const { return words; }
  QString operator()(std::int64_t count) const {
    return wording::locale().toString(static_cast<qlonglong>(count));
  }
  QString operator()(rupiah amount) const { return signedMoneyOrPlain(amount); }
  QString operator()(QDate day) const {
    return wording::locale().toString(day, QStringLiteral("d MMM yyyy"));
  }
  QString operator()(const QDateTime& at) const { return at.toString(QStringLiteral("HH:mm")); }

private:
  static QString signedMoneyOrPlain(rupiah amount) {
    return amount.value < 0 ? signedMoney(amount) : moneyText(amount);
  }
};

} // namespace

QString openingCause(const std::string& code) {
  const std::map<std::string, QString> words{
      {"manual", ReportWords::tr("Dibuka petugas atau penyelia")},
      {"test", ReportWords::tr("Uji palang")},
      {"person", ReportWords::tr("Kartu, kode atau sidik jari")},
      {"unexplained", ReportWords::tr("Tanpa sebab")},
      {"no_opening", ReportWords::tr("Transaksi tanpa pembukaan")},
      {"alarmed", ReportWords::tr("Paksa atau kunci fisik")}};
  const auto known = words.find(code);
  return known != words.end() ? known->second : QString::fromStdString(code);
}

ReportTable reportTable(const QString& title, const protocol::period_report& report,
                        const std::vector<protocol::stats_row>& buckets, bool isOneDay,
                        const SiteView& site) {
  return {title,
          {totals(report.totals), overTime(buckets, isOneDay, site),
           parts(ReportWords::tr("Per jenis"), ReportWords::tr("Jenis"), report.by_type,
                 [&](const std::string& word) { return className(word, site); }),
           parts(ReportWords::tr("Per pintu"), ReportWords::tr("Pintu"), report.by_gate,
                 [&](const std::string& id) { return site.gate(id); }),
           parts(ReportWords::tr("Jam sibuk"), ReportWords::tr("Jam"), report.by_hour,
                 [](const std::string& hour) {
                   return QString::fromStdString(hour).rightJustified(2, QLatin1Char('0'))
                          + QStringLiteral(":00");
                 }),
           methods(report.methods), shifts(report.shifts), openings(report.openings)}};
}

QString plainText(const ReportCell& cell) {
  return std::visit(Plain{}, cell);
}

QString shownText(const ReportCell& cell) {
  return std::visit(Shown{}, cell);
}

bool isNumber(const ReportCell& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<rupiah>(cell);
}

} // namespace palang::mobile
