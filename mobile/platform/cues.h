#pragma once

namespace palang::mobile {

/// What a person should feel and hear beside what the screen says; never the only sign.
enum class Cue {
  Good,    ///< Recorded, found, paid: a short rising pair of tones.
  Refused, ///< Something needs a look: two low tones.
};

/// Sounds and haptics of the device. Thread: the GUI's.
class Cues {
public:
  virtual ~Cues() = default;
  virtual void give(Cue cue) = 0;
  /// Given unless the person said otherwise: on a phone. A desk is quiet unless asked.
  [[nodiscard]] virtual bool areUsual() const = 0;
};

class NoCues : public Cues {
public:
  void give(Cue) override {}
  [[nodiscard]] bool areUsual() const override { return false; }
};

} // namespace palang::mobile
