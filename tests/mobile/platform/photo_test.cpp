#include "mobile/platform/photo.h"

#include <QRandomGenerator>

#include <catch2/catch.hpp>

using namespace palang::mobile;

namespace {

/// As much detail as a picture can have: the worst for JPEG.
QImage noise(int width, int height) {
  QImage out(width, height, QImage::Format_RGB32);
  QRandomGenerator random(7);
  for (int y = 0; y < height; ++y)
    random.fillRange(reinterpret_cast<quint32*>(out.scanLine(y)), width);
  return out;
}

} // namespace

TEST_CASE("a photo becomes a JPEG of about 60 kB, whatever the camera gave", "[photo]") {
  const auto bytes = compressed(noise(2400, 1800));
  CHECK(bytes.startsWith("\xFF\xD8\xFF"));
  CHECK(bytes.size() <= photoBytes);
  CHECK(bytes.size() > photoBytes / 3);
  const auto read = QImage::fromData(bytes);
  CHECK(read.width() < 2400);
  CHECK(std::abs(read.width() * 3 - read.height() * 4) <= 4);
}

TEST_CASE("a quiet photo keeps its pixels", "[photo]") {
  QImage plain(1280, 960, QImage::Format_RGB32);
  plain.fill(Qt::darkGreen);
  CHECK(QImage::fromData(compressed(plain)).size() == plain.size());
}

TEST_CASE("no picture, no photo", "[photo]") {
  CHECK(compressed({}).isEmpty());
}
