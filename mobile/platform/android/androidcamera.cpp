#include "mobile/platform/android/androidcamera.h"

#include "mobile/platform/android/permission.h"

namespace palang::mobile {

bool AndroidCamera::isAvailable() const {
  return !m_isRefused && QtCamera::isAvailable();
}

void AndroidCamera::turnOn() {
  askFor(Permission::Camera, this, [this](bool isGranted) {
    if (isGranted && isRunning())
      return QtCamera::turnOn();
    m_isRefused = !isGranted;
    emit availableChanged();
  });
}

} // namespace palang::mobile
