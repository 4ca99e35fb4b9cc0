#include "mobile/core/store_p.h"
#include "shared/domain/plate.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace palang::mobile {

namespace {

constexpr auto asOfKey = "replica.as_of_ms";

/// A row of the replica that cannot be read is as good as absent: the server has it.
std::vector<protocol::session> readSessions(sqlite::Query& q) {
  std::vector<protocol::session> out;
  while (q.next())
    if (auto session = protocol::decode_session(q.text(0)))
      out.push_back(std::move(*session));
  return out;
}

result<std::optional<protocol::session>> readOne(sqlite::Query q) {
  auto found = readSessions(q);
  return q.outcome().map(
      [&] { return found.empty() ? std::nullopt : std::optional{std::move(found.front())}; });
}

} // namespace

result<void> Store::Private::writeSession(const protocol::session& s,
                                          std::optional<std::int64_t> serverVersion, instant at) {
  return db.run(
      "INSERT INTO session (id, is_open, entered_at_ms, plate_key, entry_device_no, entry_seq, "
      "server_version, stored_at_ms, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ifnull(?7, 0), ?8, ?9) "
      "ON CONFLICT (id) DO UPDATE SET is_open = ?2, entered_at_ms = ?3, plate_key = ?4, "
      "entry_device_no = ?5, entry_seq = ?6, server_version = ifnull(?7, server_version), "
      "stored_at_ms = ?8, body = ?9",
      s.id, s.status == protocol::session_status::open, s.entered_at, s.plate_key,
      s.entry_device_no, s.entry_seq, serverVersion, at, encode(s));
}

result<bool> Store::Private::hasPendingChange(const uuid& sessionId) {
  auto q = db.query("SELECT 1 FROM outbox WHERE session_id = ? AND state = 'pending'", sessionId);
  const bool found = q.next();
  return q.outcome().map([&] { return found; });
}

result<void> Store::Private::takeServerSession(const protocol::session& s) {
  const auto isPending = hasPendingChange(s.id);
  if (!isPending)
    return fail(isPending.error());
  if (*isPending)
    return {};
  auto q = db.query("SELECT server_version FROM session WHERE id = ?", s.id);
  const bool isOlder = q.next() && s.version < q.integer(0);
  if (auto read = q.outcome(); !read)
    return read;
  return isOlder ? result<void>{} : writeSession(s, s.version, time.now());
}

result<void> Store::putSession(const protocol::session& s) {
  return sqlite::inTransaction(d->db, [&] { return d->takeServerSession(s); });
}

result<void> Store::replaceOpenSessions(const std::vector<protocol::session>& sessions,
                                        instant asOf) {
  // What is written now must count as newer than the list, whatever the clock does.
  const auto storedAt = std::max(d->time.now(), asOf);
  return sqlite::inTransaction(d->db, [&]() -> result<void> {
    for (const auto& s : sessions) {
      auto q = d->db.query(
          "SELECT EXISTS (SELECT 1 FROM session WHERE id = ?1 AND stored_at_ms >= ?2) "
          "OR EXISTS (SELECT 1 FROM outbox WHERE session_id = ?1 AND state = 'pending')",
          s.id, asOf);
      const bool isKept = q.next() && q.integer(0) != 0;
      if (auto read = q.outcome(); !read)
        return read;
      if (isKept)
        continue;
      if (auto written = d->writeSession(s, s.version, storedAt); !written)
        return written;
    }
    if (auto cleaned = d->db.run(
            "DELETE FROM session WHERE is_open AND stored_at_ms < ? AND id NOT IN "
            "(SELECT session_id FROM outbox WHERE session_id IS NOT NULL AND state <> 'applied')",
            asOf);
        !cleaned)
      return cleaned;
    return setSetting(asOfKey, std::to_string(to_ms(asOf)));
  });
}

result<std::vector<protocol::session>> Store::findSessions(const std::string& keyPart,
                                                           int limit) const {
  const auto key = domain::plate_key(keyPart);
  if (key.size() < 2)
    return fail(errc::invalid, "a search needs two letters or digits", "plate");
  // Two characters are too common to look for inside a plate.
  const std::string where = key.size() == 2 ? "= 1" : "> 0";
  auto q = d->db.query("SELECT body FROM session WHERE instr(plate_key, ?) " + where
                           + " ORDER BY is_open DESC, entered_at_ms DESC LIMIT ?",
                       key, limit);
  auto found = readSessions(q);
  return q.outcome().map([&] { return std::move(found); });
}

result<std::optional<protocol::session>> Store::session(const uuid& id) const {
  return readOne(d->db.query("SELECT body FROM session WHERE id = ?", id));
}

result<std::optional<protocol::session>> Store::sessionByTicket(std::uint16_t deviceNo,
                                                                std::uint32_t deviceSeq) const {
  return readOne(d->db.query("SELECT body FROM session WHERE entry_device_no = ? AND entry_seq = ?",
                             deviceNo, deviceSeq));
}

std::optional<instant> Store::replicaAsOf() const {
  const auto kept = setting(asOfKey);
  std::int64_t ms = 0;
  if (!kept || std::from_chars(kept->data(), kept->data() + kept->size(), ms).ec != std::errc{})
    return std::nullopt;
  return from_ms(ms);
}

void Store::setReplicaAsOf(instant at) {
  // Losing this line only makes the replica look older than it is.
  (void)setSetting(asOfKey, std::to_string(to_ms(at)));
}

} // namespace palang::mobile
