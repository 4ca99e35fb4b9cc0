#include "mobile/core/synccontroller_p.h"

#include <utility>

namespace palang::mobile {

bool SyncController::Private::allowReturning() {
  const auto ids = store.returning();
  if (!ids)
    return false;
  allowed.insert(ids->begin(), ids->end());
  return !ids->empty();
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
