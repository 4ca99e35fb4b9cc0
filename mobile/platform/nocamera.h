#pragma once

#include "mobile/platform/camera.h"

namespace palang::mobile {

/// Of a device without one.
class NoCamera : public Camera {
  Q_OBJECT

public:
  using Camera::Camera;

  [[nodiscard]] bool isAvailable() const override { return false; }

protected:
  void turnOn() override {}
  void turnOff() override {}
};

} // namespace palang::mobile
