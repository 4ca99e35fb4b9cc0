#pragma once

#include <QByteArray>
#include <QImage>

namespace palang::mobile {

inline constexpr qsizetype photoBytes = 60'000;
inline constexpr int photoSide = 1280;

/// The picture as a JPEG of at most `most` bytes: its longer side photoSide at the most, then as
/// good as fits. Empty for a null picture.
[[nodiscard]] QByteArray compressed(const QImage& picture, qsizetype most = photoBytes);

} // namespace palang::mobile
