#pragma once

#include "mobile/base/workplace.h"

#include <QObject>
#include <QString>

namespace palang::mobile {

/// Writes what has not been sent into the `offline_data` folder of the device's data folder.
class Exporter : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(QString report READ report NOTIFY reported)
  Q_PROPERTY(bool failed READ hasFailed NOTIFY reported)

public:
  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  /// What the last export did, in words; empty before.
  [[nodiscard]] QString report() const { return m_report; }
  [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

  Q_INVOKABLE void run();
  /// A sealed second copy, which only the server can read, into the folder `Salinan` of the data
  /// folder.
  Q_INVOKABLE void seal();

signals:
  void workplaceChanged();
  void reported();

private:
  Workplace* m_workplace = nullptr;
  QString m_report;
  bool m_hasFailed = false;
};

} // namespace palang::mobile
