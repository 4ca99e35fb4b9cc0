#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace palang::mobile {

/// How numbers look on every screen.
class Format : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON

public:
  using QObject::QObject;

  /// `Rp5.000`. `amount` in rupiah.
  Q_INVOKABLE static QString money(qint64 amount);
  /// `5.000`: a bank note on a key.
  Q_INVOKABLE static QString note(qint64 amount);
};

} // namespace palang::mobile
