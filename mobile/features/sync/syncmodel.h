#pragma once

#include "mobile/base/workplace.h"
#include "mobile/core/synccontroller.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace palang::mobile {

/// The sync and the connection as the screens need them: counts, the question on the way back up,
/// progress, the last summary, and what the sheet behind the indicator says.
class SyncModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(int pending READ pending NOTIFY changed)
  Q_PROPERTY(int attention READ attention NOTIFY changed)
  Q_PROPERTY(bool lingering READ isLingering NOTIFY lingeringChanged)
  Q_PROPERTY(QString oldest READ oldest NOTIFY changed)
  Q_PROPERTY(QString lastSuccess READ lastSuccess NOTIFY changed)
  Q_PROPERTY(bool promptWanted READ isPromptWanted NOTIFY promptWantedChanged)
  Q_PROPERTY(bool running READ isRunning NOTIFY changed)
  Q_PROPERTY(int done READ done NOTIFY changed)
  Q_PROPERTY(int total READ total NOTIFY changed)
  Q_PROPERTY(bool autoSend READ isAutoSend WRITE setAutoSend NOTIFY changed)
  Q_PROPERTY(int sent READ sent NOTIFY finished)
  Q_PROPERTY(int alreadyThere READ alreadyThere NOTIFY finished)
  Q_PROPERTY(int quarantined READ quarantined NOTIFY finished)
  Q_PROPERTY(int failed READ failed NOTIFY finished)
  Q_PROPERTY(int returned READ returned NOTIFY finished)
  Q_PROPERTY(bool cancelled READ isCancelled NOTIFY finished)
  Q_PROPERTY(QString finishedAt READ finishedAt NOTIFY finished)
  Q_PROPERTY(bool reachable READ isReachable NOTIFY connectionChanged)
  Q_PROPERTY(bool databaseUp READ isDatabaseUp NOTIFY connectionChanged)
  Q_PROPERTY(QString since READ since NOTIFY connectionChanged)
  Q_PROPERTY(QString roundTrip READ roundTrip NOTIFY connectionChanged)
  Q_PROPERTY(QString clockDifference READ clockDifference NOTIFY connectionChanged)
  Q_PROPERTY(QString detail READ detail NOTIFY connectionChanged)

public:
  explicit SyncModel(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);

  [[nodiscard]] int pending() const;
  [[nodiscard]] int attention() const;
  /// Something has been pending for more than a moment: worth telling, unlike a record that is just
  /// being sent.
  [[nodiscard]] bool isLingering() const { return m_isLingering; }
  [[nodiscard]] QString
  oldest() const; ///< When the oldest pending record was made; empty when none.
  [[nodiscard]] QString lastSuccess() const; ///< Empty when there was none yet.
  [[nodiscard]] bool isPromptWanted() const;
  [[nodiscard]] bool isRunning() const;
  [[nodiscard]] int done() const;
  [[nodiscard]] int total() const;
  [[nodiscard]] bool isAutoSend() const; ///< Without asking first.
  void setAutoSend(bool on);

  // The last summary.
  [[nodiscard]] int sent() const { return m_summary.sent; }
  [[nodiscard]] int alreadyThere() const { return m_summary.alreadyThere; }
  [[nodiscard]] int quarantined() const { return m_summary.quarantined; }
  [[nodiscard]] int failed() const { return m_summary.failed; }
  [[nodiscard]] int returned() const { return m_summary.returned; }
  [[nodiscard]] bool isCancelled() const { return m_summary.isCancelled; }
  [[nodiscard]] QString finishedAt() const;

  // The connection.
  [[nodiscard]] bool isReachable() const;
  [[nodiscard]] bool isDatabaseUp() const;
  [[nodiscard]] QString since() const;           ///< Of the present state.
  [[nodiscard]] QString roundTrip() const;       ///< `12 ms`
  [[nodiscard]] QString clockDifference() const; ///< In words, and which way.
  [[nodiscard]] QString detail() const;          ///< Why it is down.

  Q_INVOKABLE void startNow();
  Q_INVOKABLE void later();
  Q_INVOKABLE void cancel();

signals:
  void workplaceChanged();
  void changed();
  void promptWantedChanged();
  void finished();
  void lingeringChanged();
  void connectionChanged();
  /// One record's verdict during a run: see SyncController.
  void settled(const QString& summary, const QString& verdict, const QString& reason);

private:
  void watchPending();
  void setLingering(bool on);
  [[nodiscard]] SyncController& sync() const { return m_workplace->client().sync(); }

  Workplace* m_workplace = nullptr;
  SyncSummary m_summary;
  QTimer m_moment;
  bool m_isLingering = false;
};

} // namespace palang::mobile
