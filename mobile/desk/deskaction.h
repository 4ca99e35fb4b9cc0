#pragma once

#include "mobile/base/workplace.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace palang::mobile {

/// What a person at a desk changes, and what became of the last change. Such a change only makes
/// sense now: it is never kept for later, so offline it is not offered and says why. Thread: the
/// GUI's.
class DeskAction : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(bool needsAdmin MEMBER m_needsAdmin NOTIFY availableChanged)
  Q_PROPERTY(State state READ state NOTIFY changed)
  Q_PROPERTY(QString text READ text NOTIFY changed)
  Q_PROPERTY(QString nextStep READ nextStep NOTIFY changed)
  Q_PROPERTY(QString field READ field NOTIFY changed)
  Q_PROPERTY(bool allowed READ isAllowed NOTIFY availableChanged)
  Q_PROPERTY(bool available READ isAvailable NOTIFY availableChanged)
  Q_PROPERTY(QString whyNot READ whyNot NOTIFY availableChanged)

public:
  enum class State { None, Waiting, Done, Refused };
  Q_ENUM(State)

  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] QString text() const { return m_text; }
  [[nodiscard]] QString nextStep() const { return m_nextStep; }
  /// What the server found wrong, as it names it; empty when it is no single field.
  [[nodiscard]] QString field() const { return m_field; }
  /// The person's role is enough.
  [[nodiscard]] bool isAllowed() const;
  [[nodiscard]] bool isAvailable() const;
  /// Why nothing can be changed now; empty when it can.
  [[nodiscard]] QString whyNot() const;

  Q_INVOKABLE void resolveAlert(const QString& alertId, const QString& note);
  Q_INVOKABLE void merge(const QString& keepId, const QString& dropId, const QString& reason);
  Q_INVOKABLE void undoMerge(const QString& sessionId, const QString& reason);
  /// Both records of a duplicate are real.
  Q_INVOKABLE void keepBoth(const QString& alertId, const QString& note);
  Q_INVOKABLE void reopenDuplicate(const QString& alertId, const QString& reason);
  /// `verdict`: justified, misuse, fault.
  Q_INVOKABLE void judgeOpening(const QString& openingId, const QString& verdict,
                                const QString& note);
  /// Asks the lock's records of the last `hours` anew from TTLock's cloud.
  Q_INVOKABLE void pullRecords(const QString& lockId, int hours);
  Q_INVOKABLE void approveDevice(const QString& deviceId);
  Q_INVOKABLE void revokeDevice(const QString& deviceId);
  /// `password` empty: as it is.
  Q_INVOKABLE void setUser(const QString& username, const QString& name, const QString& role,
                           const QString& password, bool disabled);
  Q_INVOKABLE void dismiss();

  /// `done`: what to say once the server took it.
  void submit(const protocol::submit_data& data, const QString& done);

signals:
  void workplaceChanged();
  void changed();
  void availableChanged();
  /// The server took the last change.
  void done();
  void refused(palang::errc code);

private:
  void settle(State state, const QString& text, const QString& nextStep = {},
              const QString& field = {});

  Workplace* m_workplace = nullptr;
  bool m_needsAdmin = false;
  State m_state = State::None;
  QString m_text;
  QString m_nextStep;
  QString m_field;
};

} // namespace palang::mobile
