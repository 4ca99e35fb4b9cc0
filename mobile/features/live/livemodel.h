#pragma once

#include "mobile/base/workplace.h"
#include "mobile/features/live/alertlistmodel.h"
#include "mobile/features/live/dayfigures.h"
#include "mobile/features/live/feedmodel.h"
#include "mobile/features/live/lanelistmodel.h"
#include "mobile/features/live/livefetch.h"
#include "mobile/features/live/zonelistmodel.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace palang::mobile {

/// What happens now: the picture is fetched once, then kept by the server's events. Events are
/// gathered and shown together every `period`, so that thousands a minute cost a few updates a
/// second. Thread: the GUI's.
class LiveModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(palang::mobile::LaneListModel* lanes READ lanes CONSTANT)
  Q_PROPERTY(palang::mobile::ZoneListModel* zones READ zones CONSTANT)
  Q_PROPERTY(palang::mobile::FeedModel* feed READ feed CONSTANT)
  Q_PROPERTY(palang::mobile::AlertListModel* alerts READ alerts CONSTANT)
  Q_PROPERTY(int entries READ entries NOTIFY figuresChanged)
  Q_PROPERTY(int exits READ exits NOTIFY figuresChanged)
  Q_PROPERTY(double revenue READ revenue NOTIFY figuresChanged)
  Q_PROPERTY(bool counted READ isCounted NOTIFY figuresChanged)
  Q_PROPERTY(bool loaded READ isLoaded NOTIFY loadedChanged)
  Q_PROPERTY(QString asOf READ asOf NOTIFY loadedChanged)
  Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged)
  Q_PROPERTY(QString nextStep READ nextStep NOTIFY troubleChanged)

public:
  static constexpr std::chrono::milliseconds period{100};

  explicit LiveModel(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] LaneListModel* lanes() { return &m_lanes; }
  [[nodiscard]] ZoneListModel* zones() { return &m_zones; }
  [[nodiscard]] FeedModel* feed() { return &m_feed; }
  [[nodiscard]] AlertListModel* alerts() { return &m_alerts; }
  [[nodiscard]] int entries() const { return static_cast<int>(m_figures.entries()); }
  [[nodiscard]] int exits() const { return static_cast<int>(m_figures.exits()); }
  /// Rupiah; exact up to 2^53.
  [[nodiscard]] double revenue() const { return static_cast<double>(m_figures.revenue().value); }
  /// The day's sums are known.
  [[nodiscard]] bool isCounted() const { return m_isCounted; }
  /// There is something to show, fresh or old.
  [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
  /// `14:05:09` when what is shown was last sure; empty while it is kept by events.
  [[nodiscard]] QString asOf() const;
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] QString nextStep() const { return m_nextStep; }

  /// Takes an alert off the list; the server's answer comes later. False (and trouble) when it
  /// cannot be kept.
  Q_INVOKABLE bool resolve(const QString& alertId, const QString& note);
  Q_INVOKABLE void dismiss();

signals:
  void workplaceChanged();
  void figuresChanged();
  void loadedChanged();
  void troubleChanged();

private:
  void onlineChanged();
  void configChanged();
  void load();
  void show(const LivePicture& picture);
  void gather(const protocol::event& e);
  void flush();
  void countAgain(std::chrono::milliseconds in);
  void setFigures(const std::vector<protocol::stats_row>& rows);
  void settled(const QString& id, const QString& verdict, const QString& reason);
  void complain(const QString& trouble, const QString& nextStep);

  Workplace* m_workplace = nullptr;
  std::unique_ptr<LiveFetch> m_fetch;
  LaneListModel m_lanes;
  ZoneListModel m_zones;
  FeedModel m_feed;
  AlertListModel m_alerts;
  DayFigures m_figures;
  bool m_isCounted = false;
  bool m_isLoaded = false;
  bool m_isCountDisturbed = false; ///< Cars passed while the sums were on their way.
  std::optional<instant> m_asOf;
  std::vector<LiveEvent> m_waiting;
  QTimer m_flush;
  QTimer m_counting;
  QTimer m_midnight;
  std::unordered_map<std::string, uuid> m_resolutions; ///< Submission to alert.
  QString m_trouble;
  QString m_nextStep;
};

} // namespace palang::mobile
