#include "mobile/core/synccontroller.h"

#include "mobile/core/link.h"
#include "mobile/core/verdictstore.h"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <QTimer>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

constexpr milliseconds askAgainAfter = 15min;
/// A run without a verdict for this long ends with what it has; the next connection goes on.
constexpr milliseconds stallAfter = 60s;
/// Three answer timeouts: the connection lives, but nothing comes back for what was sent.
constexpr milliseconds silenceAfter = 30s;

constexpr auto autoSendKey = "sync.auto_send";
constexpr auto lastSuccessKey = "sync.last_success_ms";

[[nodiscard]] QString reasonOf(const error& why) {
  const auto code = to_string(why.code);
  return QStringLiteral("%1: %2").arg(
      QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())),
      QString::fromStdString(why.message));
}

/// The server would not even answer such a record, and it must not block the rest.
[[nodiscard]] std::optional<error> unsendable(const OutboxRow& row) {
  if (row.why && row.why->code == errc::corrupt)
    return row.why;
  if (protocol::encode(row.submission).size() > protocol::limits::max_frame_bytes)
    return error{errc::too_large, "over 64 KiB", {}};
  return std::nullopt;
}

} // namespace

struct SyncController::Private {
  Private(SyncController& controller, Store& s, Link& l, const clock& c)
      : owner{controller}, store{s}, link{l}, time{c}, verdicts{s}, sender{verdicts, {}} {}

  void linkChanged();
  void linkUp();
  void linkDown();
  /// Connected: sends what may go and asks for the rest.
  void goOn();
  void read(const protocol::server_message& message);
  void settle(const sync::answer& told, const std::string& data);

  /// Hands every due record to the link, tells what came of it and looks when to wake next.
  void pump();
  void send(const uuid& id);
  void tellVerdicts();
  void tell(const Verdict& verdict);
  void rearm();

  /// What a restored server is given back was sent once: nobody needs to be asked. True when there
  /// is any.
  [[nodiscard]] bool allowReturning();
  /// A command whose time is over did its work in the earlier history.
  [[nodiscard]] bool isOver(const sync::answer& answer) const;
  void allowAll();
  /// Holds back what no person has allowed yet.
  void holdUnallowed();
  void beginRun();
  void finishRun(bool isCancelled);
  void ask(bool wanted);
  void refreshCounts();
  void keepSuccess();
  [[nodiscard]] std::unordered_set<uuid> pendingIds();
  /// The record whose refusal made this one step aside; this one when it was refused itself.
  [[nodiscard]] uuid refusedFirst(const uuid& id) const;
  /// The sender's times are monotonic, so that a wall clock that jumps neither hurries nor stalls.
  [[nodiscard]] instant now() const { return instant{time.monotonic()}; }
  [[nodiscard]] bool hasWaiting() const { return sender.pending_count() > allowed.size(); }

  SyncController& owner;
  Store& store;
  Link& link;
  const clock& time;
  VerdictStore verdicts;
  sync::outbox_sender sender;
  QTimer timer;
  Renewal renewal;

  bool isUp = false;
  /// Pending records that may go: made while connected, or a person (or autoSend) said so.
  std::unordered_set<uuid> allowed;
  bool isAutomatic = false;
  bool isPromptWanted = false;
  std::optional<instant> askAgainAt;
  std::optional<instant> silentAt; ///< When the link is given up unless an answer comes.
  std::optional<instant> stalledAt;
  std::optional<SyncSummary> run;
  bool isRunUnfinished =
      false; ///< The last run ended with records left: the next connection goes on.
  int done = 0;
  int total = 0;
  Counts counts;
  int returning = 0;
  qint64 lastSuccess = 0;
};

