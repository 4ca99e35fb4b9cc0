#pragma once

#include "mobile/platform/qtcamera.h"

namespace palang::mobile {

/// The phone's camera; the person is asked for it the first time that it is needed.
class AndroidCamera : public QtCamera {
  Q_OBJECT

public:
  using QtCamera::QtCamera;

  [[nodiscard]] bool isAvailable() const override;

protected:
  void turnOn() override;

private:
  bool m_isRefused = false;
};

} // namespace palang::mobile
