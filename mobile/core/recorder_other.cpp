#include "mobile/core/clockestimator.h"
#include "mobile/core/recorder.h"
#include "mobile/core/replica.h"
#include "mobile/core/sqlite.h"

#include <type_traits>
#include <utility>

namespace palang::mobile {

namespace {

[[nodiscard]] bool isWithPassword(const protocol::submit_data& data) {
  const auto* user = std::get_if<protocol::user_set_data>(&data);
  return user != nullptr && user->password;
}

/// Nobody waits longer before a gate; one that opens later surprises.
constexpr milliseconds openingLife = std::chrono::seconds{15};

} // namespace

result<OutboxRow> Recorder::other(const protocol::submit_data& data, const std::string& summary) {
  if (const auto person = checkPerson(); !person)
    return fail(person.error());
  if (isWithPassword(data))
    return fail(errc::invalid, "a password is never stored on a device", "password");
  if (std::holds_alternative<protocol::gate_open_data>(data) && !m.isOnline())
    return fail(errc::db_unavailable, "a gate is opened only while connected");
  auto record = draft(data, summary);
  if (auto* opening = std::get_if<protocol::gate_open_data>(&record.data))
    opening->expires_at = opening->expires_at.value_or(m.estimator.correctedNow() + openingLife);
  record.dependsOn = dependenciesOf(data);
  return m.store.append(record);
}

result<OutboxRow> Recorder::renew(const uuid& refused) {
  const auto row = m.store.row(refused);
  if (!row)
    return row;
  if (row->state != sync::record_state::quarantined)
    return fail(errc::not_found, "the record does not wait for a person");
  const auto& old = row->submission;
  Store::Draft record;
  record.data = old.data;
  record.dependsOn = row->dependsOn;
  record.takenAt = old.taken_at;
  record.clock = old.clock;
  record.isOffline = true;
  record.hasDevice = old.device_seq.has_value();
  record.username = row->username;
  record.summary = row->summary;
  return sqlite::inTransaction(m.store.database(), [&]() -> result<OutboxRow> {
    if (const auto ready = takeUpSession(record); !ready)
      return fail(ready.error());
    return m.store.replace(refused, record);
  });
}

result<void> Recorder::takeUpSession(Store::Draft& record) const {
  auto* entry = std::get_if<protocol::entry_data>(&record.data);
  const auto* exit = std::get_if<protocol::exit_data>(&record.data);
  const auto id = entry ? std::optional{entry->session_id} : exit ? exit->session_id : std::nullopt;
  auto known = id ? m.store.session(*id) : std::optional<protocol::session>{};
  if (!known)
    return fail(known.error());
  record.effect = *known;
  if (!entry)
    return {};
  entry->ticket.reset();
  if (!record.effect)
    return {};
  const auto numbered = number(*record.effect);
  if (const auto ticket = signedTicket(*record.effect); !ticket.empty())
    entry->ticket = ticket;
  return numbered;
}

std::vector<uuid> Recorder::entryOf(const protocol::session& s) const {
  const bool isOwn =
      s.entry_seq != 0 && (s.entry_device_no == 0 || s.entry_device_no == m.replica.deviceNo());
  const auto rows = isOwn ? m.store.rowsBySeq(s.entry_seq, s.entry_seq) : std::vector<OutboxRow>{};
  if (!rows)
    return {};
  std::vector<uuid> ids;
  for (const auto& row : *rows) {
    const auto* entry = std::get_if<protocol::entry_data>(&row.submission.data);
    if (entry != nullptr && entry->session_id == s.id && row.state != sync::record_state::applied)
      ids.push_back(row.submission.id);
  }
  return ids;
}

std::vector<uuid> Recorder::dependenciesOf(const protocol::submit_data& data) const {
  const auto ofSession = [this](const uuid& id) {
    const auto s = m.store.session(id);
    return s && *s ? entryOf(**s) : std::vector<uuid>{};
  };
  return std::visit(
      [&]<class T>(const T& each) -> std::vector<uuid> {
        if constexpr (std::is_same_v<
                          T, protocol::void_data> || std::is_same_v<T, protocol::correct_data>)
          return ofSession(each.session_id);
        else if constexpr (std::is_same_v<T, protocol::merge_data>)
          return ofSession(each.keep);
        else if constexpr (std::is_same_v<
                               T,
                               protocol::gate_open_data> || std::is_same_v<T, protocol::note_data>)
          return each.session_id ? ofSession(*each.session_id) : std::vector<uuid>{};
        else
          return {};
      },
      data);
}

Store::Draft Recorder::draft(protocol::submit_data data, std::string summary) const {
  Store::Draft draft;
  draft.data = std::move(data);
  draft.takenAt = m.time.now();
  draft.clock = m.estimator.info();
  draft.isOffline = !m.isOnline();
  draft.hasDevice = m.device != nullptr;
  draft.username = m.username();
  draft.summary = std::move(summary);
  return draft;
}

} // namespace palang::mobile
