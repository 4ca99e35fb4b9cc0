#include "mobile/core/photostore.h"

#include "mobile/core/sqlite.h"
#include "shared/protocol/limits.hpp"
#include "tests/mobile/core/storesamples.h"
#include "tests/support/temp_dir.hpp"

#include <QFile>

using namespace palang;
using namespace palang::mobile;
using namespace palang::mobile::samples;
using namespace std::chrono_literals;

namespace {

struct OpenPhotos {
  testing::temp_dir dir;
  manual_clock time{start};
  QString folder = QString::fromStdString(dir.path().string());
  Store store{time};
  PhotoStore photos{store, folder};

  OpenPhotos() { required(store.open(folder + "/palang.sqlite")); }
};

QByteArray picture(const char* content) {
  return QByteArray("\xFF\xD8\xFF\xE0") + content;
}

QByteArray read(const QString& path) {
  QFile file{path};
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

TEST_CASE("a photo is a file named by its content and waits for its upload", "[store][photo]") {
  OpenPhotos o;
  const auto in = required(o.photos.add(picture("in"), PhotoKind::Entry));
  o.time.advance(1s);
  const auto out = required(o.photos.add(picture("out"), PhotoKind::Exit));
  CHECK(o.photos.path(in) == o.folder + "/Images/Masuk/" + QString::fromStdString(in) + ".jpg");
  CHECK(o.photos.path(out) == o.folder + "/Images/Keluar/" + QString::fromStdString(out) + ".jpg");
  CHECK(read(o.photos.path(in)) == picture("in"));
  const auto waiting = required(o.photos.pending(10));
  REQUIRE(waiting.size() == 2);
  CHECK(waiting[0].sha256 == in);
  CHECK(waiting[1].kind == PhotoKind::Exit);
  CHECK(waiting[1].path == o.photos.path(out));
  CHECK(waiting[1].sizeBytes == picture("out").size());
  CHECK(required(o.photos.pendingCount()) == 2);
}

TEST_CASE("the same photo again changes nothing, and a spoiled file is written anew",
          "[store][photo]") {
  OpenPhotos o;
  const auto id = required(o.photos.add(picture("a"), PhotoKind::Entry));
  required(o.photos.markUploaded(id));
  CHECK(required(o.photos.add(picture("a"), PhotoKind::Exit)) == id);
  CHECK(required(o.photos.pendingCount()) == 0);
  CHECK(o.photos.path(id).contains("Masuk"));
  QFile file{o.photos.path(id)};
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write("spoiled");
  file.close();
  CHECK(required(o.photos.add(picture("a"), PhotoKind::Entry)) == id);
  CHECK(read(o.photos.path(id)) == picture("a"));
}

TEST_CASE("what is no photo is refused", "[store][photo]") {
  OpenPhotos o;
  CHECK(o.photos.add("GIF89a", PhotoKind::Entry).error().code == errc::unsupported_media_type);
  CHECK(o.photos.add({}, PhotoKind::Entry).error().code == errc::unsupported_media_type);
  const auto big = picture("") + QByteArray(protocol::limits::max_photo_bytes, 'x');
  CHECK(o.photos.add(big, PhotoKind::Entry).error().code == errc::too_large);
  CHECK(required(o.photos.pendingCount()) == 0);
}

TEST_CASE("a folder that cannot be written is told", "[store][photo]") {
  OpenPhotos o;
  QFile obstacle{o.folder + "/Images"};
  REQUIRE(obstacle.open(QIODevice::WriteOnly));
  CHECK(o.photos.add(picture("a"), PhotoKind::Entry).error().code == errc::db_unavailable);
}

TEST_CASE("uploaded photos are removed after some days, waiting ones never", "[store][photo]") {
  OpenPhotos o;
  const auto sent = required(o.photos.add(picture("sent"), PhotoKind::Entry));
  const auto waiting = required(o.photos.add(picture("waiting"), PhotoKind::Entry));
  required(o.photos.markUploaded(sent));
  const auto path = o.photos.path(sent);
  CHECK(required(o.photos.clean(7)) == 0);
  o.time.advance(std::chrono::days{8});
  CHECK(required(o.photos.clean(7)) == 1);
  CHECK_FALSE(QFile::exists(path));
  CHECK(o.photos.path(sent).isEmpty());
  CHECK_FALSE(o.photos.path(waiting).isEmpty());
}

TEST_CASE("a transaction inside another undoes only itself", "[store]") {
  OpenPhotos o;
  auto& db = o.store.database();
  const auto put = [&](const char* key) { return o.store.setSetting(key, "x"); };
  required(sqlite::inTransaction(db, [&]() -> result<void> {
    required(put("outer"));
    const auto inner = sqlite::inTransaction(db, [&]() -> result<void> {
      required(put("inner"));
      return fail(errc::invalid, "changed my mind");
    });
    CHECK_FALSE(inner);
    return sqlite::inTransaction(db, [&] { return put("second"); });
  }));
  CHECK(o.store.setting("outer"));
  CHECK_FALSE(o.store.setting("inner"));
  CHECK(o.store.setting("second"));
}
