#include "mobile/platform/platform.h"

#include "mobile/platform/filecamera.h"
#include "mobile/platform/nocamera.h"

#ifdef PALANG_MULTIMEDIA
#include "mobile/platform/qtcamera.h"
#include "mobile/platform/tonecues.h"
#endif
#ifdef PALANG_ANDROID
#include "mobile/platform/android/androidbackground.h"
#include "mobile/platform/android/androidcamera.h"
#include "mobile/platform/android/androidcondition.h"
#include "mobile/platform/android/androidcues.h"
#include "mobile/platform/android/androidsharing.h"
#endif

namespace palang::mobile {

namespace {

std::unique_ptr<Camera> makeCamera(const QString& choice) {
#ifdef PALANG_ANDROID
  return std::make_unique<AndroidCamera>();
#endif
#ifdef PALANG_MULTIMEDIA
  if (choice == QLatin1String("device"))
    return std::make_unique<QtCamera>();
#endif
  if (!choice.isEmpty())
    return std::make_unique<FileCamera>(choice);
  return std::make_unique<NoCamera>();
}

#ifndef PALANG_ANDROID
std::unique_ptr<Cues> makeCues() {
#ifdef PALANG_MULTIMEDIA
  return std::make_unique<ToneCues>();
#else
  return std::make_unique<NoCues>();
#endif
}
#endif

std::unique_ptr<LocalNetwork> makeNetwork(const QString& address) {
  if (address.isEmpty())
    return std::make_unique<SystemNetwork>();
  return std::make_unique<NamedNetwork>(QHostAddress(address));
}

} // namespace

Platform makePlatform(const QString& dataDir, const QString& camera, const QString& lan) {
#ifdef PALANG_ANDROID
  return {makeCamera(camera),
          std::make_unique<AndroidCondition>(),
          std::make_unique<AndroidSharing>(dataDir),
          std::make_unique<AndroidBackground>(),
          std::make_unique<AndroidCues>(),
          makeNetwork(lan)};
#else
  return {makeCamera(camera),
          std::make_unique<SystemCondition>(),
          std::make_unique<FolderSharing>(dataDir + QStringLiteral("/Karcis")),
          std::make_unique<DesktopBackground>(),
          makeCues(),
          makeNetwork(lan)};
#endif
}

Platform makeDesk(const QString& dataDir, const QString& camera) {
  return {makeCamera(camera),
          std::make_unique<SystemCondition>(),
          std::make_unique<FolderSharing>(dataDir + QStringLiteral("/Karcis")),
          std::make_unique<DesktopBackground>(),
          std::make_unique<NoCues>(),
          makeNetwork({})};
}

} // namespace palang::mobile
