#pragma once

#include <QImage>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace palang::mobile {

/// Frames of the device's rear camera, or of whatever stands in for it. Off until somebody watches:
/// each user turns it on by watch() and off by unwatch(). Thread: the GUI's.
class Camera : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("the platform makes it")
  Q_PROPERTY(bool available READ isAvailable NOTIFY availableChanged)
  Q_PROPERTY(bool running READ isRunning NOTIFY runningChanged)

public:
  using QObject::QObject;

  /// There is a camera that may be used, as far as is known.
  [[nodiscard]] virtual bool isAvailable() const = 0;
  [[nodiscard]] bool isRunning() const { return m_watchers > 0; }
  /// The latest one since it was turned on; null before the first.
  [[nodiscard]] const QImage& frame() const { return m_frame; }

  void watch();
  void unwatch();

signals:
  void availableChanged();
  void runningChanged();
  void frameArrived();

protected:
  virtual void turnOn() = 0;
  virtual void turnOff() = 0;
  void show(const QImage& frame);

private:
  int m_watchers = 0;
  QImage m_frame;
};

} // namespace palang::mobile
