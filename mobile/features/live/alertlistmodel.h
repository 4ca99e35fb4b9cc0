#pragma once

#include "mobile/base/siteview.h"
#include "mobile/features/live/liveevent.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <set>
#include <span>

namespace palang::mobile {

/// What a person must look at: open alerts, the gravest first, of these the newest.
class AlertListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("LiveModel has it")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(int criticalCount READ criticalCount NOTIFY countChanged)
  Q_PROPERTY(QString countText READ countText NOTIFY countChanged)

public:
  enum Role {
    AlertIdRole = Qt::UserRole, ///< `alertId`
    SeverityRole,               ///< `severity`: info, warning, critical
    TextRole,                   ///< `text` in the person's language
    RaisedRole,                 ///< `raised`: when
    GateRole,                   ///< `gate`: its name, or empty
    SessionIdRole,              ///< `sessionId`, or empty
    SettlingRole,               ///< `settling`: resolved here, the server has not answered yet
  };
  Q_ENUM(Role)

  using QAbstractListModel::QAbstractListModel;

  void setSite(SiteView site);
  void setAlerts(std::vector<protocol::alert> alerts);
  /// Oldest first.
  void apply(std::span<const LiveEvent> events);
  /// A resolution is on its way; false: it was refused.
  void setSettling(const uuid& id, bool on);
  void remove(const uuid& id);
  [[nodiscard]] const protocol::alert* find(const uuid& id) const;

  [[nodiscard]] int count() const { return rowCount({}); }
  [[nodiscard]] int criticalCount() const;
  /// `200+` when the server may have more than it told.
  [[nodiscard]] QString countText() const;
  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void countChanged();
  /// Something grave came up since the first list; once for several at a time.
  void criticalRaised();

private:
  /// True: it is critical and was not before.
  bool put(const protocol::alert& alert);

  SiteView m_site;
  std::vector<protocol::alert> m_alerts;
  std::set<uuid> m_settling;
  bool m_isFilled = false; ///< The first list came.
  bool m_isCut = false;    ///< It was as long as a list may be.
};

} // namespace palang::mobile
