#include "mobile/platform/qtcamera.h"

#include <QCameraDevice>
#include <QVideoFrame>

#include <algorithm>

namespace palang::mobile {

namespace {

/// More than a hand at a ticket needs; fewer frames are battery.
constexpr qint64 leastMsBetween = 80;
constexpr int enoughPixels = 1280 * 960;

QCameraDevice rearCamera() {
  const auto all = QMediaDevices::videoInputs();
  const auto rear = std::ranges::find(all, QCameraDevice::BackFace, &QCameraDevice::position);
  return rear != all.end() ? *rear : QMediaDevices::defaultVideoInput();
}

/// The largest that is not wasteful.
QCameraFormat formatOf(const QCameraDevice& device) {
  QCameraFormat best;
  const auto pixels = [](const QCameraFormat& f) {
    return f.resolution().width() * f.resolution().height();
  };
  for (const auto& format : device.videoFormats())
    if (pixels(format) <= enoughPixels && (best.isNull() || pixels(format) > pixels(best)))
      best = format;
  return best;
}

} // namespace

QtCamera::QtCamera(QObject* parent) : Camera(parent) {
  connect(&m_devices, &QMediaDevices::videoInputsChanged, this, &Camera::availableChanged);
  connect(&m_sink, &QVideoSink::videoFrameChanged, this, &QtCamera::take);
  m_session.setVideoSink(&m_sink);
}

bool QtCamera::isAvailable() const {
  return !QMediaDevices::videoInputs().isEmpty();
}

void QtCamera::turnOn() {
  const auto device = rearCamera();
  m_camera = std::make_unique<QCamera>(device);
  if (const auto format = formatOf(device); !format.isNull())
    m_camera->setCameraFormat(format);
  m_session.setCamera(m_camera.get());
  m_camera->setFocusMode(QCamera::FocusModeAuto);
  m_camera->start();
}

void QtCamera::turnOff() {
  m_session.setCamera(nullptr);
  m_camera.reset();
}

void QtCamera::take(const QVideoFrame& frame) {
  if (m_sinceLast.isValid() && m_sinceLast.elapsed() < leastMsBetween)
    return;
  m_sinceLast.start();
  show(frame.toImage());
}

} // namespace palang::mobile
