// What leaves the program, read back by other programs: unzip, pdftotext, pdfinfo.
#include "mobile/features/reports/reportexport.h"
#include "mobile/features/reports/reportprint.h"
#include "mobile/features/reports/stayexport.h"

#include "deskanswers.h"
#include "deskfixture.h"

#include "../features/needsdisplay.h"

#include <QDir>
#include <QPdfWriter>
#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

QString output(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  REQUIRE(process.waitForFinished());
  INFO(process.readAllStandardError().toStdString());
  REQUIRE(process.exitCode() == 0);
  return QString::fromUtf8(process.readAllStandardOutput());
}

/// A spreadsheet as another program finds it.
struct Workbook {
  QString path;

  [[nodiscard]] QString part(const QString& name) const {
    return output("unzip", {"-p", path, name});
  }
  [[nodiscard]] QStringList sheets() const {
    QStringList names;
    static const QRegularExpression sheet("<sheet name=\"([^\"]*)\"");
    auto found = sheet.globalMatch(part("xl/workbook.xml"));
    while (found.hasNext())
      names.append(found.next().captured(1));
    return names;
  }
  [[nodiscard]] QString sheet(int number) const {
    return part(QStringLiteral("xl/worksheets/sheet%1.xml").arg(number));
  }
  /// The number format of a cell such as B2, as the file numbers it; 0: none.
  [[nodiscard]] int styleOf(int sheetNumber, const QString& cell) const {
    const QRegularExpression style(QStringLiteral("<c r=\"%1\" s=\"(\\d+)\"").arg(cell));
    return style.match(sheet(sheetNumber)).captured(1).toInt();
  }
};

