#include "mobile/platform/camera.h"

namespace palang::mobile {

void Camera::watch() {
  if (m_watchers++ > 0)
    return;
  turnOn();
  emit runningChanged();
}

void Camera::unwatch() {
  if (m_watchers == 0 || --m_watchers > 0)
    return;
  turnOff();
  m_frame = {};
  emit runningChanged();
}

void Camera::show(const QImage& frame) {
  // A frame may still be on its way when the camera was turned off.
  if (!isRunning() || frame.isNull())
    return;
  m_frame = frame;
  emit frameArrived();
}

} // namespace palang::mobile
