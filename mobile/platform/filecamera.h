#pragma once

#include "mobile/platform/camera.h"

#include <QString>
#include <QTimer>

namespace palang::mobile {

/// Shows the pictures of a folder by name, one after the other and again from the first; what is
/// put there or taken away meanwhile is seen. For desktops and tests: `--camera FOLDER`.
class FileCamera : public Camera {
  Q_OBJECT

public:
  explicit FileCamera(QString folder, QObject* parent = nullptr);

  [[nodiscard]] bool isAvailable() const override;

protected:
  void turnOn() override { m_timer.start(); }
  void turnOff() override { m_timer.stop(); }

private:
  void next();

  QString m_folder;
  QString m_last; ///< File name.
  QTimer m_timer;
};

} // namespace palang::mobile
