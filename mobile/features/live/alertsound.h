#pragma once

#include "mobile/base/workplace.h"

#include <QObject>

#include <functional>

namespace palang::mobile {

/// The system's bell when something grave came up, unless it is muted; the choice is kept. Never
/// the only sign: the alert is on the screen in any case.
class AlertSound : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(bool muted READ isMuted WRITE setMuted NOTIFY mutedChanged)

public:
  using Bell = std::function<void()>;

  /// Rings `bell`; without one the system's.
  explicit AlertSound(QObject* parent = nullptr, Bell bell = {});

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] bool isMuted() const { return m_isMuted; }
  void setMuted(bool on);

  Q_INVOKABLE void play();

signals:
  void workplaceChanged();
  void mutedChanged();

private:
  Bell m_bell;
  Workplace* m_workplace = nullptr;
  bool m_isMuted = false;
};

} // namespace palang::mobile
