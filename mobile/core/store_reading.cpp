#include "mobile/core/store_p.h"
#include "shared/protocol/codec.hpp"

#include <utility>

namespace palang::mobile {

namespace {

const std::string selectRow = "SELECT id, position, state, created_at_ms, settled_at_ms, "
                              "is_duplicate, why_code, why_message, why_field, "
                              "accepted_data, username, summary, submission, was_applied FROM outbox ";

std::optional<error> readWhy(const sqlite::Query& q) {
  if (q.isNull(6))
    return std::nullopt;
  return error{errc_from_string(q.text(6)).value_or(errc::internal), q.text(7), q.text(8)};
}

/// All but the dependencies. A submission that cannot be read leaves its id and the reason.
OutboxRow readRow(const sqlite::Query& q) {
  OutboxRow row;
  row.position = q.integer(1);
  row.state = sync::record_state_from(q.text(2)).value_or(sync::record_state::pending);
  row.createdAt = q.time(3);
  row.settledAt = q.optionalTime(4);
  row.isDuplicate = q.integer(5) != 0;
  row.why = readWhy(q);
  row.acceptedData = q.text(9);
  row.username = q.text(10);
  row.summary = q.text(11);
  row.wasApplied = q.integer(13) != 0;
  if (auto submission = protocol::decode_submit(q.text(12))) {
    row.submission = std::move(*submission);
  } else {
    row.submission.id = q.id(0);
    row.why =
        error{errc::corrupt, "the stored record cannot be read: " + submission.error().message, {}};
  }
  return row;
}

result<std::vector<uuid>> dependenciesOf(sqlite::Database& db, std::int64_t position) {
  std::vector<uuid> out;
  auto q = db.query("SELECT depends_on FROM outbox_dependency WHERE position = ? ORDER BY rowid",
                    position);
  while (q.next())
    out.push_back(q.id(0));
  return q.outcome().map([&] { return std::move(out); });
}

result<std::vector<OutboxRow>> readRows(sqlite::Database& db, sqlite::Query q) {
  std::vector<OutboxRow> out;
  while (q.next()) {
    out.push_back(readRow(q));
    auto dependsOn = dependenciesOf(db, out.back().position);
    if (!dependsOn)
      return fail(dependsOn.error());
    out.back().dependsOn = std::move(*dependsOn);
  }
  return q.outcome().map([&] { return std::move(out); });
}

} // namespace

result<std::vector<sync::outbox_record>> Store::pending() {
  std::vector<sync::outbox_record> out;
  auto q = d->db.query("SELECT o.id, o.position, d.depends_on FROM outbox o "
                       "LEFT JOIN outbox_dependency d ON d.position = o.position "
                       "WHERE o.state = 'pending' ORDER BY o.position, d.rowid");
  while (q.next()) {
    if (out.empty() || out.back().position != q.integer(1))
      out.push_back({q.id(0), q.integer(1), {}});
    if (!q.isNull(2))
      out.back().depends_on.push_back(q.id(2));
  }
  return q.outcome().map([&] { return std::move(out); });
}

result<bool> Store::is_quarantined(const uuid& id) {
  auto q = d->db.query("SELECT 1 FROM outbox WHERE id = ? AND state = 'quarantined'", id);
  const bool found = q.next();
  return q.outcome().map([&] { return found; });
}

result<OutboxRow> Store::row(const uuid& id) const {
  auto rows = readRows(d->db, d->db.query(selectRow + "WHERE id = ?", id));
  if (!rows)
    return fail(rows.error());
  if (rows->empty())
    return fail(errc::not_found, "no record has the id " + to_string(id));
  if (rows->front().why && rows->front().why->code == errc::corrupt)
    return fail(*rows->front().why);
  return std::move(rows->front());
}

result<std::vector<OutboxRow>> Store::rows(std::optional<sync::record_state> state,
                                           int limit) const {
  if (state)
    return readRows(d->db, d->db.query(selectRow + "WHERE state = ? ORDER BY position DESC LIMIT ?",
                                       to_string(*state), limit));
  return readRows(d->db, d->db.query(selectRow + "ORDER BY position DESC LIMIT ?", limit));
}

result<std::vector<OutboxRow>> Store::rowsBySeq(std::uint32_t first, std::uint32_t last) const {
  return readRows(
      d->db,
      d->db.query(selectRow + "WHERE device_seq BETWEEN ? AND ? ORDER BY device_seq", first, last));
}

result<Counts> Store::counts() const {
  auto q = d->db.query(
      "SELECT (SELECT count(*) FROM outbox WHERE state = 'pending'), "
      "(SELECT count(*) FROM outbox WHERE state = 'quarantined'), "
      "(SELECT created_at_ms FROM outbox WHERE state = 'pending' ORDER BY position LIMIT 1)");
  Counts out;
  if (q.next())
    out = {static_cast<int>(q.integer(0)), static_cast<int>(q.integer(1)), q.optionalTime(2)};
  return q.outcome().map([&] { return out; });
}

result<int> Store::cleanArchive(int days) {
  const auto before = d->time.now() - std::chrono::days{days};
  return sqlite::inTransaction(d->db, [&]() -> result<int> {
    if (auto cleaned =
            d->db.run("DELETE FROM outbox WHERE state = 'applied' AND settled_at_ms < ?", before);
        !cleaned)
      return fail(cleaned.error());
    const int count = d->db.changes();
    return d->db
        .run("DELETE FROM session WHERE NOT is_open AND stored_at_ms < ? "
             "AND id NOT IN (SELECT session_id FROM outbox WHERE session_id IS NOT NULL)",
             before)
        .map([&] { return count; });
  });
}

} // namespace palang::mobile
