#include "mobile/platform/ticketscanner.h"

#include "mobile/platform/scanning.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace palang::mobile {

TicketScanner::~TicketScanner() {
  setActive(false);
}

void TicketScanner::setCamera(Camera* camera) {
  if (camera == m_camera)
    return;
  const bool wasActive = m_isActive;
  setActive(false);
  if (m_camera)
    m_camera->disconnect(this);
  m_camera = camera;
  if (camera != nullptr)
    connect(camera, &Camera::frameArrived, this, &TicketScanner::look);
  emit cameraChanged();
  setActive(wasActive);
}

void TicketScanner::setActive(bool on) {
  if (on == m_isActive)
    return;
  m_isActive = on;
  m_last.clear();
  if (m_camera)
    on ? m_camera->watch() : m_camera->unwatch();
  emit activeChanged();
}

void TicketScanner::look() {
  if (!m_isActive || m_isLooking)
    return;
  m_isLooking = true;
  QThreadPool::globalInstance()->start(
      [self = QPointer(this), frame = m_camera->frame(), app = QCoreApplication::instance()] {
        const auto text = readCode(frame);
        // To the application: the scanner may be gone by then, and its pointer is looked at there.
        QMetaObject::invokeMethod(app, [self, text] {
          if (self)
            self->tell(text);
        });
      });
}

void TicketScanner::tell(const QString& text) {
  m_isLooking = false;
  if (!m_isActive || text.isEmpty() || text == m_last)
    return;
  m_last = text;
  emit found(text);
}

} // namespace palang::mobile
