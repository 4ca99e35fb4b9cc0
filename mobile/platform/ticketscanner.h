#pragma once

#include "mobile/platform/camera.h"

#include <QPointer>
#include <QString>

namespace palang::mobile {

/// Looks for a code in the camera's frames while it is active; the camera runs as long. A code is
/// told once until another one is seen or the scanner is started again.
class TicketScanner : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(
      palang::mobile::Camera* camera READ camera WRITE setCamera NOTIFY cameraChanged REQUIRED)
  Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)

public:
  using QObject::QObject;
  ~TicketScanner() override;

  [[nodiscard]] Camera* camera() const { return m_camera; }
  void setCamera(Camera* camera);
  [[nodiscard]] bool isActive() const { return m_isActive; }
  void setActive(bool on);

signals:
  void cameraChanged();
  void activeChanged();
  void found(const QString& text);

private:
  void look();
  void tell(const QString& text);

  QPointer<Camera> m_camera;
  bool m_isActive = false;
  bool m_isLooking = false; ///< One picture at a time, on another thread.
  QString m_last;
};

} // namespace palang::mobile
