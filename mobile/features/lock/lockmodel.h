#pragma once

#include "mobile/base/workplace.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace palang::mobile {

/// A PIN between strangers and an unlocked device: asked for after some minutes without a touch and
/// when the program starts. The shift and the sync go on behind it. It belongs to the person who
/// set it; whoever logs in with a password needs none.
class LockModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(bool locked READ isLocked NOTIFY changed)
  Q_PROPERTY(bool hasPin READ hasPin NOTIFY changed)
  Q_PROPERTY(int wait READ wait NOTIFY changed)
  Q_PROPERTY(QString message READ message NOTIFY changed)

public:
  static constexpr auto idleTime = std::chrono::minutes(5);
  static constexpr int freeTries = 5;

  explicit LockModel(QObject* parent = nullptr);
  ~LockModel() override;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] bool isLocked() const { return m_isLocked; }
  [[nodiscard]] bool hasPin() const;
  /// Seconds until the next try; 0: now. Each wrong PIN after freeTries doubles it.
  [[nodiscard]] int wait() const;
  [[nodiscard]] QString message() const { return m_message; }

  /// Four to six digits. False when it is something else, or cannot be kept.
  Q_INVOKABLE bool setPin(const QString& pin);
  Q_INVOKABLE void clearPin();
  Q_INVOKABLE bool unlock(const QString& pin);
  Q_INVOKABLE void lock();
  /// Whoever forgot the PIN logs in with the password.
  Q_INVOKABLE void forget();

  bool eventFilter(QObject* watched, QEvent* event) override;

signals:
  void workplaceChanged();
  void changed();

private:
  [[nodiscard]] milliseconds now() const;
  void touched();
  void lockIfIdle();
  void personChanged();

  Workplace* m_workplace = nullptr;
  bool m_isLocked = false;
  int m_wrong = 0;
  milliseconds m_lastTouch{0};
  milliseconds m_nextTry{0};
  QString m_message;
  QTimer m_idle;
  QTimer m_countdown;
};

} // namespace palang::mobile
