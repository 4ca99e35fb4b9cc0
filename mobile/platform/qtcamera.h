#pragma once

#include "mobile/platform/camera.h"

#include <QCamera>
#include <QElapsedTimer>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoSink>

namespace palang::mobile {

/// The device's own camera, through Qt Multimedia; the rear one where there are two.
class QtCamera : public Camera {
  Q_OBJECT

public:
  explicit QtCamera(QObject* parent = nullptr);

  [[nodiscard]] bool isAvailable() const override;

protected:
  void turnOn() override;
  void turnOff() override;

private:
  void take(const QVideoFrame& frame);

  QMediaDevices m_devices;
  QMediaCaptureSession m_session;
  QVideoSink m_sink;
  std::unique_ptr<QCamera> m_camera;
  QElapsedTimer m_sinceLast;
};

} // namespace palang::mobile
