#include "mobile/platform/tones.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace palang::mobile {

namespace {

constexpr int rate = 22'050;
constexpr int fade = rate / 125; ///< 8 ms
constexpr double loudness = 0.6; ///< Of the most; a phone's loudspeaker rattles at the most.

using namespace std::chrono_literals;

void addTone(std::vector<qint16>& samples, const Tone& tone) {
  const auto count = static_cast<int>(rate * tone.length.count() / 1000);
  for (int i = 0; i < count; ++i) {
    const auto edge = std::min({i, count - 1 - i, fade});
    const auto height = loudness * edge / fade;
    const auto angle = 2 * std::numbers::pi * tone.hertz * i / rate;
    samples.push_back(static_cast<qint16>(std::lround(height * std::sin(angle) * INT16_MAX)));
  }
}

} // namespace

std::vector<Tone> tonesOf(Cue cue) {
  if (cue == Cue::Good)
    return {{880, 70ms}, {1320, 90ms}};
  return {{330, 160ms}, {0, 40ms}, {262, 220ms}};
}

QByteArray waveOf(const std::vector<Tone>& tones) {
  std::vector<qint16> samples;
  for (const auto& tone : tones)
    addTone(samples, tone);
  const auto bytes = static_cast<quint32>(samples.size() * sizeof(qint16));

  QByteArray file;
  QDataStream out(&file, QIODevice::WriteOnly);
  out.setByteOrder(QDataStream::LittleEndian);
  out.writeRawData("RIFF", 4);
  out << quint32{36 + bytes};
  out.writeRawData("WAVEfmt ", 8);
  out << quint32{16} << quint16{1} << quint16{1} << quint32{rate} << quint32{rate * 2} << quint16{2}
      << quint16{16};
  out.writeRawData("data", 4);
  out << bytes;
  for (const auto sample : samples)
    out << sample;
  return file;
}

} // namespace palang::mobile
