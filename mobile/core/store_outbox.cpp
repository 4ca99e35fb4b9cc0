#include "mobile/core/store_p.h"
#include "shared/protocol/codec.hpp"

#include <utility>

namespace palang::mobile {

namespace {

/// The quarantined record and everything that depends on it, however indirectly.
constexpr auto withDependants =
    "WITH RECURSIVE family(id) AS (VALUES (?1) UNION "
    "SELECT o.id FROM family f JOIN outbox_dependency d ON d.depends_on = f.id "
    "JOIN outbox o ON o.position = d.position) ";

error dependencyRefused(const std::string& summary) {
  return {errc::invalid, "depends on a refused record: " + summary, "depends_on"};
}

result<std::uint32_t> takeDeviceSeq(sqlite::Database& db) {
  auto q = db.query("UPDATE device_counter SET next_device_seq = next_device_seq + 1 "
                    "RETURNING next_device_seq - 1");
  const auto seq = q.next() ? static_cast<std::uint32_t>(q.integer(0)) : 0U;
  return q.run().map([&] { return seq; });
}

/// Why a record that depends on these cannot go, if it cannot.
result<std::optional<error>> refusalAmong(sqlite::Database& db,
                                          const std::vector<uuid>& dependsOn) {
  for (const auto& id : dependsOn) {
    auto q = db.query("SELECT summary FROM outbox WHERE id = ? AND state = 'quarantined'", id);
    if (q.next())
      return dependencyRefused(q.text(0));
    if (auto read = q.outcome(); !read)
      return fail(read.error());
  }
  return std::nullopt;
}

result<void> insertRow(sqlite::Database& db, const Store::Draft& draft, const protocol::submit& s,
                       const std::optional<error>& why, instant now) {
  using sync::record_state;
  const auto sessionId = draft.effect ? std::optional{draft.effect->id} : std::nullopt;
  auto q = db.query("INSERT INTO outbox (id, device_seq, session_id, state, created_at_ms, "
                    "settled_at_ms, why_code, "
                    "why_message, why_field, username, summary, submission) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING position",
                    s.id, s.device_seq, sessionId,
                    to_string(why ? record_state::quarantined : record_state::pending), now,
                    why ? std::optional{now} : std::nullopt,
                    why ? std::optional{to_string(why->code)} : std::nullopt,
                    why ? std::optional{why->message} : std::nullopt,
                    why ? std::optional{why->field} : std::nullopt, draft.username, draft.summary,
                    encode(s));
  const auto position = q.next() ? q.integer(0) : 0;
  if (auto written = q.run(); !written)
    return written;
  for (const auto& dependency : draft.dependsOn)
    if (auto written =
            db.run("INSERT OR IGNORE INTO outbox_dependency VALUES (?, ?)", position, dependency);
        !written)
      return written;
  return {};
}

} // namespace

result<OutboxRow> Store::append(const Draft& draft) {
  const auto now = d->time.now();
  protocol::submit s{.id = draft.id ? *draft.id : make_uuid_v7(now),
                     .device_seq = std::nullopt,
                     .taken_at = draft.takenAt,
                     .clock = draft.clock,
                     .is_offline = draft.isOffline,
                     .data = draft.data};
  return sqlite::inTransaction(d->db, [&]() -> result<OutboxRow> {
    if (draft.hasDevice) {
      const auto seq = takeDeviceSeq(d->db);
      if (!seq)
        return fail(seq.error());
      s.device_seq = *seq;
    }
    // What could not be sent later is refused while the person is there.
    if (auto readable = protocol::decode_submit(encode(s)); !readable)
      return fail(readable.error());
    const auto refusal = refusalAmong(d->db, draft.dependsOn);
    if (!refusal)
      return fail(refusal.error());
    if (auto written = insertRow(d->db, draft, s, *refusal, now); !written)
      return fail(written.error());
    if (draft.effect)
      if (auto written = d->writeSession(*draft.effect, std::nullopt, now); !written)
        return fail(written.error());
    auto readBack = row(s.id);
    if (readBack && readBack->submission != s)
      return fail(errc::internal, "the record reads back differently from what was written");
    return readBack;
  });
}

result<std::uint32_t> Store::nextDeviceSeq() const {
  auto q = d->db.query("SELECT next_device_seq FROM device_counter");
  const auto seq = q.next() ? static_cast<std::uint32_t>(q.integer(0)) : 0U;
  return q.outcome().map([&] { return seq; });
}

result<void> Store::mark_applied(const uuid& id, const sync::answer& a) {
  return d->db.run("UPDATE outbox SET state = 'applied', settled_at_ms = ?, is_duplicate = ? "
                   "WHERE id = ? AND state = 'pending'",
                   d->time.now(), a.is_duplicate, id);
}

result<void> Store::mark_quarantined(const std::vector<uuid>& ids, const error& why) {
  return sqlite::inTransaction(d->db, [&]() -> result<void> {
    auto reason = why;
    for (const auto& id : ids) {
      auto q = d->db.query(
          "UPDATE outbox SET state = 'quarantined', settled_at_ms = ?, why_code = ?, "
          "why_message = ?, why_field = ? WHERE id = ? AND state = 'pending' RETURNING summary",
          d->time.now(), to_string(reason.code), reason.message, reason.field, id);
      // Those after the first step aside because of it.
      if (q.next() && id == ids.front())
        reason = dependencyRefused(q.text(0) + " (" + why.message + ")");
      if (auto written = q.run(); !written)
        return written;
    }
    return {};
  });
}

result<void> Store::keepAnswer(const uuid& id, const std::string& acceptedData) {
  return sqlite::inTransaction(d->db, [&]() -> result<void> {
    if (auto kept = d->db.run("UPDATE outbox SET accepted_data = ? WHERE id = ?", acceptedData, id);
        !kept)
      return kept;
    const auto session =
        protocol::member_of(acceptedData, "session").and_then([](const std::string& json) {
          return protocol::decode_session(json);
        });
    // Not every answer carries one.
    return session ? d->takeServerSession(*session) : result<void>{};
  });
}

result<void> Store::retry(const uuid& id) {
  return d->db.run(
      std::string(withDependants)
          + "UPDATE outbox SET state = 'pending', settled_at_ms = NULL, why_code = NULL, "
            "why_message = NULL, why_field = NULL "
            "WHERE state = 'quarantined' AND id IN (SELECT id FROM family)",
      id);
}

} // namespace palang::mobile
