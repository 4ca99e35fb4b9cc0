#pragma once

#include "mobile/base/siteview.h"
#include "mobile/features/live/liveevent.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <set>
#include <span>

namespace palang::mobile {

/// One tile per gate: its mode, the last car through it and its last opening.
class LaneListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("LiveModel has it")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
  enum Role {
    GateIdRole = Qt::UserRole, ///< `gateId`
    NameRole,                  ///< `name`
    DirectionRole,             ///< `direction`: in, out, both
    ModeRole,                  ///< `mode`: auto, held_open, closed
    SessionIdRole,             ///< `sessionId` of the last car; empty before the first
    IsExitRole,                ///< `isExit`: the last car left
    PlateRole,                 ///< `plate`; empty without one
    VehicleRole,               ///< `vehicle`: the class's name
    IconRole,                  ///< `iconName` of the class
    PassedRole,                ///< `passed`: when
    OutcomeRole,               ///< `outcome` of the last opening: a command's state word, or empty
    OpenedRole,                ///< `opened`: when it was
    CauseRole,                 ///< `cause`: "session", or the reason that somebody gave
  };
  Q_ENUM(Role)

  using QAbstractListModel::QAbstractListModel;

  void setSite(SiteView site);
  /// The server's list; the last cars are kept.
  void setGates(std::vector<protocol::gate> gates);
  /// Oldest first.
  void apply(std::span<const LiveEvent> events);
  void clear();

  [[nodiscard]] int count() const { return rowCount({}); }
  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void countChanged();

private:
  struct Passage {
    protocol::session session;
    instant at{};
    bool isExit = false;
  };
  struct Lane {
    protocol::gate gate;
    std::optional<Passage> last;
  };

  [[nodiscard]] Lane* find(const std::string& gateId);
  /// The lane whose last car this is, as it is known now.
  [[nodiscard]] Lane* amend(const protocol::session& s);
  /// A gate whose command failed was opened by a button, a card, a key.
  [[nodiscard]] Lane* openedByHand(const LiveLockRecord& record);
  [[nodiscard]] Lane* touch(const LiveEvent& e);
  [[nodiscard]] QVariant vehicleData(const Passage& last, int role) const;

  SiteView m_site;
  std::vector<Lane> m_lanes;
};

} // namespace palang::mobile
