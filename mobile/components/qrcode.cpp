#include "mobile/components/qrcode.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QPainter>

#include <algorithm>
#include <exception>

namespace palang::mobile {

namespace {

constexpr int quietZone = 4;  // ISO/IEC 18004: four modules.
constexpr int levelM = 4;     // ZXing's scale: 0-1 L, 2-4 M, 5-6 Q, 7-8 H.

QImage codeOf(const QString &text)
{
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
    } catch (const std::exception &) {
        return {}; // More text than the largest code holds.
    }
}

} // namespace

void QrCode::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_code = codeOf(text);
    emit textChanged();
    update();
}

void QrCode::paint(QPainter *painter)
{
    const auto area = boundingRect();
    painter->fillRect(area, Qt::white);
    if (m_code.isNull())
        return;
    const int side = m_code.width() + 2 * quietZone;
    const int pixels = std::max(1, static_cast<int>(std::min(area.width(), area.height())) / side);
    const int size = m_code.width() * pixels;
    const QPoint corner(static_cast<int>(area.width() - size) / 2, static_cast<int>(area.height() - size) / 2);
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter->drawImage(QRect(corner, QSize(size, size)), m_code);
}

} // namespace palang::mobile
