#include "mobile/platform/scanning.h"

#include <ZXing/ReadBarcode.h>

namespace palang::mobile {

QString readCode(const QImage& picture) {
  if (picture.isNull())
    return {};
  const auto grey = picture.convertToFormat(QImage::Format_Grayscale8);
  const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(),
                              ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine()));
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true);
  const auto found = ZXing::ReadBarcode(view, hints);
  return found.isValid() ? QString::fromStdWString(found.text()) : QString{};
}

} // namespace palang::mobile
