#pragma once

#include "mobile/base/workplace.h"
#include "mobile/core/handoversender.h"

#include <QObject>
#include <QString>

#include <optional>

namespace palang::mobile {

/// Gives what waits on this device to another one in the same network, once this one's camera has
/// read where that one listens.
class NetworkGiver : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  /// This device is in a network and has a camera, as far as it knows.
  Q_PROPERTY(bool possible READ isPossible NOTIFY changed)
  Q_PROPERTY(Phase phase READ phase NOTIFY changed)
  Q_PROPERTY(int records READ records NOTIFY changed)
  /// The device that has them now; 0 before.
  Q_PROPERTY(int receiver READ receiver NOTIFY changed)
  /// What went wrong, with the next step.
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
  /// The same device may be tried once more.
  Q_PROPERTY(bool canRetry READ canRetry NOTIFY changed)

public:
  enum class Phase { Closed, Scanning, Sending, Done };
  Q_ENUM(Phase)

  explicit NetworkGiver(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] bool isPossible() const;
  [[nodiscard]] Phase phase() const { return m_phase; }
  [[nodiscard]] int records() const { return m_offer.records; }
  [[nodiscard]] int receiver() const;
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] bool canRetry() const { return m_canRetry; }

  /// Seals what waits now.
  Q_INVOKABLE void start();
  Q_INVOKABLE void stop();
  /// What the camera saw.
  Q_INVOKABLE void take(const QString& code);
  Q_INVOKABLE void retry();

signals:
  void workplaceChanged();
  void changed();

private:
  [[nodiscard]] result<void> prepare();
  void refuse(const QString& why, bool canRetry = false);
  void end(HandoverSender::End end);

  Workplace* m_workplace = nullptr;
  HandoverSender m_sender;
  crypto::bytes m_sealed; ///< The same from start() to stop(): the other device knows it again.
  protocol::handover_offer m_offer;
  std::optional<protocol::handover_invitation> m_invitation;
  Phase m_phase = Phase::Closed;
  QString m_trouble;
  bool m_canRetry = false;
};

} // namespace palang::mobile
