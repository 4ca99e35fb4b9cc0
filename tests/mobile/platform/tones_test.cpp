#include "mobile/platform/tones.h"

#include <catch2/catch.hpp>

#include <QBuffer>
#include <QtEndian>

using namespace palang::mobile;
using namespace std::chrono_literals;

namespace {

quint32 numberAt(const QByteArray& wave, qsizetype at) {
  return qFromLittleEndian<quint32>(wave.constData() + at);
}

qint16 sampleAt(const QByteArray& wave, qsizetype index) {
  return qFromLittleEndian<qint16>(wave.constData() + 44 + 2 * index);
}

} // namespace

TEST_CASE("tones become a whole WAV file", "[cues]") {
  const auto wave = waveOf({{440, 100ms}, {0, 100ms}});
  CHECK(wave.startsWith("RIFF"));
  CHECK(wave.mid(8, 8) == "WAVEfmt ");
  CHECK(numberAt(wave, 4) + 8 == static_cast<quint32>(wave.size()));
  CHECK(numberAt(wave, 24) == 22'050);
  CHECK(numberAt(wave, 40) == 2 * 4410); // 0.2 s
  CHECK(sampleAt(wave, 0) == 0);         // Fades in.
  int loudest = 0;
  for (qsizetype i = 0; i < 2205; ++i)
    loudest = std::max(loudest, std::abs(int{sampleAt(wave, i)}));
  CHECK(loudest > 15'000);
  CHECK(sampleAt(wave, 3000) == 0); // A pause.
}

TEST_CASE("good rises, refused falls and is longer", "[cues]") {
  const auto good = tonesOf(Cue::Good);
  const auto refused = tonesOf(Cue::Refused);
  CHECK(good.front().hertz < good.back().hertz);
  CHECK(refused.front().hertz > refused.back().hertz);
  CHECK(waveOf(good).size() < waveOf(refused).size());
}
