#include "mobile/features/sync/syncmodel.h"

#include "mobile/base/wording.h"

#include <cmath>

namespace palang::mobile {

namespace {

constexpr auto moment = std::chrono::seconds(2);

} // namespace

SyncModel::SyncModel(QObject* parent) : QObject(parent) {
  m_moment.setSingleShot(true);
  m_moment.setInterval(moment);
  connect(&m_moment, &QTimer::timeout, this, [this] { setLingering(true); });
  connect(this, &SyncModel::changed, this, &SyncModel::watchPending);
}

void SyncModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  auto& client = workplace->client();
  connect(&sync(), &SyncController::countsChanged, this, &SyncModel::changed);
  connect(&sync(), &SyncController::progressChanged, this, &SyncModel::changed);
  connect(&sync(), &SyncController::autoSendChanged, this, &SyncModel::changed);
  connect(&sync(), &SyncController::promptWantedChanged, this, &SyncModel::promptWantedChanged);
  connect(&sync(), &SyncController::recordSettled, this,
          [this](const QString&, const QString& summary, const QString& verdict,
                 const QString& reason) {
            emit settled(wording::summary(summary, m_workplace->config()), verdict, reason);
          });
  connect(&sync(), &SyncController::finished, this, [this](const SyncSummary& summary) {
    m_summary = summary;
    emit finished();
  });
  connect(&client.link(), &Link::clockSampled, this, &SyncModel::connectionChanged);
  connect(workplace, &Workplace::connectionChanged, this, &SyncModel::connectionChanged);
  connect(workplace, &Workplace::languageChanged, this, &SyncModel::connectionChanged);
  emit workplaceChanged();
  emit changed();
  emit promptWantedChanged();
  emit connectionChanged();
}

int SyncModel::pending() const {
  return m_workplace != nullptr ? sync().pendingCount() : 0;
}

void SyncModel::watchPending() {
  if (pending() == 0) {
    m_moment.stop();
    setLingering(false);
  } else if (!m_isLingering && !m_moment.isActive()) {
    m_moment.start();
  }
}

void SyncModel::setLingering(bool on) {
  if (on == m_isLingering)
    return;
  m_isLingering = on;
  emit lingeringChanged();
}

int SyncModel::attention() const {
  return m_workplace != nullptr ? sync().quarantinedCount() : 0;
}

QString SyncModel::oldest() const {
  const auto at = m_workplace != nullptr ? sync().oldestPendingMs() : 0;
  return at == 0 ? QString{} : m_workplace->siteTime().dayTime(from_ms(at), m_workplace->now());
}

QString SyncModel::lastSuccess() const {
  const auto at = m_workplace != nullptr ? sync().lastSuccessMs() : 0;
  return at == 0 ? QString{} : m_workplace->siteTime().dayTime(from_ms(at), m_workplace->now());
}

bool SyncModel::isPromptWanted() const {
  return m_workplace != nullptr && sync().promptWanted();
}

bool SyncModel::isRunning() const {
  return m_workplace != nullptr && sync().isRunning();
}

int SyncModel::done() const {
  return m_workplace != nullptr ? sync().progressDone() : 0;
}

int SyncModel::total() const {
  return m_workplace != nullptr ? sync().progressTotal() : 0;
}

bool SyncModel::isAutoSend() const {
  return m_workplace != nullptr && sync().autoSend();
}

void SyncModel::setAutoSend(bool on) {
  sync().setAutoSend(on);
}

QString SyncModel::finishedAt() const {
  return m_summary.finishedAt == instant{}
             ? QString{}
             : m_workplace->siteTime().dayTime(m_summary.finishedAt, m_workplace->now());
}

bool SyncModel::isReachable() const {
  const auto state =
      m_workplace != nullptr ? m_workplace->client().link().state() : Link::State::Idle;
  return state == Link::State::Up || state == Link::State::DatabaseDown;
}

bool SyncModel::isDatabaseUp() const {
  return m_workplace != nullptr && m_workplace->client().link().state() == Link::State::Up;
}

QString SyncModel::since() const {
  const auto at = m_workplace != nullptr ? m_workplace->client().link().stateSince() : std::nullopt;
  return at ? m_workplace->siteTime().dayTime(*at, m_workplace->now()) : QString{};
}

QString SyncModel::roundTrip() const {
  const auto span =
      m_workplace != nullptr ? m_workplace->client().link().roundTrip() : std::nullopt;
  return span ? tr("%1 ms").arg(span->count()) : tr("belum diukur");
}

QString SyncModel::clockDifference() const {
  const auto offset =
      m_workplace != nullptr ? m_workplace->client().link().clockOffset() : std::nullopt;
  if (!offset)
    return tr("belum diukur");
  const auto seconds = static_cast<double>(offset->count()) / 1000.0;
  if (std::abs(seconds) < 1)
    return tr("cocok");
  const auto amount = QString::number(std::abs(seconds), 'f', std::abs(seconds) < 60 ? 1 : 0);
  return seconds > 0 ? tr("terlambat %1 detik, dikoreksi").arg(amount)
                     : tr("terlalu cepat %1 detik, dikoreksi").arg(amount);
}

QString SyncModel::detail() const {
  return m_workplace != nullptr ? m_workplace->connectionDetail() : QString{};
}

void SyncModel::startNow() {
  sync().startNow();
}

void SyncModel::later() {
  sync().later();
}

void SyncModel::cancel() {
  sync().cancel();
}

} // namespace palang::mobile
