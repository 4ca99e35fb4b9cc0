#include "mobile/core/store.h"

#include "mobile/core/salvage.h"
#include "mobile/core/sqlite.h"
#include "shared/protocol/codec.hpp"
#include "tests/mobile/core/storesamples.h"
#include "tests/support/temp_dir.hpp"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <functional>
#include <random>
#include <set>

using namespace palang;
using namespace palang::mobile;
using namespace palang::mobile::samples;

namespace {

constexpr int records = 300;

/// A closed store with records of every state, settings and sessions.
struct UsedStore {
  testing::temp_dir dir;
  QString path = QString::fromStdString(dir.file("palang.sqlite"));
  manual_clock time{start};
  std::vector<protocol::submit> submissions;

  UsedStore() {
    Store store{time};
    required(store.open(path));
    // One transaction: each of these would wait for the disk.
    required(sqlite::inTransaction(store.database(), [&]() -> result<void> {
      fill(store);
      return {};
    }));
    required(store.setSetting("device.id", "here"));
  }

  void fill(Store& store) {
    for (int i = 0; i < records; ++i)
      submissions.push_back(
          required(store.append(entryDraft("B" + std::to_string(i) + "X"))).submission);
    for (std::size_t i = 0; i < 100; ++i)
      required(store.mark_applied(submissions[i].id,
                                  {.id = submissions[i].id, .is_accepted = true, .why = {}}));
    required(store.mark_quarantined({submissions[100].id}, {errc::bad_plate, "why", {}}));
  }

