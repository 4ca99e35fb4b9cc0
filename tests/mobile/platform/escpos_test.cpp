#include "mobile/components/qrcode.h"
#include "mobile/platform/escpos.h"
#include "mobile/platform/scanning.h"

#include <catch2/catch.hpp>

using namespace palang::mobile;

TEST_CASE("what a printer is sent draws the same picture, dot by dot", "[escpos]") {
  QImage picture(paperDots, 300, QImage::Format_Grayscale8);
  picture.fill(Qt::white);
  for (int i = 0; i < 300; ++i)
    picture.setPixelColor(i, i, Qt::black);
  const auto drawn = drawnBy(escPos(picture));
  REQUIRE(drawn.size() == picture.size());
  int differences = 0;
  for (int y = 0; y < 300; ++y)
    for (int x = 0; x < paperDots; ++x)
      differences += drawn.pixelColor(x, y) != picture.pixelColor(x, y) ? 1 : 0;
  CHECK(differences == 0);
}

TEST_CASE("a printed ticket can be scanned again", "[escpos]") {
  const auto text = QStringLiteral("P1:") + QString(132, QLatin1Char('B'));
  const auto drawn = drawnBy(escPos(qrPicture(text, 7)));
  CHECK(drawn.width() == paperDots);
  CHECK(readCode(drawn) == text);
}

TEST_CASE("a picture is fitted to the paper", "[escpos]") {
  QImage wide(2 * paperDots, 100, QImage::Format_RGB32);
  wide.fill(Qt::black);
  CHECK(drawnBy(escPos(wide)).size() == QSize(paperDots, 50));
  QImage narrow(8, 10, QImage::Format_RGB32);
  narrow.fill(Qt::black);
  const auto drawn = drawnBy(escPos(narrow));
  CHECK(drawn.size() == QSize(paperDots, 10));
  CHECK(drawn.pixelColor(0, 0) == Qt::white);
  CHECK(drawn.pixelColor(paperDots / 2, 5) == Qt::black);
}

TEST_CASE("every job begins clean and ends with a cut", "[escpos]") {
  const auto bytes = escPos(QImage(8, 8, QImage::Format_Grayscale8));
  CHECK(bytes.startsWith("\x1b@"));
  CHECK(bytes.endsWith(QByteArray("\x1d"
                                  "V\x01")));
  CHECK(escPos({}).isEmpty());
  CHECK(drawnBy(bytes + 'x').isNull());
  CHECK(drawnBy(bytes.mid(1)).isNull());
}
