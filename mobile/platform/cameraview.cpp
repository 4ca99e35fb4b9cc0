#include "mobile/platform/cameraview.h"

#include <QPainter>

namespace palang::mobile {

CameraView::~CameraView() {
  setLive(false);
}

void CameraView::setCamera(Camera* camera) {
  if (camera == m_camera)
    return;
  const bool wasLive = m_isLive;
  setLive(false);
  if (m_camera)
    m_camera->disconnect(this);
  m_camera = camera;
  if (camera != nullptr)
    connect(camera, &Camera::frameArrived, this, &CameraView::refresh);
  emit cameraChanged();
  setLive(wasLive);
}

void CameraView::setLive(bool on) {
  if (on == m_isLive)
    return;
  m_isLive = on;
  if (m_camera)
    on ? m_camera->watch() : m_camera->unwatch();
  emit liveChanged();
  refresh();
}

void CameraView::setStill(const QVariant& still) {
  m_still = still.value<QImage>();
  emit stillChanged();
  refresh();
}

void CameraView::paint(QPainter* painter) {
  const auto shown = picture();
  if (shown.isNull())
    return;
  // Fills the item as a photo in a frame: what sticks out is cut.
  const QSizeF wanted = QSizeF(width(), height()).scaled(shown.size(), Qt::KeepAspectRatio);
  const QRectF part(
      QPointF((shown.width() - wanted.width()) / 2, (shown.height() - wanted.height()) / 2),
      wanted);
  painter->setRenderHint(QPainter::SmoothPixmapTransform);
  painter->drawImage(boundingRect(), shown, part);
}

QImage CameraView::picture() const {
  return !m_still.isNull() || !m_camera || !m_isLive ? m_still : m_camera->frame();
}

void CameraView::refresh() {
  emit pictureChanged();
  update();
}

} // namespace palang::mobile