  QByteArray read(const QString& name) const {
    QFile file{name};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
  }
  void write(const QString& name, const QByteArray& bytes) const {
    QFile file{name};
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
  }
  /// Returns how many records are whole in the damaged bytes.
  std::size_t damage(const std::function<void(QByteArray&)>& how) {
    auto bytes = read(path);
    how(bytes);
    write(path, bytes);
    return static_cast<std::size_t>(std::ranges::count_if(submissions, [&](const auto& s) {
      return bytes.contains(QByteArray::fromStdString(protocol::encode(s)));
    }));
  }
};

std::set<uuid> idsIn(const Store& store) {
  std::set<uuid> out;
  for (const auto& row : required(store.rows(std::nullopt, 10'000)))
    if (!row.why || row.why->code != errc::corrupt)
      out.insert(row.submission.id);
  return out;
}

/// Goes on working after the damage, with numbers that were never used.
void checkGoesOn(Store& store) {
  const auto row = required(store.append(entryDraft("B9999ZZ")));
  CHECK(row.submission.device_seq > records);
  CHECK(required(store.pending()).back().id == row.submission.id);
}

} // namespace

TEST_CASE("a damaged file is put aside and what can be read goes on", "[store][damage]") {
  UsedStore used;
  std::size_t whole = 0;
  SECTION("cut off at a page") {
    whole = used.damage([](QByteArray& b) { b.truncate(b.size() * 6 / 10 / 4096 * 4096); });
    CHECK(whole > 50);
  }
  SECTION("cut off anywhere") {
    whole = used.damage([](QByteArray& b) { b.truncate(b.size() * 6 / 10 + 17); });
    CHECK(whole > 50);
  }
  SECTION("zeros in the middle") {
    whole = used.damage([](QByteArray& b) {
      std::fill(b.begin() + b.size() * 4 / 10, b.begin() + b.size() * 6 / 10, '\0');
    });
    CHECK(whole > 50);
  }
  SECTION("a header of something else") {
    whole = used.damage([](QByteArray& b) { b.replace(0, 100, QByteArray(100, 'x')); });
    CHECK(whole == records);
  }
  SECTION("no first page") {
    whole = used.damage([](QByteArray& b) { b.replace(0, 4096, QByteArray(4096, '\xA5')); });
    CHECK(whole == records);
  }
  SECTION("something else altogether") {
    whole = used.damage([](QByteArray& b) { b = "This is a letter to my landlord."; });
    CHECK(whole == 0);
  }
  const auto damaged = used.read(used.path);
  Store store{used.time};
  const auto report = required(store.open(used.path));
  CHECK(report.wasSalvaged);
  CHECK(used.read(report.asidePath) == damaged);
  CHECK(report.asidePath.endsWith(".damaged-20250324T080000Z"));
  const auto ids = idsIn(store);
  CHECK(ids.size() >= whole);
  CHECK(static_cast<std::size_t>(report.salvagedRecords) == ids.size());
  if (whole > 0)
    checkGoesOn(store);
}

TEST_CASE("another program's database is put aside as it was", "[store][damage]") {
  const testing::temp_dir dir;
  const auto path = QString::fromStdString(dir.file("palang.sqlite"));
  {
    auto foreign = required(sqlite::Database::open(path.toStdString()));
    required(
        foreign.execute("CREATE TABLE contacts (name TEXT); INSERT INTO contacts VALUES ('x')"));
  }
  QFile file{path};
  REQUIRE(file.open(QIODevice::ReadOnly));
  const auto before = file.readAll();
  manual_clock time{start};
  Store store{time};
  const auto report = required(store.open(path));
  CHECK(report.wasSalvaged);
  CHECK(report.salvagedRecords == 0);
  QFile aside{report.asidePath};
  REQUIRE(aside.open(QIODevice::ReadOnly));
  CHECK(aside.readAll() == before);
  CHECK(required(store.append(entryDraft("B1X"))).submission.device_seq > 0);
}

TEST_CASE("a newer program's database is left alone", "[store][damage]") {
  UsedStore used;
  {
    auto newer = required(sqlite::Database::open(used.path.toStdString()));
    required(newer.execute("PRAGMA user_version = 99"));
  }
  const auto before = used.read(used.path);
  Store store{used.time};
  const auto opened = store.open(used.path);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == errc::not_supported);
  CHECK(used.read(used.path) == before);
}

TEST_CASE("what was settled stays settled when the damage is elsewhere", "[store][damage]") {
  UsedStore used;
  // The last page belongs to an index or to the newest rows, not to the schema.
  const auto whole = used.damage([](QByteArray& b) { std::fill(b.end() - 4096, b.end(), '\x5A'); });
  Store store{used.time};
  CHECK(required(store.open(used.path)).wasSalvaged);
  CHECK(required(store.row(used.submissions[5].id)).state == sync::record_state::applied);
  const auto refused = required(store.row(used.submissions[100].id));
  CHECK(refused.why == error{errc::bad_plate, "why", {}});
  CHECK(store.setting("device.id") == "here");
  CHECK(required(store.nextDeviceSeq()) == records + 1 + salvageSafetyGap);
  CHECK(idsIn(store).size() >= whole);
}

TEST_CASE("whichever bytes are spoiled, the store opens and goes on", "[store][damage]") {
  UsedStore used;
  const auto sound = used.read(used.path);
  for (std::uint32_t seed = 1; seed <= 15; ++seed) {
    CAPTURE(seed);
    std::mt19937 random{seed};
    used.write(used.path, sound);
    const auto whole = used.damage([&](QByteArray& b) {
      for (int hit = 0; hit < 3; ++hit) {
        const auto from = static_cast<qsizetype>(random() % static_cast<std::uint32_t>(b.size()));
        for (auto i = from; i < std::min(b.size(), from + 3'000); ++i)
          b[i] = static_cast<char>(random());
      }
    });
    Store store{used.time};
    if (required(store.open(used.path)).wasSalvaged)
      CHECK(idsIn(store).size() >= whole);
    checkGoesOn(store);
  }
}

TEST_CASE("records that are only in the log survive the loss of the file", "[store][damage]") {
  UsedStore used;
  QByteArray log;
  {
    Store store{used.time};
    required(store.open(used.path));
    used.submissions.push_back(required(store.append(entryDraft("B1LOG"))).submission);
    log = used.read(used.path + "-wal");
  }
  const auto newest = used.submissions.back().id;
  SECTION("empty file") {
    used.write(used.path, {});
  }
  SECTION("no file") {
    QFile::remove(used.path);
  }
  SECTION("garbage") {
    used.write(used.path, QByteArray(50'000, 'g'));
  }
  used.write(used.path + "-wal", log);
  Store store{used.time};
  CHECK(required(store.open(used.path)).wasSalvaged);
  CHECK(idsIn(store).contains(newest));
  CHECK(required(store.append(entryDraft("B2X"))).submission.device_seq > records + 1);
}

TEST_CASE("a salvage that was interrupted is finished or begun again", "[store][damage]") {
  UsedStore used;
  SECTION("while the new file took the old one's place") {
    REQUIRE(QFile::rename(used.path, used.path + ".salvaged"));
    used.write(used.path, "damaged");
    used.write(used.path + "-wal", "an old log");
    Store store{used.time};
    CHECK_FALSE(required(store.open(used.path)).wasSalvaged);
    CHECK(idsIn(store).size() == records);
    CHECK_FALSE(QFile::exists(used.path + ".salvaged"));
  }
  SECTION("while the new file was written") {
    used.damage([](QByteArray& b) { b.replace(0, 100, QByteArray(100, 'x')); });
    used.write(used.path + ".salvaging", "half a file");
    used.write(used.path + ".salvaging-wal", "half a log");
    Store store{used.time};
    CHECK(required(store.open(used.path)).wasSalvaged);
    CHECK(idsIn(store).size() == records);
    CHECK_FALSE(QFile::exists(used.path + ".salvaging"));
  }
}

TEST_CASE("without space for the copy the damaged file stays as it is", "[store][damage]") {
  UsedStore used;
  used.damage([](QByteArray& b) { b.replace(0, 100, QByteArray(100, 'x')); });
  const auto damaged = used.read(used.path);
  // A folder where the copy would go stands for a disk that takes no copy.
  REQUIRE(QDir{}.mkpath(used.path + ".damaged-20250324T080000Z/x"));
  Store store{used.time};
  const auto report = store.open(used.path);
  REQUIRE_FALSE(report);
  CHECK(report.error().code == errc::db_unavailable);
  CHECK(used.read(used.path) == damaged);
}
