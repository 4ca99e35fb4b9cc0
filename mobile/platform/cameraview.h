#pragma once

#include "mobile/platform/camera.h"

#include <QPointer>
#include <QQuickPaintedItem>
#include <QVariant>

namespace palang::mobile {

/// What the camera sees, filling the item; or a still. The camera runs while `live` is true.
class CameraView : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Camera* camera READ camera WRITE setCamera NOTIFY cameraChanged)
  Q_PROPERTY(bool live READ isLive WRITE setLive NOTIFY liveChanged)
  Q_PROPERTY(QVariant still READ still WRITE setStill NOTIFY stillChanged)
  Q_PROPERTY(bool empty READ isEmpty NOTIFY pictureChanged)

public:
  using QQuickPaintedItem::QQuickPaintedItem;
  ~CameraView() override;

  [[nodiscard]] Camera* camera() const { return m_camera; }
  void setCamera(Camera* camera);
  [[nodiscard]] bool isLive() const { return m_isLive; }
  void setLive(bool on);
  /// A QImage, shown instead of the camera's frames; null: those. QML knows no pictures as values.
  [[nodiscard]] QVariant still() const { return m_still; }
  void setStill(const QVariant& still);
  [[nodiscard]] bool isEmpty() const { return picture().isNull(); }

  void paint(QPainter* painter) override;

signals:
  void cameraChanged();
  void liveChanged();
  void stillChanged();
  void pictureChanged();

private:
  [[nodiscard]] QImage picture() const;
  void refresh();

  QPointer<Camera> m_camera;
  bool m_isLive = false;
  QImage m_still;
};

} // namespace palang::mobile
