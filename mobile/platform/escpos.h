#pragma once

#include <QByteArray>
#include <QImage>

namespace palang::mobile {

/// Dots across a 58 mm printer's paper.
inline constexpr int paperDots = 384;

/// A picture for a receipt printer: initialised, drawn line by line as dots (GS v 0), fed and cut.
/// The picture is scaled down to paperDots when it is wider and padded when it is narrower; what is
/// darker than half is black. Everything is sent as dots, so that any printer's own fonts and code
/// pages do not matter. Pure.
[[nodiscard]] QByteArray escPos(const QImage& picture);

/// What a printer would have drawn of such bytes; null when they hold anything else. For tests and
/// for the preview.
[[nodiscard]] QImage drawnBy(const QByteArray& bytes);

} // namespace palang::mobile
