#pragma once

#include "mobile/core/store.h"
#include "shared/sync/outbox.hpp"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace palang::mobile {

class Link;

/// The sync as people see it (UI "Sync"): counts, the prompt on the way back up, progress one by
/// one, verdict per record, summary, history. Drives shared/sync's outbox_sender over the Link.
/// Thread: the GUI's.
class SyncController : public QObject {
  Q_OBJECT
  Q_PROPERTY(int pendingCount READ pendingCount NOTIFY countsChanged)
  Q_PROPERTY(int quarantinedCount READ quarantinedCount NOTIFY countsChanged)
  Q_PROPERTY(qint64 oldestPendingMs READ oldestPendingMs NOTIFY countsChanged)
  Q_PROPERTY(bool promptWanted READ promptWanted NOTIFY promptWantedChanged)
  Q_PROPERTY(bool running READ isRunning NOTIFY progressChanged)
  Q_PROPERTY(int progressDone READ progressDone NOTIFY progressChanged)
  Q_PROPERTY(int progressTotal READ progressTotal NOTIFY progressChanged)
  Q_PROPERTY(bool autoSend READ autoSend WRITE setAutoSend NOTIFY autoSendChanged)
  Q_PROPERTY(int returningCount READ returningCount NOTIFY countsChanged)
  Q_PROPERTY(qint64 lastSuccessMs READ lastSuccessMs NOTIFY countsChanged)

public:
  /// Records on their way at once: enough for the server to commit many together, few enough that a
  /// cancel still keeps nearly all.
  static constexpr int mostInFlight = 32;

  SyncController(Store& store, Link& link, const clock& time, QObject* parent = nullptr);
  ~SyncController() override;

  [[nodiscard]] int pendingCount() const;
  [[nodiscard]] int quarantinedCount() const;
  [[nodiscard]] int
  returningCount() const; ///< Of the pending: on their way back to a restored server.
  [[nodiscard]] qint64 oldestPendingMs() const; ///< UTC ms, 0 when none.
  [[nodiscard]] bool promptWanted() const;
  [[nodiscard]] bool isRunning() const;
  /// Records are on their way, or may go: what else travels waits for them.
  [[nodiscard]] bool isSending() const;
  [[nodiscard]] int progressDone() const;
  [[nodiscard]] int progressTotal() const;
  [[nodiscard]] bool autoSend() const; ///< "Kirim otomatis"; kept in the store.
  void setAutoSend(bool on);
  [[nodiscard]] qint64 lastSuccessMs() const;

  /// *Sekarang*: everything goes; also clears every back-off.
  Q_INVOKABLE void startNow();
  /// The server says that it misses records with these numbers: what it once accepted of them goes
  /// again, with the same ids. Not from within a signal of this.
  void sendAgain(std::uint32_t firstSeq, std::uint32_t lastSeq);
  /// *Nanti*: asks again after 15 min or at the next reconnection. New records are still sent at
  /// once.
  Q_INVOKABLE void later();
  /// Keeps the rest for later.
  Q_INVOKABLE void cancel();
  /// A quarantined record is to be tried again, with its dependants: as a new record, since the
  /// server remembers its refusal, while the refused one goes to the archive. What only steps aside
  /// because of another is tried again with that one.
  Q_INVOKABLE void retry(const QString& id);
  /// How a refused record is recorded anew.
  using Renewal = std::function<result<OutboxRow>(const uuid& refused)>;
  void setRenewal(Renewal renewal);

  /// Called by Client after a commit.
  void added(const OutboxRow& row);
  /// Called when the store was opened, and after rows came from elsewhere (import): those wait for
  /// a person's word, or for autoSend.
  void reload();
  /// Does what is due by time; its own timer calls it.
  void tick();

signals:
  void countsChanged();
  void promptWantedChanged();
  void progressChanged();
  void autoSendChanged();
  /// One record's verdict, in a run or outside. `verdict`: sent, already_there, quarantined;
  /// `reason` of the last: the server's code and words.
  void recordSettled(const QString& id, const QString& summary, const QString& verdict,
                     const QString& reason);
  /// After one or several recordSettled.
  void settled();
  void sendingChanged();
  void finished(const palang::mobile::SyncSummary& summary);

private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace palang::mobile
