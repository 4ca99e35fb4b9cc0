#pragma once

#include "mobile/base/workplace.h"
#include "mobile/features/ticket/ticketpicture.h"
#include "mobile/platform/printer.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <optional>

namespace palang::mobile {

/// A recorded entry's ticket on paper or as a picture. The first one is the original; every later
/// one needs a reason, is marked SALINAN n, and is recorded before it is handed out.
class TicketModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(QString printer READ printer WRITE setPrinter NOTIFY printerChanged)
  Q_PROPERTY(bool automatic READ isAutomatic WRITE setAutomatic NOTIFY printerChanged)
  Q_PROPERTY(bool handedOut READ isHandedOut NOTIFY changed)
  Q_PROPERTY(QString number READ number NOTIFY changed)
  Q_PROPERTY(State state READ state NOTIFY changed)
  Q_PROPERTY(QString message READ message NOTIFY changed)

public:
  enum class State { Idle, Working, Done, Failed };
  Q_ENUM(State)

  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  /// The printer's address as of makePrinter(); empty: none. Kept on the device.
  [[nodiscard]] QString printer() const;
  void setPrinter(const QString& address);
  /// An entry's ticket is printed as soon as it is recorded.
  [[nodiscard]] bool isAutomatic() const;
  void setAutomatic(bool on);
  /// The ticket was printed or shared already: now only with a reason.
  [[nodiscard]] bool isHandedOut() const { return m_isHandedOut; }
  [[nodiscard]] QString number() const;
  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] QString message() const { return m_message; }

  /// An entry that was just recorded: printed at once when that is wanted.
  Q_INVOKABLE void recorded(const QString& recordId);
  /// An entry of earlier: its original was handed out then. False when the record is no entry.
  Q_INVOKABLE bool reopen(const QString& recordId);
  /// `reason` is needed once it was handed out.
  Q_INVOKABLE void print(const QString& reason);
  Q_INVOKABLE void share(const QString& reason);
  /// Whether the printer answers.
  Q_INVOKABLE void probe();

  /// What came of the last one was read.
  Q_INVOKABLE void dismiss();

  /// As it would be handed out now.
  [[nodiscard]] QImage picture() const;

signals:
  void workplaceChanged();
  void printerChanged();
  void changed();

private:
  bool take(const QString& recordId);
  /// Records the copy. False when it must not be handed out.
  bool note(const QString& reason);
  [[nodiscard]] int copiesSoFar() const;
  [[nodiscard]] TicketFacts facts() const;
  void settle(State state, const QString& message);
  void refuse(const error& why);

  Workplace* m_workplace = nullptr;
  std::optional<protocol::session> m_session;
  std::string m_code;
  bool m_isHandedOut = false;
  int m_copy = 0;
  std::unique_ptr<Printer> m_printer;
  State m_state = State::Idle;
  QString m_message;
};

} // namespace palang::mobile
