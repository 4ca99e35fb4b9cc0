#pragma once

#include "mobile/base/workplace.h"

#include <QObject>
#include <QString>

namespace palang::mobile {

/// Answers an attendant on the telephone whose handheld is offline: device, challenge and amount
/// give the code to read out. The server makes it and notes who answered. Supervisors only.
class ApprovalModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
  Q_PROPERTY(QString code READ code NOTIFY changed)
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed)

public:
  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  [[nodiscard]] QString code() const { return m_code; } ///< Six digits; empty before.
  [[nodiscard]] QString trouble() const { return m_trouble; }

  Q_INVOKABLE void ask(int deviceNo, const QString& challenge, double amount);
  Q_INVOKABLE void reset();

signals:
  void workplaceChanged();
  void changed();

private:
  void show(const result<std::string>& answer);

  Workplace* m_workplace = nullptr;
  bool m_isBusy = false;
  QString m_code;
  QString m_trouble;
};

} // namespace palang::mobile
