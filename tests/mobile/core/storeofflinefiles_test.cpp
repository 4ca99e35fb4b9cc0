#include "mobile/core/offlinefiles.h"

#include "mobile/core/photostore.h"
#include "shared/domain/ticket.hpp"
#include "tests/mobile/core/storesamples.h"
#include "tests/support/temp_dir.hpp"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace palang;
using namespace palang::mobile;
using namespace palang::mobile::samples;
using namespace std::chrono_literals;
using Outcome = ImportedFile::Outcome;

namespace {

const protocol::site_zone wib{{instant{}, 7 * 60}};

struct Device {
  testing::temp_dir dir;
  manual_clock time{start};
  QString folder = QString::fromStdString(dir.path().string());
  Store store{time};
  PhotoStore photos{store, folder};
  OfflineFiles files{store, photos};

  Device() { required(store.open(folder + "/palang.sqlite")); }

  std::vector<ImportedFile> import(const QString& from, bool takesSynced = false) {
    return required(files.importFolder({.folder = from,
                                        .zone = wib,
                                        .entryGateId = "in-1",
                                        .exitGateId = "out-1",
                                        .username = "budi",
                                        .hasDevice = true,
                                        .takesSynced = takesSynced}));
  }
  std::vector<OutboxRow> rows() { return required(store.rowsBySeq(1, 1'000)); }
};

const QString sample = PALANG_TEST_DATA "/offline_data";

ImportedFile of(const std::vector<ImportedFile>& report, const QString& name) {
  const auto at = std::ranges::find(report, name, &ImportedFile::name);
  REQUIRE(at != report.end());
  return *at;
}

int count(const std::vector<ImportedFile>& report, Outcome outcome) {
  return static_cast<int>(std::ranges::count(report, outcome, &ImportedFile::outcome));
}

void write(const QString& path, const QByteArray& bytes) {
  QFile file{path};
  REQUIRE(file.open(QIODevice::WriteOnly));
  REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace

TEST_CASE("the manual's sample folder is taken over, file by file", "[store][offline]") {
  Device d;
  const auto report = d.import(sample);
  REQUIRE(report.size() == 9);
  CHECK(count(report, Outcome::Imported) == 7);
  const auto half = of(report, "parking_entry_20250324_101112_T100005.json");
  CHECK(half.outcome == Outcome::Skipped);
  CHECK(half.note.contains("in part"));
  const auto synced = of(report, "parking_entry_20250324_100000_T100004.json");
  CHECK(synced.outcome == Outcome::Skipped);
  CHECK(synced.note.contains("SYNCED"));
  CHECK(of(report, "parking_entry_20250324_100000_T100004b.json").note.contains("missing.jpg"));
  CHECK(of(report, "parking_exit_20250324_235959_T100007.json").note.contains("before its entry"));

  const auto rows = d.rows();
  REQUIRE(rows.size() == 7);
  for (const auto& row : rows) {
    CHECK(row.submission.is_offline);
    CHECK(row.state == sync::record_state::pending);
  }
  const auto& first = std::get<protocol::entry_data>(rows[0].submission.data);
  CHECK(first.plate == "B 1234 XYZ");
  CHECK(first.vehicle_type == "MOBIL");
  REQUIRE(first.photo);
  CHECK_FALSE(d.photos.path(*first.photo).isEmpty());
  CHECK(rows[0].submission.taken_at == from_ms(1'742'778'900'000));
  CHECK(std::get<protocol::entry_data>(rows[3].submission.data).plate_reason == "TANPA PLAT");
  CHECK(required(d.photos.pendingCount()) == 1);
}

TEST_CASE("an imported exit closes the imported entry's session and waits for it",
          "[store][offline]") {
  Device d;
  d.import(sample);
  const auto rows = d.rows();
  const auto exit = std::ranges::find_if(rows, [&](const OutboxRow& row) {
    const auto* data = std::get_if<protocol::exit_data>(&row.submission.data);
    return data != nullptr && data->charged == rupiah{11'000};
  });
  REQUIRE(exit != rows.end());
  CHECK(exit->dependsOn == std::vector{rows[0].submission.id});
  const auto session =
      required(d.store.session(std::get<protocol::entry_data>(rows[0].submission.data).session_id));
  REQUIRE(session);
  CHECK(session->status == protocol::session_status::closed);
  CHECK(session->charged == rupiah{11'000});
  CHECK(session->plate_key == "B1234XYZ");
  const auto alone = required(d.store.findSessions("L99Q", 5));
  REQUIRE(alone.size() == 1);
  CHECK(alone[0].status == protocol::session_status::exit_only);
}

TEST_CASE("importing a folder twice changes nothing, even after the archive was cleaned",
          "[store][offline]") {
  Device d;
  d.import(sample);
  CHECK(count(d.import(sample), Outcome::AlreadyThere) == 7);
  for (const auto& row : d.rows())
    required(d.store.mark_applied(row.submission.id,
                                  {.id = row.submission.id, .is_accepted = true, .why = {}}));
  d.time.advance(std::chrono::days{30});
  CHECK(required(d.store.cleanArchive(7)) == 7);
  const auto again = d.import(sample);
  CHECK(count(again, Outcome::AlreadyThere) == 7);
  CHECK(count(again, Outcome::Imported) == 0);
  CHECK(d.rows().empty());
}

TEST_CASE("two devices make the same ids of the same folder", "[store][offline]") {
  Device one;
  Device other;
  one.import(sample);
  other.import(sample);
  const auto a = one.rows();
  const auto b = other.rows();
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    CHECK(a[i].submission == b[i].submission);
}

TEST_CASE("one transaction in two files is imported once", "[store][offline]") {
  Device d;
  const auto report = d.import(sample, true);
  CHECK(of(report, "parking_entry_20250324_100000_T100004.json").outcome == Outcome::Imported);
  const auto twin = of(report, "parking_entry_20250324_100000_T100004b.json");
  CHECK(twin.outcome == Outcome::Skipped);
  CHECK(twin.note.contains("parking_entry_20250324_100000_T100004.json"));
}

TEST_CASE("odd files are told in words and keep nobody out", "[store][offline]") {
  Device d;
  testing::temp_dir odd;
  const auto folder = QString::fromStdString(odd.path().string());
  REQUIRE(QDir{}.mkpath(folder + "/Images/Masuk"));
  write(folder + "/../" + QFileInfo{folder}.fileName() + "-secret.jpg", "\xFF\xD8\xFF");
  write(folder + "/Images/Masuk/text.jpg", "no picture");
  const auto entry = [&](const char* id, const QByteArray& image,
                         const char* time = "2025-03-24T08:00:00") {
    write(folder + "/parking_entry_20250324_080000_" + id + ".json",
          QByteArray(R"({"transaction_id":")") + id + R"(","vehicle_number":"B 1 )" + id
              + R"(","entry_time":")" + time + R"(","vehicle_type":"SPACESHIP","image_path":")"
              + image + R"("})");
  };
  entry("A", "../" + QFileInfo{folder}.fileName().toUtf8() + "-secret.jpg");
  entry("B", "Images\\\\Masuk\\\\text.jpg");
  entry("C", "", "2025-03-24T25:00:00");
  entry("D", "/etc/hostname");
  write(folder + "/notes.json", "{}");
  write(folder + "/readme.txt", "ignored");
  const auto report = d.import(folder);
  REQUIRE(report.size() == 5);
  CHECK(of(report, "parking_entry_20250324_080000_A.json").note.contains("is missing"));
  CHECK(of(report, "parking_entry_20250324_080000_A.json").note.contains("SPACESHIP"));
  CHECK(of(report, "parking_entry_20250324_080000_B.json").note.contains("left out"));
  CHECK(of(report, "parking_entry_20250324_080000_C.json").outcome == Outcome::Skipped);
  CHECK(of(report, "parking_entry_20250324_080000_C.json").note.contains("entry_time"));
  CHECK(of(report, "parking_entry_20250324_080000_D.json").note.contains("is missing"));
  CHECK(of(report, "notes.json").outcome == Outcome::Skipped);
  CHECK(count(report, Outcome::Imported) == 3);
  CHECK(required(d.store.nextDeviceSeq()) == 4);
  QFile::remove(folder + "-secret.jpg");
}

TEST_CASE("a folder that is not there is told", "[store][offline]") {
  Device d;
  ImportOptions options;
  options.folder = d.folder + "/none";
  CHECK(d.files.importFolder(options).error().code == errc::not_found);
}

TEST_CASE("an export comes back as itself on the same device and as the same records on another",
          "[store][offline]") {
  Device d;
  const auto photo = required(d.photos.add("\xFF\xD8\xFF picture", PhotoKind::Entry));
  auto draft = entryDraft("B 1234 XYZ");
  std::get<protocol::entry_data>(draft.data).photo = photo;
  draft.effect->ticket_no = "01-003-000001-7";
  const auto entry = required(d.store.append(draft));
  auto leaving = exitDraft(entry);
  leaving.effect->ticket_no = "01-003-000001-7";
  const auto exit = required(d.store.append(leaving));
  Store::Draft shift;
  shift.data = protocol::shift_open_data{.shift_id = make_uuid_v7(start), .cash = {50'000}};
  shift.summary = "buka shift";
  required(d.store.append(shift));

  const auto folder = d.folder + "/offline_data";
  const auto report = required(d.files.exportFolder({.folder = folder, .zone = wib}));
  CHECK(report.records == 2);
  CHECK(report.photos == 1);
  CHECK(report.left == QStringList{"buka shift"});
  CHECK(QFile::exists(folder + "/parking_entry_20250324_150000_01-003-000001-7.json"));
  CHECK(QFile::exists(folder + "/parking_exit_20250324_160000_01-003-000001-7.json"));
  CHECK(QFile::exists(folder + "/Images/Masuk/B1234XYZ_20250324_150000.jpg"));

  CHECK(count(d.import(folder), Outcome::AlreadyThere) == 2);
  Device other;
  CHECK(count(other.import(folder), Outcome::Imported) == 2);
  const auto rows = other.rows();
  CHECK(rows[0].submission.id == entry.submission.id);
  CHECK(rows[0].submission.data == entry.submission.data);
  CHECK(rows[1].submission.id == exit.submission.id);
  CHECK(rows[1].dependsOn == std::vector{entry.submission.id});
  CHECK(required(
            other.store.session(std::get<protocol::entry_data>(rows[0].submission.data).session_id))
            ->status
        == protocol::session_status::closed);
}

TEST_CASE("applied records are exported only when asked for, and never imported again",
          "[store][offline]") {
  Device d;
  const auto id = required(d.store.append(entryDraft("B1X"))).submission.id;
  required(d.store.mark_applied(id, {.id = id, .is_accepted = true, .why = {}}));
  const auto folder = d.folder + "/offline_data";
  CHECK(required(d.files.exportFolder({.folder = folder, .zone = wib})).records == 0);
  CHECK(required(d.files.exportFolder({.folder = folder, .zone = wib, .all = true})).records == 1);
  Device other;
  const auto report = other.import(folder, true);
  REQUIRE(report.size() == 1);
  CHECK(report[0].outcome == Outcome::Skipped);
}

TEST_CASE("an exit by a ticket alone is exported with what the ticket says", "[store][offline]") {
  Device d;
  domain::ticket ticket{.site_no = 1,
                        .device_no = 9,
                        .device_seq = 77,
                        .entered_s = 1'742'800'000,
                        .plate_key = "D12AB"};
  auto text = domain::sign_ticket(ticket, crypto::make_key_pair().sec);
  Store::Draft draft;
  draft.data = protocol::exit_data{.session_id = {},
                                   .ticket = text,
                                   .gate_id = "out-1",
                                   .charged = {3'000},
                                   .paid = {},
                                   .photo = {},
                                   .plate = {}};
  draft.takenAt = start;
  required(d.store.append(draft));
  const auto folder = d.folder + "/offline_data";
  CHECK(required(d.files.exportFolder({.folder = folder, .zone = wib})).records == 1);
  const auto names = QDir{folder}.entryList({"*.json"});
  REQUIRE(names.size() == 1);
  QFile file{folder + "/" + names[0]};
  REQUIRE(file.open(QIODevice::ReadOnly));
  const auto record = protocol::decode_offline_record(file.readAll().toStdString(),
                                                      protocol::offline_kind::exit, wib);
  REQUIRE(record);
  CHECK(record->vehicle_number == "D12AB");
  CHECK(record->entered_at == from_ms(1'742'800'000'000));
  CHECK(record->fee == rupiah{3'000});
}
