#pragma once

#include "mobile/base/workplace.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace palang::mobile {

/// Opens a gate, for a person or by itself after a record, and says what really came of it. An
/// opening is never stored for later: offline it is not offered, and one whose outcome nobody heard
/// is "unknown", never "opened".
class OpeningModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(Outcome outcome READ outcome NOTIFY changed)
  Q_PROPERTY(bool mayBeOpen READ mayBeOpen NOTIFY changed)
  Q_PROPERTY(QString outcomeText READ outcomeText NOTIFY changed)
  Q_PROPERTY(QString detail READ detail NOTIFY changed)
  Q_PROPERTY(QString gateName READ gateName NOTIFY changed)
  Q_PROPERTY(bool available READ isAvailable NOTIFY availableChanged)
  Q_PROPERTY(QString whyNot READ whyNot NOTIFY availableChanged)

public:
  enum class Outcome {
    None,    ///< Nothing asked yet.
    Asked,   ///< On its way.
    Opened,  ///< The lock confirmed.
    Failed,  ///< It did not open, or the server refused.
    Expired, ///< It came too late and was not carried out.
    Unknown, ///< Nobody heard in time.
  };
  Q_ENUM(Outcome)

  explicit OpeningModel(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] Outcome outcome() const { return m_outcome; }
  /// It opens, is open, or nobody knows.
  [[nodiscard]] bool mayBeOpen() const;
  [[nodiscard]] QString outcomeText() const;
  [[nodiscard]] QString detail() const { return m_detail; }
  [[nodiscard]] QString gateName() const;
  [[nodiscard]] bool isAvailable() const;
  [[nodiscard]] QString
  whyNot() const; ///< Why it cannot be opened from here now; empty when it can.

  /// `reason` is required unless `sessionId` names the car that it opens for.
  Q_INVOKABLE void open(const QString& gateId, const QString& reason, const QString& sessionId);
  /// Opens the gate of this entry or exit for its car as soon as the server accepted the record.
  /// Nothing is asked for when the gate has no lock or the record was made offline; Failed when
  /// the record is refused, or the server does not take it soon.
  Q_INVOKABLE void openAfter(const QString& recordId);
  Q_INVOKABLE void reset();

signals:
  void workplaceChanged();
  void changed();
  void availableChanged();

private:
  void ask(const protocol::gate_open_data& data, const QString& summary);
  void settle(Outcome outcome, const QString& detail);
  void readRecord();
  void readAnswer();
  void readEvent(const protocol::event& e);
  void follow(const protocol::gate_command& command);

  Workplace* m_workplace = nullptr;
  Outcome m_outcome = Outcome::None;
  QString m_detail;
  QString m_gateId;
  std::optional<uuid> m_record; ///< That must be accepted first.
  std::optional<uuid> m_submission;
  std::optional<uuid> m_command; ///< Once the server accepted.
  QTimer m_recordPatience;
  QTimer m_patience;
};

} // namespace palang::mobile
