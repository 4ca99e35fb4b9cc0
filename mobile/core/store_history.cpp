#include "mobile/core/store_p.h"

namespace palang::mobile {

namespace {

constexpr auto epochKey = "history.epoch";
/// Records up to this position belong to other sites.
constexpr auto floorKey = "history.floor";

} // namespace

std::optional<std::string> Store::historyMet() const {
  return setting(epochKey);
}

result<int> Store::meetHistory(const std::string& epoch) {
  const auto before = historyMet();
  if (before == epoch)
    return 0;
  return sqlite::inTransaction(d->db, [&]() -> result<int> {
    if (auto kept = setSetting(epochKey, epoch); !kept)
      return fail(kept.error());
    if (!before)
      return 0;
    // One that was refused and recorded anew has its reason: the new one stands for it.
    auto put =
        d->db.run("UPDATE outbox SET state = 'pending', settled_at_ms = NULL, is_duplicate = 0, "
                  "was_applied = 1 WHERE state = 'applied' AND why_code IS NULL AND position > "
                  "ifnull((SELECT CAST(value AS INTEGER) FROM setting WHERE key = ?), 0)",
                  std::string{floorKey});
    if (!put)
      return fail(put.error());
    const int count = d->db.changes();
    return d->db.run("UPDATE session SET server_version = 0").map([&] { return count; });
  });
}

result<void> Store::leaveHistory() {
  return sqlite::inTransaction(d->db, [&] {
    return removeSetting(epochKey).and_then([&] {
      return d->db.run("INSERT INTO setting VALUES (?, (SELECT ifnull(max(position), 0) FROM "
                       "outbox)) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                       std::string{floorKey});
    });
  });
}

result<int> Store::sendAgain(std::uint32_t firstSeq, std::uint32_t lastSeq) {
  return d->db
      .run("UPDATE outbox SET state = 'pending', settled_at_ms = NULL, is_duplicate = 0, "
           "was_applied = 1 WHERE state = 'applied' AND why_code IS NULL AND device_seq BETWEEN ? "
           "AND ?",
           firstSeq, lastSeq)
      .map([&] { return d->db.changes(); });
}

result<std::vector<uuid>> Store::returning() const {
  std::vector<uuid> out;
  auto q = d->db.query(
      "SELECT id FROM outbox WHERE state = 'pending' AND was_applied = 1 ORDER BY position");
  while (q.next())
    out.push_back(q.id(0));
  return q.outcome().map([&] { return std::move(out); });
}

} // namespace palang::mobile
