#include "mobile/platform/photo.h"

#include <QBuffer>

#include <algorithm>
#include <array>

namespace palang::mobile {

namespace {

constexpr std::array qualities{75, 60, 45, 30};
constexpr int leastSide = 320;

QByteArray jpeg(const QImage& picture, int quality) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  return picture.save(&buffer, "JPEG", quality) ? bytes : QByteArray{};
}

} // namespace

QByteArray compressed(const QImage& picture, qsizetype most) {
  if (picture.isNull())
    return {};
  const int longer = std::max(picture.width(), picture.height());
  QByteArray bytes;
  for (int side = std::min(longer, photoSide); side >= std::min(longer, leastSide);
       side = side * 3 / 4) {
    const auto scaled =
        side == longer ? picture
                       : picture.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    for (const int quality : qualities) {
      bytes = jpeg(scaled, quality);
      if (bytes.size() <= most)
        return bytes;
    }
  }
  return bytes;
}

} // namespace palang::mobile
