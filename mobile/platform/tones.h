#pragma once

#include "mobile/platform/cues.h"

#include <QByteArray>

#include <chrono>
#include <vector>

namespace palang::mobile {

struct Tone {
  double hertz = 0;
  std::chrono::milliseconds length{0};
};

[[nodiscard]] std::vector<Tone> tonesOf(Cue cue);

/// The tones one after the other as a whole WAV file: mono, 16 bit, 22,050 per second, each faded
/// in and out so that nothing clicks.
[[nodiscard]] QByteArray waveOf(const std::vector<Tone>& tones);

} // namespace palang::mobile
