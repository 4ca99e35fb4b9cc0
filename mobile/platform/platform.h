#pragma once

#include "mobile/platform/background.h"
#include "mobile/platform/camera.h"
#include "mobile/platform/condition.h"
#include "mobile/platform/cues.h"
#include "mobile/platform/localnetwork.h"
#include "mobile/platform/sharing.h"

#include <memory>

namespace palang::mobile {

/// What differs between a phone and a desktop, behind one door. No member is null.
struct Platform {
  std::unique_ptr<Camera> camera;
  std::unique_ptr<Condition> condition;
  std::unique_ptr<Sharing> sharing;
  std::unique_ptr<Background> background;
  std::unique_ptr<Cues> cues;
  std::unique_ptr<LocalNetwork> network;
};

/// Of the device that this runs on. `dataDir` as of Client::Options. `camera`, on a desktop only:
/// empty for none, "device" for the one that is plugged in (Qt Multimedia wants GStreamer's plugins
/// there), else a folder for FileCamera. `lan`: this device's address for other ones; empty: what
/// the system says.
[[nodiscard]] Platform makePlatform(const QString& dataDir, const QString& camera,
                                    const QString& lan = {});
/// A supervisor's desk: a camera only when one is named, no sounds.
[[nodiscard]] Platform makeDesk(const QString& dataDir, const QString& camera = {});

} // namespace palang::mobile
