#pragma once

#include "mobile/base/workplace.h"

#include <QDate>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace palang::mobile {

/// A day, a week or a month at the site, and the ones before it. Follows the clock over midnight
/// only when asked anew.
class Period : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY changed)
  Q_PROPERTY(int back READ back WRITE setBack NOTIFY changed)
  Q_PROPERTY(QString text READ text NOTIFY changed)

public:
  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  /// day, week (the last seven days), month (the last thirty).
  [[nodiscard]] QString unit() const { return m_unit; }
  void setUnit(const QString& unit);
  /// How many units before the current one; 0 or more.
  [[nodiscard]] int back() const { return m_back; }
  void setBack(int back);
  /// `Hari ini`, `Kemarin`, `24 Mar 2025`, `18 Mar – 24 Mar 2025`.
  [[nodiscard]] QString text() const;

  [[nodiscard]] instant from() const; ///< Inclusive: a local midnight.
  [[nodiscard]] instant to() const;   ///< Exclusive: a local midnight.
  [[nodiscard]] int days() const;

signals:
  void workplaceChanged();
  void changed();

private:
  [[nodiscard]] QDate lastDay() const;
  [[nodiscard]] instant midnight(QDate day) const;

  Workplace* m_workplace = nullptr;
  QString m_unit = QStringLiteral("day");
  int m_back = 0;
};

} // namespace palang::mobile
