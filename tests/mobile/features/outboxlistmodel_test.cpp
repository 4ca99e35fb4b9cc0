#include "mobile/features/outbox/outboxlistmodel.h"

#include "mobile/features/outbox/exporter.h"
#include "mobile/features/outbox/importer.h"
#include "workplacefixture.h"

#include <catch2/catch.hpp>

#include <QDir>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using Tab = OutboxListModel::Tab;

namespace {

struct OutboxFixture : WorkplaceFixture {
  OutboxFixture() { model.setWorkplace(workplace.get()); }

  [[nodiscard]] QVariant at(int row, OutboxListModel::Role role) const {
    return model.data(model.index(row), role);
  }

  OutboxListModel model;
};

} // namespace

TEST_CASE_METHOD(OutboxFixture, "a record moves from waiting to sent by itself", "[outbox]") {
  goOffline();
  enter("B 1 A");
  REQUIRE(model.count() == 1);
  CHECK(at(0, OutboxListModel::TitleRole) == QStringLiteral("B 1 A"));
  CHECK(at(0, OutboxListModel::FactsRole) == QStringLiteral("Mobil · Masuk 1"));
  CHECK(at(0, OutboxListModel::StandingRole) == QStringLiteral("Menunggu kirim"));
  goBack();
  client->sync().startNow();
  REQUIRE(eventually([&] { return model.count() == 0; }));
  model.setTab(Tab::Sent);
  REQUIRE(model.count() == 1);
  CHECK(at(0, OutboxListModel::StandingRole).toString().startsWith(QStringLiteral("Terkirim ")));
}

TEST_CASE_METHOD(OutboxFixture,
                 "the story tells who made it, where it was kept and what the server said",
                 "[outbox]") {
  goOffline();
  const auto entry = enter("B 1 A");
  leave(entry);
  const auto story = at(0, OutboxListModel::StoryRole).toStringList().join(QLatin1Char('\n'));
  CHECK(story.contains(QStringLiteral("Dicatat oleh budi, luring")));
  CHECK(story.contains(QStringLiteral("Catatan HP nomor 2")));
  CHECK(story.contains(QStringLiteral("Tersimpan di HP")));
  CHECK(story.contains(QStringLiteral("Menunggu kirim, sesudah catatan masuknya")));
}

TEST_CASE_METHOD(OutboxFixture,
                 "a refused record is told with its reason and a next step, and can be retried",
                 "[outbox]") {
  server.onSubmit = [&](const protocol::submit& s) { server.reject(s, errc::bad_plate); };
  const auto entry = enter("B 1 A");
  model.setTab(Tab::Attention);
  REQUIRE(eventually([&] { return model.count() == 1; }));
  CHECK(at(0, OutboxListModel::TroubledRole).toBool());
  CHECK(at(0, OutboxListModel::StandingRole) == QStringLiteral("Plat tidak terbaca"));
  CHECK_FALSE(at(0, OutboxListModel::NextStepRole).toString().isEmpty());
  const auto id = at(0, OutboxListModel::RecordIdRole).toString();
  CHECK(model.details(id)[QStringLiteral("title")] == QStringLiteral("B 1 A"));

  server.onSubmit = nullptr;
  model.retry(id);
  CHECK(model.count() == 0);
  REQUIRE(eventually([&] { return client->sync().pendingCount() == 0; }));

  // The new one was sent; the refused one tells that it never was, and why.
  model.setTab(Tab::Sent);
  REQUIRE(model.count() == 2);
  const auto old = model.details(id);
  CHECK(old[QStringLiteral("standing")].toString().startsWith(QStringLiteral("Ditolak")));
  const auto story = old[QStringLiteral("story")].toStringList().join(QLatin1Char('\n'));
  CHECK(story.contains(QStringLiteral("Ditolak server: Plat tidak terbaca")));
  CHECK(story.contains(QStringLiteral("catatan baru menggantikannya")));
  CHECK_FALSE(story.contains(QStringLiteral("Diterima server")));
  CHECK(stateOf(entry) == sync::record_state::applied);
}

TEST_CASE_METHOD(OutboxFixture, "a car without a plate has a title, too", "[outbox]") {
  goOffline();
  Client::Entry entry;
  entry.gateId = "in-1";
  entry.plateReason = "baru";
  REQUIRE(client->recordEntry(entry));
  CHECK(at(0, OutboxListModel::TitleRole) == QStringLiteral("TANPA PLAT"));
}

TEST_CASE_METHOD(OutboxFixture, "the export writes what waits and says where", "[outbox]") {
  goOffline();
  enter("B 1 A");
  Exporter exporter;
  exporter.setWorkplace(workplace.get());
  exporter.run();
  INFO(exporter.report().toStdString());
  CHECK_FALSE(exporter.hasFailed());
  CHECK(exporter.report().startsWith(QStringLiteral("1 catatan")));
  CHECK(QDir(dir.filePath(QStringLiteral("offline_data"))).entryList(QDir::Files).size() == 1);
}

namespace {

struct ImportFixture : OutboxFixture {
  ImportFixture() {
    goOffline();
    importer.setWorkplace(workplace.get());
  }
  void run(const QString& folder) {
    importer.run(folder);
    CHECK(importer.state() == Importer::State::Running);
    REQUIRE(eventually([&] { return importer.state() != Importer::State::Running; }));
  }

  Importer importer;
};

const QString sample = QStringLiteral(PALANG_TEST_DATA "/offline_data");

} // namespace

TEST_CASE_METHOD(ImportFixture,
                 "an old folder becomes records that wait, with every file accounted for",
                 "[outbox][import]") {
  run(sample);
  CHECK(importer.state() == Importer::State::Done);
  CHECK(importer.summary() == QStringLiteral("7 catatan diambil, 0 sudah ada, 2 berkas dilewati."));
  CHECK(importer.skipped().count(QLatin1Char('\n')) == 1);
  CHECK(client->sync().pendingCount() == 7);
  CHECK(model.count() == 7);
  run(sample);
  CHECK(importer.summary() == QStringLiteral("0 catatan diambil, 7 sudah ada, 2 berkas dilewati."));
  CHECK(model.count() == 7);
}

TEST_CASE_METHOD(ImportFixture, "imported records belong to the gates that the person chose",
                 "[outbox][import]") {
  CHECK(importer.entryGate() == QStringLiteral("Masuk 1"));
  CHECK(importer.exitGate() == QStringLiteral("Keluar 1"));
  importer.nextExitGate();
  CHECK(importer.exitGate() == QStringLiteral("Keluar 1"));
  run(sample);
  const auto rows = client->store().rows(sync::record_state::pending, 10);
  REQUIRE(rows);
  for (const auto& row : *rows)
    if (const auto* entry = std::get_if<protocol::entry_data>(&row.submission.data))
      CHECK(entry->gate_id == "in-1");
    else
      CHECK(std::get<protocol::exit_data>(row.submission.data).gate_id == "out-1");
}

TEST_CASE_METHOD(ImportFixture, "a folder that is not there is told by its name",
                 "[outbox][import]") {
  run(QStringLiteral("/no/such/folder"));
  CHECK(importer.state() == Importer::State::Failed);
  CHECK(importer.summary() == QStringLiteral("Tidak ada folder /no/such/folder."));
  importer.reset();
  CHECK(importer.state() == Importer::State::Ready);
}