struct FilesFixture : NeedsDisplay, DeskFixture {
  FilesFixture() {
    onQuestion = [](const protocol::query_data& asked) { return eveningAnswer(asked); };
    for (int day = 0; day < 7; ++day)
      sums.push_back({.from = workplace->now() - std::chrono::hours(24 * day),
                      .gate_id = "out-1",
                      .exits = 2,
                      .revenue = rupiah{10'000}});
    period.setWorkplace(workplace.get());
    period.setUnit("week");
    report.setPeriod(&period);
    report.setActive(true);
    report.setWorkplace(workplace.get());
    REQUIRE(
        eventually([&] { return report.fetch()->isLoaded() && !report.revenueBars().isEmpty(); }));
    out.setProperty("report", QVariant::fromValue(&report));
  }
  [[nodiscard]] QString only(const QString& filter) const {
    const QDir folder(dir.filePath("laporan"));
    const auto files = folder.entryList({filter}, QDir::Files);
    REQUIRE(files.size() == 1);
    return folder.filePath(files.first());
  }

  Period period;
  ReportModel report;
  ReportExport out;
};

} // namespace

TEST_CASE_METHOD(FilesFixture, "a spreadsheet has a sheet for each table, with numbers and dates",
                 "[reports]") {
  out.saveXlsx();
  INFO(out.outcome().toStdString());
  REQUIRE_FALSE(out.hasFailed());
  const Workbook book{only("laporan-*.xlsx")};
  CHECK(book.sheets()
        == QStringList{"Jumlah", "Per hari", "Per jenis", "Per pintu", "Jam sibuk", "Cara bayar",
                       "Shift", "Pembukaan tanpa transaksi"});
  const auto totals = book.sheet(1);
  CHECK(totals.contains("<v>12450000</v>"));
  CHECK(totals.contains("state=\"frozen\""));
  CHECK(totals.contains("ySplit=\"1\""));
  const auto days = book.sheet(2);
  CHECK(days.count("<row ") == 8);
  // A day is a number of days since 1900 with a format of its own, as is an amount.
  CHECK(book.styleOf(2, "A2") > 0);
  CHECK(book.styleOf(2, "F2") > 0);
  CHECK(book.styleOf(2, "A2") != book.styleOf(2, "F2"));
  CHECK(book.part("xl/styles.xml").contains("yyyy-mm-dd"));
  CHECK(QDir(dir.filePath("laporan")).entryList({"*.part"}).isEmpty());
}

TEST_CASE_METHOD(FilesFixture, "every vehicle goes into a spreadsheet, with times as times",
                 "[reports]") {
  sessions = {exited("B 1 A", {5000}), exited("B 2 B", {7000})};
  StayExport stays;
  stays.setWorkplace(workplace.get());
  stays.start(&period, "xlsx", 2);
  REQUIRE(eventually([&] { return !stays.isRunning(); }));
  REQUIRE_FALSE(stays.hasFailed());
  CHECK(stays.percent() == 100);
  const Workbook book{only("kendaraan-*.xlsx")};
  CHECK(book.sheets().size() == 1);
  CHECK(book.sheet(1).contains("<v>7000</v>"));
  CHECK(book.styleOf(1, "D2") > 0);
}

TEST_CASE_METHOD(FilesFixture, "stopped, a spreadsheet leaves nothing", "[reports]") {
  onQuestion = [](const protocol::query_data&) { return std::optional<std::string>(""); };
  StayExport stays;
  stays.setWorkplace(workplace.get());
  stays.start(&period, "xlsx", 0);
  CHECK(stays.percent() == -1);
  stays.cancel();
  CHECK(QDir(dir.filePath("laporan")).entryList(QDir::Files).isEmpty());
}

TEST_CASE_METHOD(FilesFixture, "a report on paper has every table, and its name on each page",
                 "[reports]") {
  out.savePdf();
  REQUIRE_FALSE(out.hasFailed());
  const auto name = only("laporan-*.pdf");
  const auto text = output("pdftotext", {"-layout", name, "-"});
  for (const auto* wanted :
       {"Pendapatan", "Rp12.450.000", "Pajak di dalamnya", "Karcis hilang", "Di dalam", "Jam sibuk",
        "Per jenis", "Keluar 1", "Tunai", "Selisih", "−Rp50.000", "Tanpa sebab"}) {
    INFO(wanted);
    CHECK(text.contains(wanted));
  }
  const auto pages = text.count('\f');
  CHECK(pages >= 2);
  CHECK(output("pdfinfo", {name})
            .contains(QRegularExpression(QStringLiteral("Pages:\\s+%1\\n").arg(pages))));
  for (int page = 1; page <= pages; ++page)
    CHECK(text.contains(QStringLiteral("halaman %1").arg(page)));
  QDir().mkpath(PALANG_PAGES_DIR);
  output("pdftoppm", {"-r", "60", "-png", name, PALANG_PAGES_DIR "/laporan"});
}

TEST_CASE_METHOD(FilesFixture, "a printer gets the same pages as the file", "[reports]") {
  out.savePdf();
  const auto name = dir.filePath("kertas.pdf");
  QPrinter printer(QPrinter::HighResolution);
  printer.setOutputFormat(QPrinter::PdfFormat);
  printer.setOutputFileName(name);
  printer.setPageSize(QPageSize(QPageSize::A4));
  REQUIRE(drawReport(printer, report.table()));
  const auto text = [](const QString& file) {
    return output("pdftotext", {"-layout", file, "-"}).simplified();
  };
  CHECK(text(name).contains("Rp12.450.000"));
  CHECK(text(name) == text(only("laporan-*.pdf")));
}

TEST_CASE_METHOD(FilesFixture, "without a printer it is said what else can be done", "[reports]") {
  out.sendToPrinter("");
  CHECK(out.hasFailed());
  CHECK(out.outcome().contains("PDF"));
}

TEST_CASE_METHOD(FilesFixture, "a table that is longer than a page repeats its headings",
                 "[reports]") {
  ReportTable table{"Panjang", {{"Baris", {"Nomor satu", "Kali"}, {}}}};
  for (std::int64_t i = 0; i < 200; ++i)
    table.sections[0].rows.push_back({QString("baris %1").arg(i), i});
  const auto name = dir.filePath("panjang.pdf");
  {
    QPdfWriter writer(name);
    REQUIRE(drawReport(writer, table));
  }
  const auto text = output("pdftotext", {"-layout", name, "-"});
  CHECK(text.count("Nomor satu") == text.count('\f'));
  CHECK(text.count('\f') > 2);
  CHECK(text.count("baris ") == 200);
}
