#include "mobile/features/reports/reportexport.h"

#include "mobile/features/reports/reportprint.h"

#include <QDir>
#include <QPageSize>
#include <QPdfWriter>
#include <QPrinter>
#include <QPrinterInfo>

namespace palang::mobile {

QString reportPath(const Workplace& place, const Period& period, const QString& name,
                   const QString& suffix) {
  const QDir folder(place.dataDir() + QStringLiteral("/laporan"));
  folder.mkpath(QStringLiteral("."));
  const auto& time = place.siteTime();
  const auto first = time.local(period.from()).date().toString(Qt::ISODate);
  const auto last = time.local(period.to()).date().addDays(-1).toString(Qt::ISODate);
  const auto days = first == last ? first : first + QLatin1Char('_') + last;
  return folder.filePath(QStringLiteral("%1-%2.%3").arg(name, days, suffix));
}

void ReportExport::saveCsv() {
  const auto name = path(QStringLiteral("csv"));
  save(makeCsv(name, m_report->table().title), name);
}

void ReportExport::saveXlsx() {
  const auto name = path(QStringLiteral("xlsx"));
  save(makeXlsx(name, m_report->table().title), name);
}

void ReportExport::save(std::unique_ptr<TableFile> file, const QString& name) {
  write(*file, m_report->table());
  if (!file->finish())
    return tell(tr("Berkas tidak dapat ditulis: %1").arg(file->trouble()), true);
  tell(tr("Tersimpan: %1").arg(name), false);
}

void ReportExport::savePdf() {
  const auto name = path(QStringLiteral("pdf"));
  QPdfWriter writer(name);
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setTitle(m_report->table().title);
  if (!drawReport(writer, m_report->table()))
    return tell(tr("Berkas tidak dapat ditulis: %1").arg(name), true);
  tell(tr("Tersimpan: %1").arg(name), false);
}

QVariantList ReportExport::printers() const {
  auto names = QPrinterInfo::availablePrinterNames();
  const auto usual = names.indexOf(QPrinterInfo::defaultPrinterName());
  if (usual > 0)
    names.move(usual, 0);
  QVariantList all;
  for (const auto& name : names)
    all.append(QVariantMap{{QStringLiteral("text"), name}, {QStringLiteral("value"), name}});
  return all;
}

void ReportExport::sendToPrinter(const QString& name) {
  const auto info = QPrinterInfo::printerInfo(name);
  if (info.isNull())
    return tell(tr("Komputer ini tidak punya printer. Simpan PDF, lalu cetak di tempat lain."),
                true);
  QPrinter printer(info, QPrinter::HighResolution);
  if (!drawReport(printer, m_report->table()))
    return tell(tr("Printer tidak menerima halaman."), true);
  tell(tr("Dikirim ke printer %1.").arg(printer.printerName()), false);
}

QString ReportExport::path(const QString& suffix) const {
  return reportPath(*m_report->workplace(), *m_report->period(), QStringLiteral("laporan"), suffix);
}

void ReportExport::tell(const QString& outcome, bool hasFailed) {
  m_outcome = outcome;
  m_hasFailed = hasFailed;
  emit changed();
}

} // namespace palang::mobile
