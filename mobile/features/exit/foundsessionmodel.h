#pragma once

#include "mobile/base/workplace.h"

#include <QAbstractListModel>
#include <QTimer>

#include <vector>

namespace palang::mobile {

/// Cars that fit what is typed or scanned, and where that was found: on the server, in the device's
/// replica, or in the ticket alone.
class FoundSessionModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
  Q_PROPERTY(Status status READ status NOTIFY statusChanged)
  Q_PROPERTY(QString sourceText READ sourceText NOTIFY statusChanged)
  Q_PROPERTY(QString trouble READ trouble NOTIFY statusChanged)
  Q_PROPERTY(QString nextStep READ nextStep NOTIFY statusChanged)
  Q_PROPERTY(bool scanned READ isScanned NOTIFY statusChanged)
  Q_PROPERTY(int count READ count NOTIFY statusChanged)

public:
  enum Role {
    PlateRole = Qt::UserRole, ///< `plate`: as shown; empty without a plate
    VehicleRole,              ///< `vehicle`: the class's name
    IconRole,                 ///< `iconName`
    EnteredRole,              ///< `entered`: 14:05, or with the day
    DurationRole,             ///< `duration`: 2 jam 5 menit
    TicketNumberRole,         ///< `ticketNumber`
    IsOpenRole,               ///< `isOpen`: may still leave
    StatusTextRole,           ///< `statusText`: why not, in words
  };
  Q_ENUM(Role)
  enum class Status { Idle, TooShort, Searching, Done, Failed };
  Q_ENUM(Status)

  explicit FoundSessionModel(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] QString text() const { return m_text; }
  /// Searches a moment after the last change; three characters or more.
  void setText(const QString& text);
  [[nodiscard]] Status status() const { return m_status; }
  [[nodiscard]] QString sourceText() const;
  [[nodiscard]] bool isScanned() const { return m_isScanned; } ///< Not typed.
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] QString nextStep() const { return m_nextStep; }
  [[nodiscard]] int count() const { return rowCount({}); }
  /// For the checkout; the row must exist.
  [[nodiscard]] const protocol::session& sessionAt(int row) const {
    return m_found.sessions.at(static_cast<std::size_t>(row));
  }
  [[nodiscard]] Client::Source source() const { return m_found.source; }

  /// The row when exactly one car can leave, otherwise -1.
  Q_INVOKABLE int onlyRow() const;
  /// A scanned code: searched at once; what is no ticket, or of a car that left, is refused in its
  /// own words.
  Q_INVOKABLE void scan(const QString& code);
  /// Searches at once: Enter.
  Q_INVOKABLE void searchNow();

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void workplaceChanged();
  void textChanged();
  void statusChanged();

private:
  void show(result<Client::Found> found);
  void refuse(const error& why);
  void refuseGone(const protocol::session& s);
  void setStatus(Status status);
  void clearRows();

  Workplace* m_workplace = nullptr;
  QString m_text;
  Client::Found m_found;
  Status m_status = Status::Idle;
  QString m_trouble;
  QString m_nextStep;
  bool m_isScanned = false;
  QTimer m_pause;
  int m_generation = 0; ///< Answers to older questions are dropped.
};

} // namespace palang::mobile
