#include "mobile/features/live/livemodel.h"

#include "mobile/base/wording.h"
#include "mobile/core/synccontroller.h"

#include <QDateTime>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

/// A void or a correction seldom comes alone.
constexpr auto countPause = 1s;
/// Cars passed while the sums were on their way: once more, but not in a circle on a busy day.
constexpr auto recountPause = 10s;
constexpr auto retryPause = 5s;

} // namespace

LiveModel::LiveModel(QObject* parent) : QObject{parent} {
  m_flush.setSingleShot(true);
  m_flush.setInterval(period);
  connect(&m_flush, &QTimer::timeout, this, &LiveModel::flush);
  m_counting.setSingleShot(true);
  connect(&m_counting, &QTimer::timeout, this, [this] {
    m_isCountDisturbed = false;
    if (m_fetch)
      m_fetch->figures(m_figures.from(), m_figures.to());
  });
  m_midnight.setSingleShot(true);
  connect(&m_midnight, &QTimer::timeout, this, &LiveModel::load);
}

void LiveModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  auto& client = workplace->client();
  m_fetch = std::make_unique<LiveFetch>(client);
  connect(m_fetch.get(), &LiveFetch::pictureFetched, this, &LiveModel::show);
  connect(m_fetch.get(), &LiveFetch::figuresFetched, this, &LiveModel::setFigures);
  connect(m_fetch.get(), &LiveFetch::failed, this, [this] {
    if (m_workplace->isOnline())
      QTimer::singleShot(retryPause, this, &LiveModel::load);
  });
  connect(&client, &Client::eventReceived, this, &LiveModel::gather);
  connect(&client, &Client::resyncNeeded, this, &LiveModel::load);
  connect(&client, &Client::onlineChanged, this, &LiveModel::onlineChanged);
  connect(&client.sync(), &SyncController::recordSettled, this,
          [this](const QString& id, const QString&, const QString& verdict, const QString& reason) {
            settled(id, verdict, reason);
          });
  connect(workplace, &Workplace::configChanged, this, &LiveModel::configChanged);
  connect(workplace, &Workplace::languageChanged, this, &LiveModel::configChanged);
  emit workplaceChanged();
  configChanged();
  onlineChanged();
}

QString LiveModel::asOf() const {
  return m_asOf
             ? SiteView{{}, m_workplace->siteTime(), [this] { return m_workplace->now(); }}.moment(
                 *m_asOf)
             : QString{};
}

bool LiveModel::resolve(const QString& alertId, const QString& note) {
  const auto id = parse_uuid(alertId.toStdString());
  const auto* alert = id ? m_alerts.find(*id) : nullptr;
  if (alert == nullptr)
    return false;
  const auto summary =
      tr("Selesaikan: %1")
          .arg(QString::fromStdString(wording::isIndonesian() ? alert->text_id : alert->text_en));
  const auto row = m_workplace->client().record(
      protocol::alert_resolve_data{*id, note.trimmed().toStdString()}, summary.toStdString());
  if (!row) {
    const auto words = wording::of(row.error());
    complain(words.text, words.nextStep);
    return false;
  }
  m_resolutions.emplace(to_string(row->submission.id), *id);
  m_alerts.setSettling(*id, true);
  return true;
}

void LiveModel::dismiss() {
  complain({}, {});
}

void LiveModel::onlineChanged() {
  if (m_workplace->isOnline()) {
    m_asOf.reset();
    if (!m_isLoaded)
      load();
  } else if (m_isLoaded && !m_asOf) {
    m_asOf = m_workplace->now();
  }
  emit loadedChanged();
}

void LiveModel::configChanged() {
  const SiteView site{m_workplace->config(), m_workplace->siteTime(),
                      [this] { return m_workplace->now(); }};
  m_lanes.setSite(site);
  m_zones.setSite(site);
  m_feed.setSite(site);
  m_alerts.setSite(site);
  if (DayFigures(site.time, site.now()).from() != m_figures.from() && m_isLoaded)
    load();
  emit loadedChanged();
}

void LiveModel::load() {
  if (m_workplace == nullptr || !m_workplace->isOnline())
    return;
  const DayFigures today(m_workplace->siteTime(), m_workplace->now());
  if (today.from() != m_figures.from()) {
    m_figures = today;
    m_isCounted = false;
  }
  m_midnight.start(std::chrono::ceil<std::chrono::seconds>(today.to() - m_workplace->now()) + 1s);
  m_fetch->picture();
  countAgain(0s);
}

void LiveModel::show(const LivePicture& picture) {
  m_lanes.setGates(picture.gates);
  m_zones.setGates(picture.gates);
  m_alerts.setAlerts(picture.alerts);
  auto passed = eventsOf(picture.sessions);
  m_lanes.apply(passed);
  m_feed.reset(std::move(passed));
  m_isLoaded = true;
  emit loadedChanged();
  flush();
}

void LiveModel::gather(const protocol::event& e) {
  auto read = readLiveEvent(e);
  if (!read)
    return;
  m_waiting.push_back(*std::move(read));
  // Not before the picture: it may be older than the event, and would take it back.
  if (!m_fetch->isFetching() && !m_flush.isActive())
    m_flush.start();
}

void LiveModel::flush() {
  if (m_waiting.empty() || m_fetch->isFetching())
    return;
  const auto events = std::exchange(m_waiting, {});
  m_lanes.apply(events);
  m_zones.apply(events);
  m_alerts.apply(events);
  m_feed.apply(events);
  bool isCounting = false;
  for (const auto& e : events) {
    isCounting |= m_figures.count(e);
    if (DayFigures::isUnsettling(e))
      countAgain(countPause);
  }
  if (!isCounting)
    return;
  m_isCountDisturbed = true;
  emit figuresChanged();
}

void LiveModel::countAgain(std::chrono::milliseconds in) {
  if (!m_counting.isActive() || m_counting.remainingTimeAsDuration() > in)
    m_counting.start(in);
}

void LiveModel::setFigures(const std::vector<protocol::stats_row>& rows) {
  m_figures.set(rows);
  m_isCounted = true;
  if (m_isCountDisturbed || !m_waiting.empty())
    countAgain(recountPause);
  emit figuresChanged();
}

void LiveModel::settled(const QString& id, const QString& verdict, const QString& reason) {
  const auto resolution = m_resolutions.find(id.toStdString());
  if (resolution == m_resolutions.end())
    return;
  const auto alert = resolution->second;
  m_resolutions.erase(resolution);
  if (verdict != QLatin1String("quarantined"))
    return m_alerts.remove(alert);
  m_alerts.setSettling(alert, false);
  complain(tr("Peringatan belum selesai: %1").arg(reason), tr("Coba lagi, atau hubungi admin."));
}

void LiveModel::complain(const QString& trouble, const QString& nextStep) {
  m_trouble = trouble;
  m_nextStep = nextStep;
  emit troubleChanged();
}

} // namespace palang::mobile
