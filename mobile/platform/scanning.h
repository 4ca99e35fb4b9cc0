#pragma once

#include <QImage>
#include <QString>

namespace palang::mobile {

/// The text of the QR code in the picture; empty without one. Turned, tilted and small codes are
/// found too. Thread: any; tens of milliseconds.
[[nodiscard]] QString readCode(const QImage& picture);

} // namespace palang::mobile
