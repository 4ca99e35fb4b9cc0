#pragma once

#include "mobile/base/workplace.h"
#include "mobile/core/handoverlistener.h"

#include <QObject>
#include <QString>

namespace palang::mobile {

/// Takes another device's records over the network that both are in, and keeps them for the server:
/// shows where it listens as a code, and what came of it.
class NetworkTaker : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  /// This device is in a network, as far as it knows.
  Q_PROPERTY(bool hasNetwork READ hasNetwork NOTIFY changed)
  /// The code to show; empty while it does not listen.
  Q_PROPERTY(QString code READ code NOTIFY changed)
  Q_PROPERTY(Phase phase READ phase NOTIFY changed)
  /// Whose records, and how many; empty before they are here.
  Q_PROPERTY(QString whose READ whose NOTIFY changed)
  /// What went wrong, with the next step.
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed)

public:
  enum class Phase { Closed, Waiting, Arriving, Done };
  Q_ENUM(Phase)

  explicit NetworkTaker(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] bool hasNetwork() const;
  [[nodiscard]] QString code() const;
  [[nodiscard]] Phase phase() const { return m_phase; }
  [[nodiscard]] QString whose() const { return m_whose; }
  [[nodiscard]] QString trouble() const { return m_trouble; }

  /// Listens, under a new code.
  Q_INVOKABLE void start();
  Q_INVOKABLE void stop();

signals:
  void workplaceChanged();
  void changed();

private:
  void show(Phase phase, const QString& trouble = {});
  void keepNews(const protocol::handover_offer& offer);
  [[nodiscard]] protocol::handover_taking::keeper keeper() const;

  Workplace* m_workplace = nullptr;
  HandoverListener m_listener;
  Phase m_phase = Phase::Closed;
  QString m_whose;
  QString m_trouble;
};

} // namespace palang::mobile
