#include "mobile/features/reports/reportexport.h"
#include "mobile/features/reports/reportmodel.h"
#include "mobile/features/reports/stayexport.h"

#include "deskanswers.h"
#include "deskfixture.h"

#include <QDir>

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

struct ReportsFixture : DeskFixture {
  ReportsFixture() {
    onQuestion = [](const protocol::query_data& asked) { return eveningAnswer(asked); };
    sums = {{.from = workplace->now(), .gate_id = "out-1", .exits = 2, .revenue = rupiah{10'000}}};
    period.setWorkplace(workplace.get());
    report.setPeriod(&period);
    report.setActive(true);
    report.setWorkplace(workplace.get());
    REQUIRE(
        eventually([&] { return report.fetch()->isLoaded() && !report.revenueBars().isEmpty(); }));
  }
  [[nodiscard]] QByteArray onlyFile(const QString& filter) const {
    const QDir folder(dir.filePath("laporan"));
    const auto files = folder.entryList({filter}, QDir::Files);
    if (files.size() != 1)
      return {};
    QFile file(folder.filePath(files.first()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
  }

  Period period;
  ReportModel report;
};

} // namespace

TEST_CASE_METHOD(ReportsFixture, "a spreadsheet reads what was exported, and runs nothing of it",
                 "[reports]") {
  const auto name = dir.filePath("laporan.csv");
  const auto file = makeCsv(name, "=Judul");
  file->begin({}, {"a;b", "say \"x\""});
  file->add({QString("=1+1"), std::int64_t{-5}, QString("@x"), rupiah{-2000}, QDate(2025, 3, 24)});
  REQUIRE(file->finish());
  QFile written(name);
  REQUIRE(written.open(QIODevice::ReadOnly));
  CHECK(written.readAll()
        == "\xEF\xBB\xBF'=Judul\r\n\"a;b\";\"say \"\"x\"\"\"\r\n'=1+1;-5;'@x;-2000;2025-03-24\r\n");
}

TEST_CASE_METHOD(ReportsFixture, "a report shows figures and bars, and goes into files",
                 "[reports]") {
  CHECK(report.figures().value("revenue") == "Rp12.450.000");
  CHECK(report.hourBars().size() == 24);
  CHECK(report.gateBars().at(1).toMap().value("label") == "Keluar 1");

  ReportExport out;
  out.setProperty("report", QVariant::fromValue(&report));
  out.saveCsv();
  CHECK_FALSE(out.hasFailed());
  const auto csv = onlyFile("laporan-*.csv");
  CHECK(csv.contains("Pendapatan;12450000\r\n"));
  CHECK(csv.contains("Pembukaan tanpa transaksi\r\n"));
  CHECK(csv.contains("Dibuka petugas atau penyelia;3\r\n"));
  CHECK(csv.contains("Keluar 1;0;790;12450000\r\n"));
}

TEST_CASE_METHOD(ReportsFixture, "every vehicle is written page by page; stopped, no file is left",
                 "[reports]") {
  bool isHeld = false;
  onQuestion = [&](const protocol::query_data& asked) -> std::optional<std::string> {
    const auto* wanted = std::get_if<protocol::session_list>(&asked);
    if (wanted == nullptr)
      return eveningAnswer(asked);
    if (isHeld)
      return "";
    return wanted->window.after
               ? listed("sessions", {protocol::encode(exited("B 2 B", {5000}))})
               : listed("sessions", {protocol::encode(exited("B 1 A", {5000}))}, "x");
  };
  StayExport out;
  out.setWorkplace(workplace.get());
  SECTION("whole") {
    out.start(&period, "csv", 4);
    REQUIRE(eventually([&] { return !out.isRunning(); }));
    CHECK(out.written() == 2);
    CHECK(out.percent() == 50);
    const auto csv = onlyFile("kendaraan-*.csv");
    CHECK(csv.count("\r\n") == 3);
    CHECK(csv.contains("B 2 B"));
  }
  SECTION("stopped") {
    isHeld = true;
    out.start(&period, "csv", 4);
    CHECK(out.isRunning());
    out.cancel();
    CHECK(out.hasFailed());
    CHECK(onlyFile("kendaraan-*.csv").isEmpty());
  }
}
