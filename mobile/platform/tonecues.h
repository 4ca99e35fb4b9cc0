#pragma once

#include "mobile/platform/cues.h"

#include <QSoundEffect>
#include <QTemporaryDir>

#include <map>
#include <memory>

namespace palang::mobile {

/// Plays the cues' tones, on whatever the device plays sounds with. Nothing is opened before the
/// first one.
class ToneCues : public Cues {
public:
  void give(Cue cue) override;
  [[nodiscard]] bool areUsual() const override { return false; }

private:
  [[nodiscard]] std::unique_ptr<QSoundEffect> load(Cue cue) const;

  QTemporaryDir m_folder; ///< QSoundEffect reads files only.
  std::map<Cue, std::unique_ptr<QSoundEffect>> m_effects;
};

} // namespace palang::mobile
