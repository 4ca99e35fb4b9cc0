#include "mobile/core/store_p.h"

#include <utility>

namespace palang::mobile {

std::optional<std::string> Store::setting(const std::string& key) const {
  auto q = d->db.query("SELECT value FROM setting WHERE key = ?", key);
  return q.next() ? std::optional{q.text(0)} : std::nullopt;
}

result<void> Store::setSetting(const std::string& key, const std::string& value) {
  return d->db.run(
      "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      key, value);
}

result<void> Store::removeSetting(const std::string& key) {
  return d->db.run("DELETE FROM setting WHERE key = ?", key);
}

result<void> Store::addSyncSummary(const SyncSummary& s) {
  return d->db.run(
      "INSERT INTO sync_history (started_at_ms, finished_at_ms, sent, already_there, quarantined, "
      "failed, returned, is_cancelled) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      s.startedAt, s.finishedAt, s.sent, s.alreadyThere, s.quarantined, s.failed, s.returned,
      s.isCancelled);
}

result<std::vector<SyncSummary>> Store::syncHistory(int limit) const {
  auto q = d->db.query("SELECT started_at_ms, finished_at_ms, sent, already_there, quarantined, "
                       "failed, returned, is_cancelled "
                       "FROM sync_history ORDER BY id DESC LIMIT ?",
                       limit);
  std::vector<SyncSummary> out;
  const auto number = [&](int column) { return static_cast<int>(q.integer(column)); };
  while (q.next())
    out.push_back({q.time(0), q.time(1), number(2), number(3), number(4), number(5), number(6),
                   q.integer(7) != 0});
  return q.outcome().map([&] { return std::move(out); });
}

} // namespace palang::mobile
