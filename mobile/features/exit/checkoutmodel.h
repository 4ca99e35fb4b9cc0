#pragma once

#include "mobile/base/serverphoto.h"
#include "mobile/base/workplace.h"
#include "mobile/features/exit/foundsessionmodel.h"
#include "shared/domain/approval.hpp"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <optional>

namespace palang::mobile {

/// Lets one car out: its stay, what it costs now and why, how it is paid, and after that the
/// change. Amounts in rupiah, always whole: double is what QML has for them.
class CheckoutModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(Step step READ step NOTIFY changed)
  Q_PROPERTY(QString plate READ plate NOTIFY changed)
  Q_PROPERTY(QString vehicle READ vehicle NOTIFY changed)
  Q_PROPERTY(QString vehicleIcon READ vehicleIcon NOTIFY changed)
  Q_PROPERTY(QString ticketNumber READ ticketNumber NOTIFY changed)
  Q_PROPERTY(QString entered READ entered NOTIFY changed)
  Q_PROPERTY(QString duration READ duration NOTIFY changed)
  Q_PROPERTY(QString sourceText READ sourceText NOTIFY changed)
  Q_PROPERTY(QString sessionId READ sessionId NOTIFY changed)
  Q_PROPERTY(bool priced READ isPriced NOTIFY changed)
  Q_PROPERTY(double due READ due NOTIFY changed)
  Q_PROPERTY(QStringList breakdown READ breakdown NOTIFY changed)
  Q_PROPERTY(bool needsReview READ doesNeedReview NOTIFY changed)
  Q_PROPERTY(bool lostTicket READ isLostTicket WRITE setLostTicket NOTIFY changed)
  Q_PROPERTY(bool manual READ isManual NOTIFY changed)
  Q_PROPERTY(QString manualReason READ manualReason NOTIFY changed)
  Q_PROPERTY(double amount READ amount NOTIFY changed)
  Q_PROPERTY(QString method READ method WRITE setMethod NOTIFY changed)
  Q_PROPERTY(double tendered READ tendered WRITE setTendered NOTIFY changed)
  Q_PROPERTY(double change READ change NOTIFY changed)
  Q_PROPERTY(QString reference READ reference WRITE setReference NOTIFY changed)
  Q_PROPERTY(QString challenge READ challenge NOTIFY approvalChanged)
  Q_PROPERTY(QString approvalNote READ approvalNote NOTIFY approvalChanged)
  Q_PROPERTY(int deviceNo READ deviceNo NOTIFY approvalChanged)
  Q_PROPERTY(QUrl entryPhoto READ entryPhoto NOTIFY changed)
  Q_PROPERTY(bool payable READ isPayable NOTIFY changed)
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
  Q_PROPERTY(QString nextStep READ nextStep NOTIFY changed)

public:
  enum class Step { Search, Pay, Done };
  Q_ENUM(Step)

  explicit CheckoutModel(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] Step step() const { return m_step; }
  [[nodiscard]] QString plate() const;
  [[nodiscard]] QString vehicle() const;
  [[nodiscard]] QString vehicleIcon() const;
  [[nodiscard]] QString ticketNumber() const;
  [[nodiscard]] QString entered() const; ///< With seconds: anybody can check the fee.
  [[nodiscard]] QString duration() const;
  [[nodiscard]] QString sourceText() const { return m_sourceText; }
  [[nodiscard]] QString sessionId() const;
  /// False when the tariff gives no amount (the clock ran backwards, no tariff): only a manual
  /// amount is left.
  [[nodiscard]] bool isPriced() const { return m_fee.has_value(); }
  [[nodiscard]] double due() const;
  [[nodiscard]] QStringList breakdown() const; ///< One sentence a line, with its amount.
  [[nodiscard]] bool doesNeedReview() const { return m_fee && m_fee->needs_review; }
  [[nodiscard]] bool isLostTicket() const { return m_isLostTicket; }
  void setLostTicket(bool on);
  [[nodiscard]] bool isManual() const { return m_manual.has_value(); }
  [[nodiscard]] QString manualReason() const { return m_manualReason; }
  /// What is asked for: the manual amount or what is due.
  [[nodiscard]] double amount() const;
  [[nodiscard]] QString method() const { return m_method; } ///< cash, qris, emoney
  void setMethod(const QString& method);
  [[nodiscard]] double tendered() const { return static_cast<double>(m_tendered.value); }
  void setTendered(double amount);
  [[nodiscard]] double change() const;
  [[nodiscard]] QString reference() const { return m_reference; }
  void setReference(const QString& reference);
  /// Six digits to read out; empty when nothing is asked for.
  [[nodiscard]] QString challenge() const;
  [[nodiscard]] QString approvalNote() const { return m_approvalNote; } ///< Why a code did not do.
  [[nodiscard]] int deviceNo() const;
  /// Of the car when it came in; empty when there is none (yet).
  [[nodiscard]] QUrl entryPhoto() const { return m_entryPhoto.url(); }
  [[nodiscard]] bool isPayable() const;
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] QString nextStep() const { return m_nextStep; }

  /// Takes a found car to the till.
  Q_INVOKABLE void start(palang::mobile::FoundSessionModel* found, int row);
  /// Another amount than the tariff's, with the reason; it goes into the payment's reference and a
  /// supervisor sees the difference.
  Q_INVOKABLE void setManualAmount(double amount, const QString& reason);
  /// While offline, less than the tariff needs a supervisor's code; so does any amount where there
  /// is no tariff to compare with, as far as this device can check a code.
  Q_INVOKABLE bool needsApproval(double amount) const;
  /// Shows a challenge for this amount. False when this device cannot check a code, since it has
  /// never heard the site's key: approvalNote says so and what to do.
  Q_INVOKABLE bool askApproval(double amount);
  Q_INVOKABLE void dropApproval();
  /// The supervisor's code. True: granted and recorded.
  Q_INVOKABLE bool approve(const QString& code, const QString& reason);
  Q_INVOKABLE void clearManualAmount();
  /// Records the exit. True when it is on disk; then step is Done.
  Q_INVOKABLE bool pay();
  /// Back to the search, whatever was going on.
  Q_INVOKABLE void leave();
  Q_INVOKABLE void dismiss();

signals:
  void workplaceChanged();
  void changed();
  void approvalChanged();
  /// The exit is on disk, under this record.
  void paid(const QString& recordId);

private:
  void price();
  /// What the camera shows when the money is taken.
  [[nodiscard]] std::optional<std::string> exitPhoto() const;
  void refuse(const error& why);
  [[nodiscard]] rupiah charged() const;
  [[nodiscard]] std::optional<protocol::payment> payment() const;

  Workplace* m_workplace = nullptr;
  Step m_step = Step::Search;
  std::optional<protocol::session> m_session;
  Client::Source m_source = Client::Source::Replica;
  QString m_ticketText; ///< The scanned ticket when only it is known.
  QString m_sourceText;
  std::optional<domain::fee> m_fee;
  bool m_isLostTicket = false;
  std::optional<rupiah> m_manual;
  QString m_manualReason;
  QString m_method = QStringLiteral("cash");
  rupiah m_tendered;
  QString m_reference;
  ServerPhoto m_entryPhoto;
  std::optional<domain::approval> m_approval;
  QString m_approvalNote;
  QString m_trouble;
  QString m_nextStep;
  QTimer m_repricing; ///< The stay goes on while the driver looks for money.
};

} // namespace palang::mobile
