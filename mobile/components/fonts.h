#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace palang::mobile {

/// The faces that the screens use: embedded where the build found them, otherwise the system's
/// nearest.
class Fonts : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString text READ text CONSTANT)
  Q_PROPERTY(QString digits READ digits CONSTANT)

public:
  explicit Fonts(QObject* parent = nullptr);

  [[nodiscard]] QString text() const { return m_text; }
  /// Slashed zero, open digits, one width: plates and amounts.
  [[nodiscard]] QString digits() const { return m_digits; }

private:
  QString m_text;
  QString m_digits;
};

} // namespace palang::mobile
