#include "mobile/platform/escpos.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace palang::mobile {

namespace {

/// Cheap printers have small buffers: never more at once than this many lines.
constexpr int bandLines = 128;
constexpr int feedLines = 4;
constexpr int darkBelow = 128;

constexpr std::array start{'\x1b', '@'};
constexpr std::array raster{'\x1d', 'v', '0', '\0'};
constexpr std::array feed{'\x1b', 'd', char{feedLines}};
constexpr std::array cut{'\x1d', 'V', '\x01'};

template <std::size_t N>
QByteArray command(const std::array<char, N>& bytes) {
  return QByteArray(bytes.data(), static_cast<qsizetype>(N));
}

void appendNumber(QByteArray& out, int value) {
  out.append(static_cast<char>(value & 0xff));
  out.append(static_cast<char>(value >> 8 & 0xff));
}

int numberAt(const QByteArray& bytes, qsizetype at) {
  return static_cast<uchar>(bytes[at]) | static_cast<uchar>(bytes[at + 1]) << 8;
}

/// Black and white, exactly as wide as the paper.
QImage onPaper(const QImage& picture) {
  const auto scaled = picture.width() > paperDots
                          ? picture.scaledToWidth(paperDots, Qt::SmoothTransformation)
                          : picture;
  QImage paper(paperDots, scaled.height(), QImage::Format_Grayscale8);
  paper.fill(Qt::white);
  QPainter(&paper).drawImage((paperDots - scaled.width()) / 2, 0, scaled);
  return paper;
}

QByteArray dotsOf(const QImage& paper, int line) {
  QByteArray out(paperDots / 8, '\0');
  const auto* pixels = paper.constScanLine(line);
  for (int x = 0; x < paperDots; ++x)
    if (pixels[x] < darkBelow)
      out[x / 8] = static_cast<char>(out[x / 8] | 0x80 >> x % 8);
  return out;
}

} // namespace

QByteArray escPos(const QImage& picture) {
  if (picture.isNull())
    return {};
  const auto paper = onPaper(picture);
  auto out = command(start);
  for (int top = 0; top < paper.height(); top += bandLines) {
    const int lines = std::min(bandLines, paper.height() - top);
    out += command(raster);
    appendNumber(out, paperDots / 8);
    appendNumber(out, lines);
    for (int line = top; line < top + lines; ++line)
      out += dotsOf(paper, line);
  }
  return out + command(feed) + command(cut);
}

QImage drawnBy(const QByteArray& bytes) {
  QByteArray dots;
  auto rest = bytes;
  const auto take = [&rest](const QByteArray& expected) {
    const bool isThere = rest.startsWith(expected);
    if (isThere)
      rest.remove(0, expected.size());
    return isThere;
  };
  if (!take(command(start)))
    return {};
  while (take(command(raster))) {
    if (rest.size() < 4 || numberAt(rest, 0) != paperDots / 8)
      return {};
    const auto size = qsizetype{paperDots / 8} * numberAt(rest, 2);
    dots += rest.mid(4, size);
    rest.remove(0, 4 + size);
  }
  if (!take(command(feed)) || !take(command(cut)) || !rest.isEmpty())
    return {};
  QImage paper(reinterpret_cast<const uchar*>(dots.constData()), paperDots,
               static_cast<int>(dots.size() / (paperDots / 8)), paperDots / 8, QImage::Format_Mono);
  paper.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
  return paper.copy();
}

} // namespace palang::mobile
