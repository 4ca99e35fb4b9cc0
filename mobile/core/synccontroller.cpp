#include "mobile/core/synccontroller_p.h"

#include <utility>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

constexpr milliseconds askAgainAfter = 15min;

constexpr auto autoSendKey = "sync.auto_send";

} // namespace

SyncController::SyncController(Store& store, Link& link, const clock& time, QObject* parent)
    : QObject{parent}, d{std::make_unique<Private>(*this, store, link, time)} {
  d->timer.setSingleShot(true);
  d->settling.setSingleShot(true);
  connect(&d->settling, &QTimer::timeout, this, [this] { d->settleTold(); });
  connect(&d->timer, &QTimer::timeout, this, &SyncController::tick);
  connect(&link, &Link::stateChanged, this, [this] { d->linkChanged(); });
  connect(&link, &Link::received, this, [this](const auto& message) { d->read(message); });
}

SyncController::~SyncController() = default;

int SyncController::pendingCount() const {
  return d->counts.pending;
}
int SyncController::quarantinedCount() const {
  return d->counts.quarantined;
}
qint64 SyncController::oldestPendingMs() const {
  return d->counts.oldestPending ? to_ms(*d->counts.oldestPending) : 0;
}
bool SyncController::promptWanted() const {
  return d->isPromptWanted;
}
bool SyncController::isRunning() const {
  return d->run.has_value();
}
bool SyncController::isSending() const {
  return d->isSending;
}
int SyncController::progressDone() const {
  return d->done;
}
int SyncController::progressTotal() const {
  return d->total;
}
bool SyncController::autoSend() const {
  return d->isAutomatic;
}
qint64 SyncController::lastSuccessMs() const {
  return d->lastSuccess;
}

void SyncController::setAutoSend(bool on) {
  if (on == d->isAutomatic)
    return;
  d->isAutomatic = on;
  if (const auto kept = d->store.setSetting(autoSendKey, on ? "1" : "0"); !kept)
    qWarning("the setting is not kept: %s", kept.error().message.c_str());
  emit autoSendChanged();
  if (on && d->isUp && d->hasWaiting())
    startNow();
}

void SyncController::startNow() {
  d->allowAll();
  d->ask(false);
  d->beginRun();
  d->link.checkNow();
  d->pump();
}

void SyncController::later() {
  d->ask(false);
  d->askAgainAt = d->now() + askAgainAfter;
  d->rearm();
}

void SyncController::cancel() {
  d->allowed.clear();
  d->sender.hold_existing();
  d->finishRun(true);
  d->isRunUnfinished = false;
  later();
}

void SyncController::setRenewal(Renewal renewal) {
  d->renewal = std::move(renewal);
}

void SyncController::retry(const QString& id) {
  const auto parsed = parse_uuid(id.toStdString());
  if (!parsed)
    return;
  const auto before = d->pendingIds();
  const auto renewed = d->renewal(d->refusedFirst(*parsed));
  const auto loaded = renewed ? d->sender.reload() : fail(renewed.error());
  if (!loaded) {
    qWarning("the record cannot be tried again: %s", loaded.error().message.c_str());
    return;
  }
  for (const auto& pending : d->pendingIds())
    if (!before.contains(pending))
      d->allowed.insert(pending);
  d->refreshCounts();
  d->pump();
}

void SyncController::sendAgain(std::uint32_t firstSeq, std::uint32_t lastSeq) {
  const auto put = d->store.sendAgain(firstSeq, lastSeq);
  const auto loaded = put ? d->sender.reload() : fail(put.error());
  if (!loaded) {
    qWarning("what the server misses is not sent again: %s", loaded.error().message.c_str());
    return;
  }
  if (!d->allowReturning())
    return;
  d->refreshCounts();
  d->pump();
}

void SyncController::added(const OutboxRow& row) {
  d->refreshCounts();
  if (row.state != sync::record_state::pending)
    return; // It depends on one that was refused.
  const auto& id = row.submission.id;
  d->sender.added({id, row.position, row.dependsOn});
  if (d->isUp || d->run)
    d->allowed.insert(id);
  if (d->run) {
    ++d->total;
    emit progressChanged();
  }
  d->pump();
}

int SyncController::returningCount() const {
  return d->returning;
}

void SyncController::reload() {
  if (const auto loaded = d->sender.reload(); !loaded)
    qWarning("the outbox cannot be read: %s", loaded.error().message.c_str());
  d->isAutomatic = d->store.setting(autoSendKey) == "1";
  d->lastSuccess =
      QString::fromStdString(d->store.setting(lastSuccessKey).value_or("0")).toLongLong();
  emit autoSendChanged();
  d->refreshCounts();
  if (d->isUp)
    d->goOn();
}

void SyncController::tick() {
  const auto now = d->now();
  if (d->askAgainAt && now >= *d->askAgainAt) {
    d->askAgainAt.reset();
    d->ask(d->isUp && d->hasWaiting());
  }
  if (d->silentAt && now >= *d->silentAt) {
    d->silentAt.reset();
    d->link.restart();
  }
  if (d->stalledAt && now >= *d->stalledAt)
    d->finishRun(false);
  d->pump();
}

} // namespace palang::mobile
