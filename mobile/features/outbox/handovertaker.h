#pragma once

#include "mobile/base/workplace.h"
#include "shared/protocol/handover.hpp"

#include <QObject>
#include <QString>

namespace palang::mobile {

/// Reads the codes that another device shows, and keeps what they hold for the server.
class HandoverTaker : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(int total READ total NOTIFY changed)
  /// `Masih kurang: 4, 9`; empty while most are missing.
  Q_PROPERTY(QString missing READ missing NOTIFY changed)
  /// Whose records, and how many; empty before the first code.
  Q_PROPERTY(QString whose READ whose NOTIFY changed)
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
  /// All of it is on this device.
  Q_PROPERTY(bool done READ isDone NOTIFY changed)

public:
  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] int count() const;
  [[nodiscard]] int total() const;
  [[nodiscard]] QString missing() const;
  [[nodiscard]] QString whose() const;
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] bool isDone() const { return m_isDone; }

  Q_INVOKABLE void reset();
  /// What the camera saw.
  Q_INVOKABLE void take(const QString& code);

signals:
  void workplaceChanged();
  void changed();

private:
  void keep();
  void refuse(const error& why);

  Workplace* m_workplace = nullptr;
  protocol::handover_assembly m_assembly;
  QString m_trouble;
  bool m_isDone = false;
};

} // namespace palang::mobile
