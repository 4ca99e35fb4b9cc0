#include "mobile/components/qrcode.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <exception>

namespace palang::mobile {

namespace {

constexpr int quietZone = 4; // ISO/IEC 18004: four modules.
constexpr int levelM = 4;    // ZXing's scale: 0-1 L, 2-4 M, 5-6 Q, 7-8 H.

QImage codeOf(const QString& text) {
  if (text.isEmpty())
    return {};
  try {
    const auto matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                            .setEccLevel(levelM)
                            .setMargin(0)
                            .encode(text.toStdWString(), 1, 1);
    QImage image(matrix.width(), matrix.height(), QImage::Format_Grayscale8);
    for (int y = 0; y < matrix.height(); ++y)
      for (int x = 0; x < matrix.width(); ++x)
        image.setPixelColor(x, y, matrix.get(x, y) ? Qt::black : Qt::white);
    return image;
  } catch (const std::exception&) {
    return {}; // More text than the largest code holds.
  }
}

} // namespace

QImage qrPicture(const QString& text, int pixelsPerModule) {
  const auto code = codeOf(text);
  if (code.isNull())
    return {};
  QImage out(code.size() + QSize(2 * quietZone, 2 * quietZone), QImage::Format_Grayscale8);
  out.fill(Qt::white);
  QPainter(&out).drawImage(quietZone, quietZone, code);
  return out.scaled(out.size() * pixelsPerModule);
}

void QrCode::setText(const QString& text) {
  if (text == m_text)
    return;
  m_text = text;
  m_code = codeOf(text);
  emit textChanged();
  update();
}

void QrCode::paint(QPainter* painter) {
  const auto area = boundingRect();
  painter->fillRect(area, Qt::white);
  if (m_code.isNull())
    return;
  const int side = m_code.width() + 2 * quietZone;
  // Whole pixels of the screen, not of the layout.
  const auto ratio = painter->device()->devicePixelRatioF();
  const auto module =
      std::max(1.0, std::floor(std::min(area.width(), area.height()) * ratio / side)) / ratio;
  const auto size = m_code.width() * module;
  const auto place = [&](qreal length) { return std::floor((length - size) / 2 * ratio) / ratio; };
  painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
  painter->drawImage(QRectF(place(area.width()), place(area.height()), size, size), m_code);
}

} // namespace palang::mobile
