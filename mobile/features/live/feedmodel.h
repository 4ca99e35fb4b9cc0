#pragma once

#include "mobile/base/siteview.h"
#include "mobile/features/live/liveevent.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <span>

namespace palang::mobile {

/// What happened, newest first. Bounded: the oldest rows go.
class FeedModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("LiveModel has it")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
  static constexpr std::size_t limit = 500;

  enum Role {
    MomentRole = Qt::UserRole, ///< `moment`: when
    IconRole,                  ///< `iconName`
    ToneRole,                  ///< `tone`: plain, entry, exit, good, warning, critical
    TitleRole,                 ///< `title`: what happened
    PlateRole,     ///< `plate`; empty for what tells of no car, or of one without a plate
    DetailRole,    ///< `detail`: class, gate, amount, cause
    SessionIdRole, ///< `sessionId`; empty for what tells of no car
  };
  Q_ENUM(Role)

  using QAbstractListModel::QAbstractListModel;

  void setSite(SiteView site);
  /// Newest first, as eventsOf makes them.
  void reset(std::vector<LiveEvent> events);
  /// Oldest first. What is no news to a person (occupancy) and cars that are here already are left
  /// out.
  void apply(std::span<const LiveEvent> events);

  [[nodiscard]] int count() const { return rowCount({}); }
  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void countChanged();

private:
  [[nodiscard]] bool isKnown(const LiveEvent& e) const;
  [[nodiscard]] QString detail(const LiveEvent& e) const;
  [[nodiscard]] static QString lateDetail(const LiveLateRecord& late);
  [[nodiscard]] QString carDetail(const LiveEvent& e, const protocol::session& s) const;

  SiteView m_site;
  std::deque<LiveEvent> m_rows;
};

} // namespace palang::mobile