SyncController::SyncController(Store& store, Link& link, const clock& time, QObject* parent)
    : QObject{parent}, d{std::make_unique<Private>(*this, store, link, time)} {
  d->timer.setSingleShot(true);
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

void SyncController::Private::linkChanged() {
  const bool up = link.state() == Link::State::Up;
  if (up == isUp)
    return;
  isUp = up;
  if (up)
    linkUp();
  else
    linkDown();
}

void SyncController::Private::linkUp() {
  sender.link_up();
  goOn();
}

void SyncController::Private::goOn() {
  const bool isReturning = allowReturning();
  const bool isSelfStarted = isAutomatic && hasWaiting();
  if (isSelfStarted)
    allowAll();
  if (isReturning || isSelfStarted || (isRunUnfinished && !allowed.empty()))
    beginRun();
  if (!run || isReturning)
    holdUnallowed();
  ask(hasWaiting());
  if (allowed.empty())
    link.confirmHealthy();
  pump();
}

void SyncController::Private::linkDown() {
  sender.link_down();
  askAgainAt.reset();
  silentAt.reset();
  ask(false);
  pump();
}

void SyncController::Private::read(const protocol::server_message& message) {
  if (const auto* yes = std::get_if<protocol::accepted>(&message))
    settle({yes->id, true, yes->is_duplicate, {}}, yes->data);
  else if (const auto* no = std::get_if<protocol::rejected>(&message))
    settle({no->id, false, false, no->why}, {});
}

void SyncController::Private::settle(const sync::answer& told, const std::string& data) {
  silentAt.reset();
  const auto answer = isOver(told) ? sync::answer{told.id, true, true, {}} : told;
  if (const auto applied = sender.answered(answer, now()); !applied)
    qWarning("an answer cannot be kept, it is asked for again: %s",
             applied.error().message.c_str());
  else if (told.is_accepted)
    if (const auto kept = store.keepAnswer(answer.id, data); !kept)
      qWarning("an answer's data cannot be kept: %s", kept.error().message.c_str());
  pump();
}

void SyncController::Private::pump() {
  for (auto due = sender.tick(now()); !due.empty(); due = sender.tick(now()))
    std::ranges::for_each(due, [this](const uuid& id) { send(id); });
  tellVerdicts();
  rearm();
}

void SyncController::Private::send(const uuid& id) {
  const auto row = store.row(id);
  if (!row) {
    qWarning("a record cannot be read: %s", row.error().message.c_str());
    return;
  }
  if (auto why = unsendable(*row)) {
    if (const auto aside = sender.answered({id, false, false, std::move(why)}, now()); !aside)
      qWarning("a record cannot be set aside: %s", aside.error().message.c_str());
    return;
  }
  if (!silentAt)
    silentAt = now() + silenceAfter;
  link.send(row->submission);
}

void SyncController::Private::tellVerdicts() {
  const auto told = verdicts.take();
  if (told.empty())
    return;
  link.confirmHealthy();
  if (run)
    stalledAt = now() + stallAfter;
  std::ranges::for_each(told, [this](const Verdict& v) { tell(v); });
  refreshCounts();
  if (allowed.empty())
    keepSuccess();
  if (run && allowed.empty())
    finishRun(false);
}

void SyncController::Private::tell(const Verdict& verdict) {
  allowed.erase(verdict.id);
  const auto row = store.row(verdict.id);
  if (run) {
    run->returned += row && row->wasApplied ? 1 : 0;
    auto& counter = !verdict.isApplied    ? run->quarantined
                    : verdict.isDuplicate ? run->alreadyThere
                                          : run->sent;
    ++counter;
    ++done;
    emit owner.progressChanged();
  }
  const auto word = !verdict.isApplied    ? QStringLiteral("quarantined")
                    : verdict.isDuplicate ? QStringLiteral("already_there")
                                          : QStringLiteral("sent");
  emit owner.recordSettled(QString::fromStdString(to_string(verdict.id)),
                           row ? QString::fromStdString(row->summary) : QString{}, word,
                           verdict.why ? reasonOf(*verdict.why) : QString{});
}

void SyncController::Private::rearm() {
  std::optional<instant> next = sender.next_tick();
  for (const auto& due : {askAgainAt, silentAt, stalledAt})
    if (due)
      next = next ? std::min(*next, *due) : *due;
  if (next)
    timer.start(std::max(milliseconds{0}, *next - now()));
  else
    timer.stop();
}

bool SyncController::Private::allowReturning() {
  const auto ids = store.returning();
  if (!ids)
    return false;
  allowed.insert(ids->begin(), ids->end());
  return !ids->empty();
}

bool SyncController::Private::isOver(const sync::answer& answer) const {
  if (answer.is_accepted || !answer.why || answer.why->code != errc::expired)
    return false;
  const auto row = store.row(answer.id);
  return row && row->wasApplied;
}

void SyncController::Private::allowAll() {
  for (const auto& id : pendingIds())
    allowed.insert(id);
  sender.release_all();
}

void SyncController::Private::holdUnallowed() {
  sender.hold_existing();
  for (const auto& id : allowed)
    sender.release(id);
}

void SyncController::Private::beginRun() {
  if (run)
    return;
  isRunUnfinished = false;
  run = SyncSummary{.startedAt = time.now()};
  done = 0;
  total = static_cast<int>(allowed.size());
  stalledAt = now() + stallAfter;
  emit owner.progressChanged();
  if (allowed.empty())
    finishRun(false);
}

void SyncController::Private::finishRun(bool isCancelled) {
  stalledAt.reset();
  if (!run)
    return;
  auto summary = *std::exchange(run, std::nullopt);
  summary.finishedAt = time.now();
  summary.failed = total - done;
  summary.isCancelled = isCancelled;
  isRunUnfinished = summary.failed > 0;
  if (total > 0)
    if (const auto kept = store.addSyncSummary(summary); !kept)
      qWarning("the summary is not kept: %s", kept.error().message.c_str());
  emit owner.progressChanged();
  emit owner.finished(summary);
}

void SyncController::Private::ask(bool wanted) {
  if (wanted)
    askAgainAt.reset();
  if (wanted == isPromptWanted)
    return;
  isPromptWanted = wanted;
  emit owner.promptWantedChanged();
}

void SyncController::Private::refreshCounts() {
  if (auto read = store.counts())
    counts = *std::move(read);
  const auto ids = store.returning();
  returning = ids ? static_cast<int>(ids->size()) : 0;
  emit owner.countsChanged();
}

void SyncController::Private::keepSuccess() {
  lastSuccess = to_ms(time.now());
  if (const auto kept = store.setSetting(lastSuccessKey, std::to_string(lastSuccess)); !kept)
    qWarning("the setting is not kept: %s", kept.error().message.c_str());
  emit owner.countsChanged();
}

std::unordered_set<uuid> SyncController::Private::pendingIds() {
  std::unordered_set<uuid> ids;
  if (const auto records = store.pending())
    for (const auto& record : *records)
      ids.insert(record.id);
  return ids;
}

uuid SyncController::Private::refusedFirst(const uuid& id) const {
  const auto row = store.row(id);
  if (row)
    for (const auto& dependency : row->dependsOn)
      if (const auto refused = store.is_quarantined(dependency); refused && *refused)
        return refusedFirst(dependency);
  return id;
}

} // namespace palang::mobile
