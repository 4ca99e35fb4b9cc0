#include "mobile/core/sqlite.h"
#include "mobile/core/synccontroller_p.h"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <algorithm>
#include <utility>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

/// Three answer timeouts: the connection lives, but nothing comes back for what was sent.
constexpr milliseconds silenceAfter = 30s;

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
    told.push_back({{yes->id, true, yes->is_duplicate, {}}, yes->data});
  else if (const auto* no = std::get_if<protocol::rejected>(&message))
    told.push_back({{no->id, false, false, no->why}, {}});
  else if (!told.empty())
    return settleTold(); // What comes after an answer finds it kept.
  else
    return;
  silentAt.reset();
  // What arrives in one go is read before the event loop comes to a timer.
  settling.start(0);
}

void SyncController::Private::settleTold() {
  settling.stop();
  const auto answers = std::exchange(told, {});
  const auto kept = sqlite::inTransaction(store.database(), [&]() -> result<void> {
    std::ranges::for_each(answers, [this](const Told& t) { settle(t); });
    return {};
  });
  if (!kept)
    loseTold(kept.error());
  pump();
}

void SyncController::Private::settle(const Told& t) {
  const auto answer = isOver(t.answer) ? sync::answer{t.answer.id, true, true, {}} : t.answer;
  if (const auto applied = sender.answered(answer, now()); !applied)
    qWarning("an answer cannot be kept, it is asked for again: %s",
             applied.error().message.c_str());
  else if (t.answer.is_accepted)
    if (const auto kept = store.keepAnswer(answer.id, t.data); !kept)
      qWarning("an answer's data cannot be kept: %s", kept.error().message.c_str());
}

void SyncController::Private::loseTold(const error& why) {
  qWarning("answers cannot be kept, they are asked for again: %s", why.message.c_str());
  (void)verdicts.take();
  if (const auto loaded = sender.reload(); !loaded)
    qWarning("the outbox cannot be read: %s", loaded.error().message.c_str());
  const auto pending = pendingIds();
  std::erase_if(allowed, [&](const uuid& id) { return !pending.contains(id); });
  link.restart();
}

bool SyncController::Private::isOver(const sync::answer& answer) const {
  if (answer.is_accepted || !answer.why || answer.why->code != errc::expired)
    return false;
  const auto row = store.row(answer.id);
  return row && row->wasApplied;
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
  const auto news = verdicts.take();
  if (news.empty())
    return;
  link.confirmHealthy();
  if (run)
    stalledAt = now() + stallAfter;
  std::ranges::for_each(news, [this](const Verdict& v) { tell(v); });
  refreshCounts();
  emit owner.settled();
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
  if (const bool sends = isUp && !allowed.empty(); sends != isSending) {
    isSending = sends;
    emit owner.sendingChanged();
  }
}

} // namespace palang::mobile
