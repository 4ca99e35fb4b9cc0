#include "mobile/components/qrcode.h"
#include "mobile/platform/filecamera.h"
#include "mobile/platform/scanning.h"
#include "mobile/platform/ticketscanner.h"

#include "waiting.h"

#include <QPainter>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace palang::mobile;
using namespace palang::test;

namespace {

const auto ticketLike = QStringLiteral("P1:") + QString(132, QLatin1Char('A'));

struct CameraFixture : NeedsApplication {
  void put(const QString& name, const QImage& picture) const {
    REQUIRE(picture.save(dir.filePath(name)));
  }
  static QImage plain(Qt::GlobalColor colour) {
    QImage out(64, 48, QImage::Format_RGB32);
    out.fill(colour);
    return out;
  }

  QTemporaryDir dir;
  FileCamera camera{dir.path()};
};

/// A photo of a shown ticket: turned, smaller than the picture, with noise around it.
QImage photographed(const QImage& code) {
  QImage out(960, 720, QImage::Format_RGB32);
  out.fill(QColor(90, 110, 80));
  QPainter painter(&out);
  painter.translate(480, 360);
  painter.rotate(17);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(QRectF(-170, -170, 340, 340), code);
  return out;
}

} // namespace

TEST_CASE_METHOD(CameraFixture, "a camera runs only while somebody watches", "[camera]") {
  put(QStringLiteral("a.png"), plain(Qt::red));
  CHECK(camera.isAvailable());
  CHECK_FALSE(camera.isRunning());
  camera.watch();
  camera.watch();
  REQUIRE(eventually([&] { return !camera.frame().isNull(); }));
  camera.unwatch();
  CHECK(camera.isRunning());
  camera.unwatch();
  CHECK_FALSE(camera.isRunning());
  CHECK(camera.frame().isNull());
  camera.unwatch();
  CHECK_FALSE(camera.isRunning());
}

TEST_CASE_METHOD(CameraFixture, "the pictures of a folder come by name, and again", "[camera]") {
  put(QStringLiteral("a.png"), plain(Qt::red));
  put(QStringLiteral("b.png"), plain(Qt::blue));
  QList<QColor> seen;
  QObject::connect(&camera, &Camera::frameArrived, &camera,
                   [&] { seen.append(camera.frame().pixelColor(0, 0)); });
  camera.watch();
  REQUIRE(eventually([&] { return seen.size() >= 3; }));
  CHECK(seen.first(3) == QList<QColor>{Qt::red, Qt::blue, Qt::red});
}

TEST_CASE("a device without the folder has no camera", "[camera]") {
  CHECK_FALSE(FileCamera(QStringLiteral("/no/such/folder")).isAvailable());
}

TEST_CASE("a photographed ticket is read, turned and among other things", "[camera]") {
  const auto code = qrPicture(ticketLike, 4);
  CHECK(readCode(code) == ticketLike);
  CHECK(readCode(photographed(code)) == ticketLike);
  CHECK(readCode(CameraFixture::plain(Qt::white)).isEmpty());
  CHECK(readCode({}).isEmpty());
}

TEST_CASE_METHOD(CameraFixture, "a scanner tells a code once, until it is started again",
                 "[camera]") {
  put(QStringLiteral("a.png"), plain(Qt::white));
  put(QStringLiteral("b.png"), photographed(qrPicture(ticketLike, 4)));
  TicketScanner scanner;
  scanner.setCamera(&camera);
  QStringList found;
  QObject::connect(&scanner, &TicketScanner::found, &scanner,
                   [&](const QString& text) { found.append(text); });
  CHECK_FALSE(camera.isRunning());
  scanner.setActive(true);
  CHECK(camera.isRunning());
  REQUIRE(eventually([&] { return found.size() == 1; }));
  int frames = 0;
  QObject::connect(&camera, &Camera::frameArrived, &camera, [&] { ++frames; });
  REQUIRE(eventually([&] { return frames > 6; }));
  CHECK(found == QStringList{ticketLike});
  scanner.setActive(false);
  CHECK_FALSE(camera.isRunning());
  scanner.setActive(true);
  CHECK(eventually([&] { return found.size() == 2; }));
}
