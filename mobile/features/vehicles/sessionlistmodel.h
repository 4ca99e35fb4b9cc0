#pragma once

#include "mobile/base/workplace.h"
#include "mobile/features/vehicles/sessionfilter.h"
#include "mobile/features/vehicles/sessionpages.h"

#include <QAbstractListModel>
#include <QTimer>

#include <optional>
#include <vector>

namespace palang::mobile {

/// Stays, the newest first: all of them page by page, or those that fit what is typed. Kept by the
/// server's events. Offline it searches the open stays that this computer knows. However far it is
/// scrolled, only the pages around what is looked at are in memory; a row that was put away has
/// empty roles until its page is here again.
class SessionListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
  Q_PROPERTY(QVariantMap filter READ filter WRITE setFilter NOTIFY filterChanged)
  Q_PROPERTY(State state READ state NOTIFY stateChanged)
  Q_PROPERTY(bool searching READ isSearching NOTIFY stateChanged)
  Q_PROPERTY(QString note READ note NOTIFY stateChanged)
  Q_PROPERTY(QString trouble READ trouble NOTIFY stateChanged)
  Q_PROPERTY(QString nextStep READ nextStep NOTIFY stateChanged)
  Q_PROPERTY(int count READ count NOTIFY stateChanged)

public:
  enum Role {
    SessionIdRole = Qt::UserRole, ///< `sessionId`
    PlateRole,                    ///< `plate`; empty without one
    VehicleRole,                  ///< `vehicle`: the class's name
    IconRole,                     ///< `iconName` of the class
    EnteredRole,                  ///< `entered`: 14:05, or with the day; empty for exit_only
    ExitedRole,                   ///< `exited`
    DurationRole,                 ///< `duration` so far, or of the whole stay
    AmountRole,                   ///< `amount`: what was charged, Rp5.000; empty before the exit
    StatusRole,                   ///< `status`: open, closed, void, merged, exit_only
    StatusTextRole,               ///< `statusText`
    StatusIconRole,               ///< `statusIcon`
    TicketNumberRole,             ///< `ticketNumber`
    FlaggedRole,                  ///< `flagged`: something about it is unusual
  };
  Q_ENUM(Role)
  /// Idle: nothing to show yet; Stale: what is shown is from before the connection was lost.
  enum class State { Idle, TooShort, Loading, Ready, Stale, Failed };
  Q_ENUM(State)

  explicit SessionListModel(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] QString text() const { return m_text; }
  /// Two characters of a plate or more, or a ticket's number; asks a moment after the last change.
  /// Empty lists everything.
  void setText(const QString& text);
  [[nodiscard]] QVariantMap filter() const { return m_filter; }
  /// As SessionFilter takes it; empty for all.
  void setFilter(const QVariantMap& filter);
  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] bool isSearching() const { return !m_text.trimmed().isEmpty(); }
  /// Where the rows are from when it is not the server just now.
  [[nodiscard]] QString note() const { return m_note; }
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] QString nextStep() const { return m_nextStep; }
  [[nodiscard]] int count() const { return rowCount({}); }
  /// Rows in memory.
  [[nodiscard]] int held() const { return m_pages.held(); }
  /// nullptr when it is not among the rows in memory.
  [[nodiscard]] const protocol::session* find(const uuid& id) const;

  Q_INVOKABLE void refresh();
  /// The row in the middle of what a person sees.
  Q_INVOKABLE void lookAt(int row);
  /// As mobile::dayFrom().
  Q_INVOKABLE [[nodiscard]] QString dayFrom(const QString& typed) const;
  /// As mobile::wholeNumberFrom().
  Q_INVOKABLE [[nodiscard]] QString wholeNumberFrom(const QString& typed) const;
  Q_INVOKABLE [[nodiscard]] QString sessionIdAt(int row) const;
  /// -1 when it is not among the rows.
  Q_INVOKABLE [[nodiscard]] int rowOf(const QString& sessionId) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
  [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

  /// The rows as they are after these events; public for what feeds it without a server.
  void apply(const std::vector<protocol::session>& changed);

signals:
  void workplaceChanged();
  void textChanged();
  void filterChanged();
  void stateChanged();

private:
  void onlineChanged();
  void gather(const protocol::event& e);
  void ask();
  [[nodiscard]] protocol::session_list question(const SessionPages::Cursor& after) const;
  void askList();
  void askPage(int page); ///< One that was put away, or the next one.
  void askMissing();
  void askTicket();
  void askReplica();
  void showPage(const result<std::string>& data, int page);
  void showFound(SessionPages::Rows found, SessionPages::Cursor next);
  void refuse(const error& why);
  void setState(State state, const QString& note = {});
  void readFilter();
  [[nodiscard]] bool isTicketNumber() const;
  [[nodiscard]] bool fits(const protocol::session& s) const;
  void place(const protocol::session& s);

  Workplace* m_workplace = nullptr;
  QString m_text;
  QVariantMap m_filter;
  SessionFilter m_wanted; ///< What the filter says at this site.
  State m_state = State::Idle;
  QString m_note;
  QString m_trouble;
  QString m_nextStep;
  SessionPages m_pages;
  int m_lookedAt = 0;
  bool m_isFetching = false;
  int m_asked = 0; ///< Answers to older questions are dropped.
  QTimer m_pause;
  QTimer m_flush;
  std::vector<protocol::session> m_changed;
};

} // namespace palang::mobile
