#pragma once

#include "mobile/base/workplace.h"
#include "mobile/features/vehicles/sessionhistory.h"
#include "mobile/features/vehicles/sessionlistmodel.h"

#include <QObject>
#include <QVariantList>

#include <optional>
#include <vector>

namespace palang::mobile {

/// One stay in full: its facts, flags, history and what it would cost now; and the two changes that
/// a supervisor makes. A change goes through the outbox; its verdict comes as the server answers.
class VehicleModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(bool shown READ isShown NOTIFY changed)
  Q_PROPERTY(QString sessionId READ sessionId NOTIFY changed)
  Q_PROPERTY(QString ticketNumber READ ticketNumber NOTIFY changed)
  Q_PROPERTY(QString plate READ plate NOTIFY changed)
  Q_PROPERTY(QString plateReason READ plateReason NOTIFY changed)
  Q_PROPERTY(QString vehicle READ vehicle NOTIFY changed)
  Q_PROPERTY(QString vehicleIcon READ vehicleIcon NOTIFY changed)
  Q_PROPERTY(QString vehicleType READ vehicleType NOTIFY changed)
  Q_PROPERTY(QString status READ status NOTIFY changed)
  Q_PROPERTY(QString statusText READ statusText NOTIFY changed)
  Q_PROPERTY(QString statusIcon READ statusIcon NOTIFY changed)
  Q_PROPERTY(QString entered READ entered NOTIFY changed)
  Q_PROPERTY(QString exited READ exited NOTIFY changed)
  Q_PROPERTY(QString duration READ duration NOTIFY changed)
  Q_PROPERTY(QString fee READ fee NOTIFY changed)
  Q_PROPERTY(QString charged READ charged NOTIFY changed)
  Q_PROPERTY(QStringList flags READ flags NOTIFY changed)
  Q_PROPERTY(QVariantList history READ history NOTIFY changed)
  Q_PROPERTY(bool changeable READ isChangeable NOTIFY changed)
  Q_PROPERTY(QVariantList vehicleTypes READ vehicleTypes NOTIFY vehicleTypesChanged)
  Q_PROPERTY(bool quotable READ isQuotable NOTIFY changed)
  Q_PROPERTY(bool quoted READ isQuoted NOTIFY quoteChanged)
  Q_PROPERTY(double due READ due NOTIFY quoteChanged)
  Q_PROPERTY(QString quotedAt READ quotedAt NOTIFY quoteChanged)
  Q_PROPERTY(QVariantList breakdown READ breakdown NOTIFY quoteChanged)
  Q_PROPERTY(Verdict verdict READ verdict NOTIFY verdictChanged)
  Q_PROPERTY(QString verdictText READ verdictText NOTIFY verdictChanged)

public:
  /// Of the last change: none asked for, on its way, done, refused (verdictText says why).
  enum class Verdict { None, Waiting, Done, Refused };
  Q_ENUM(Verdict)

  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] bool isShown() const { return m_session.has_value(); }
  [[nodiscard]] QString sessionId() const;
  [[nodiscard]] QString ticketNumber() const;
  [[nodiscard]] QString plate() const;
  [[nodiscard]] QString plateReason() const;
  [[nodiscard]] QString vehicle() const;
  [[nodiscard]] QString vehicleIcon() const;
  [[nodiscard]] QString vehicleType() const; ///< MOTOR, MOBIL …
  [[nodiscard]] QString status() const;
  [[nodiscard]] QString statusText() const;
  [[nodiscard]] QString statusIcon() const;
  [[nodiscard]] QString entered() const;
  [[nodiscard]] QString exited() const;
  [[nodiscard]] QString duration() const;
  [[nodiscard]] QString fee() const;
  [[nodiscard]] QString charged() const;
  [[nodiscard]] QStringList flags() const;
  [[nodiscard]] QVariantList history() const; ///< Of {moment, icon, title, note}, oldest first.
  /// Neither voided nor merged.
  [[nodiscard]] bool isChangeable() const;
  [[nodiscard]] QVariantList vehicleTypes() const; ///< Of {type, text, icon}.
  [[nodiscard]] bool isQuotable() const;           ///< It is still inside.
  [[nodiscard]] bool isQuoted() const { return m_quote.has_value(); }
  [[nodiscard]] double due() const; ///< Rupiah; exact up to 2^53.
  [[nodiscard]] QString quotedAt() const;
  [[nodiscard]] QVariantList breakdown() const; ///< Of {text, amount}.
  [[nodiscard]] Verdict verdict() const { return m_verdict; }
  [[nodiscard]] QString verdictText() const { return m_verdictText; }

  /// Shows the stay at once when `list` has it, and asks the server for it otherwise.
  Q_INVOKABLE void show(const QString& sessionId, palang::mobile::SessionListModel* list);
  Q_INVOKABLE void close();
  /// What it would cost if it left now.
  Q_INVOKABLE void quote();
  /// Only what differs is changed. False (and Refused) when nothing does or it cannot be kept.
  Q_INVOKABLE bool correct(const QString& plate, const QString& vehicleType, const QString& reason);
  Q_INVOKABLE bool cancel(const QString& reason);
  Q_INVOKABLE void dismissVerdict();

signals:
  void workplaceChanged();
  void changed();
  void vehicleTypesChanged();
  void quoteChanged();
  void verdictChanged();

private:
  void setSession(const protocol::session& s);
  void take(const protocol::event& e);
  void fetch(const uuid& id);
  void fetchAudit();
  void readOutbox();
  [[nodiscard]] bool record(const protocol::submit_data& data, const QString& what);
  void settled(const QString& id, const QString& verdict, const QString& reason);
  void setVerdict(Verdict verdict, const QString& text);
  [[nodiscard]] QString moment(const std::optional<instant>& at) const;

  Workplace* m_workplace = nullptr;
  std::optional<protocol::session> m_session;
  std::vector<protocol::audit_entry> m_audit;
  std::vector<OutboxRow> m_own;
  std::optional<domain::fee> m_quote;
  instant m_quotedAt{};
  QString m_submission;
  Verdict m_verdict = Verdict::None;
  QString m_verdictText;
  int m_asked = 0; ///< Answers about an earlier stay are dropped.
  int m_auditAsked = 0;
};

} // namespace palang::mobile
