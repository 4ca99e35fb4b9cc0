#pragma once

#include "mobile/platform/tonecues.h"

namespace palang::mobile {

/// The tones, and the phone's vibrator (Feel.java).
class AndroidCues : public ToneCues {
public:
  void give(Cue cue) override;
  [[nodiscard]] bool areUsual() const override { return true; }
};

} // namespace palang::mobile
