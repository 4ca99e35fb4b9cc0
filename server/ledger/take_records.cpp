#include "server/ledger/take_records.hpp"

#include "server/domain/lock_clock.hpp"
#include "server/ledger/lateness.hpp"
#include "server/ledger/lock_rows.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/try.hpp"
#include "server/ledger/unlocks.hpp"
#include "server/ttlock/record_kind.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace palang::ledger {

namespace {

using protocol::record_source;

ttlock::lock_record as_known(const storage::stored_record& row) {
  auto out = as_told(row.shown);
  out.credential_digest = row.credential_digest;
  out.cloud_record_id = row.cloud_record_id;
  out.natural_key = row.natural_key;
  return out;
}

/// Told in the very same words: most of what a re-scan brings, so it is found without a comparison
/// with everything else of that second.
result<bool> is_repeated(const voice& v, const ttlock::lock_record& record) {
  PALANG_TRY(equal, v.db.records.with_key(record.natural_key));
  return std::ranges::any_of(equal, [&](const auto& row) {
    return !record.cloud_record_id || row.cloud_record_id == record.cloud_record_id;
  });
}

/// A stored record is this one. If that lacks the list's id, it takes it.
result<bool> is_known(const voice& v, const ttlock::lock_record& record) {
  PALANG_TRY(repeated, is_repeated(v, record));
  if (repeated)
    return true;
  PALANG_TRY(rows, v.db.records.of_moment(record.lock_id, record.lock_at));
  std::erase_if(rows,
                [&](const auto& row) { return !ttlock::could_be_same(as_known(row), record); });
  if (rows.empty())
    return false;
  const auto has_id = [&](const auto& row) {
    return row.cloud_record_id == record.cloud_record_id;
  };
  if (!record.cloud_record_id || std::ranges::any_of(rows, has_id))
    return true;
  const auto has_key = [&](const auto& row) { return row.natural_key == record.natural_key; };
  const auto equal = std::ranges::find_if(rows, has_key);
  auto& same = equal == rows.end() ? rows.front() : *equal;
  same.cloud_record_id = record.cloud_record_id;
  PALANG_CHECK(v.db.records.update(same));
  return true;
}

result<storage::stored_record> row_of(const voice& v, const ttlock::lock_record& record,
                                      record_source source, std::size_t batch_size) {
  PALANG_TRY(equal, v.db.records.with_key(record.natural_key));
  storage::stored_record out;
  auto& r = out.shown;
  r.id = make_uuid_v7(v.now);
  r.lock_id = record.lock_id;
  r.type = record.type;
  r.type_from_lock = record.type_from_lock;
  r.is_success = record.is_success;
  r.who = record.who;
  r.credential_tail = record.credential_tail;
  if (record.battery)
    r.battery = *record.battery;
  r.lock_at = record.lock_at;
  r.server_at = record.server_at;
  r.received_at = v.now;
  r.source = source;
  const auto words = ttlock::describe(record);
  r.text_id = words.text_id;
  r.text_en = words.text_en;
  out.natural_key = record.natural_key;
  out.occurrence = static_cast<std::int32_t>(equal.size());
  out.cloud_record_id = record.cloud_record_id;
  out.credential_digest = record.credential_digest;
  out.batch_size = static_cast<std::int32_t>(batch_size);
  return out;
}

/// Not what was made before the clock was read, and perhaps set, and came just after it.
bool tells_of_clock(const storage::stored_lock& lock, instant server_at) {
  return !lock.clock_measured_at
         || server_at - domain::lock_clock::slowest >= *lock.clock_measured_at;
}

/// True time by the lock's clock, which prompt records tell.
result<void> correct_time(const voice& v, storage::stored_lock& lock, protocol::lock_record& r) {
  domain::lock_clock clock{lock.clock_offset};
  PALANG_TRY(is_told_at_once, is_prompt(v, r));
  if (is_told_at_once && tells_of_clock(lock, *r.server_at))
    clock.note(r.lock_at, *r.server_at);
  lock.clock_offset = clock.offset();
  r.corrected_at = clock.corrected(r.lock_at);
  const auto delay = r.received_at - r.corrected_at;
  r.late_by_ms = delay > prompt_limit ? delay.count() : 0;
  return {};
}

std::optional<protocol::lock_state> state_after(const ttlock::lock_record& record) {
  /// The cloud's types that draw the bolt shut (TTLOCK 5.1).
  constexpr std::array locking{11, 33, 34, 35, 36, 45, 47, 52, 53, 59, 61, 69, 86};
  if (ttlock::is_unlock(record))
    return protocol::lock_state::unlocked;
  const auto type = record.type != 0 ? record.type : ttlock::cloud_type_of(record.type_from_lock);
  if (record.is_success && std::ranges::find(locking, type) != locking.end())
    return protocol::lock_state::locked;
  return std::nullopt;
}

/// Only what is newer than all before says how the lock is now.
result<void> update_lock(const voice& v, storage::stored_lock lock,
                         const protocol::lock_record& r) {
  const bool is_newest = !lock.last_record_at || r.corrected_at >= *lock.last_record_at;
  if (is_newest) {
    lock.last_record_at = r.corrected_at;
    if (const auto state = state_after(as_told(r)))
      PALANG_CHECK(note_state(v, lock, *state));
    if (r.battery)
      PALANG_CHECK(note_battery(v, lock, *r.battery));
  }
  if (r.source == record_source::callback)
    lock.last_heard_at = std::max(lock.last_heard_at.value_or(v.now), v.now);
  return v.db.locks.put(lock);
}

result<protocol::lock_record> take_new(const voice& v, const ttlock::lock_record& record,
                                       record_source source, std::size_t batch_size) {
  PALANG_TRY(lock, lock_row(v, record.lock_id));
  if (lock.mac.empty())
    lock.mac = record.lock_mac;
  PALANG_TRY(row, row_of(v, record, source, batch_size));
  PALANG_CHECK(correct_time(v, lock, row.shown));
  const auto opening = opening_of(v, row.shown);
  if (opening)
    row.shown.opening_id = opening->shown.id;
  PALANG_CHECK(v.db.records.insert(row));
  PALANG_CHECK(v.emit(protocol::topic::lock, "lock.record",
                      protocol::object({{"record", protocol::encode(row.shown)}})));
  PALANG_CHECK(update_lock(v, std::move(lock), row.shown));
  if (opening)
    PALANG_CHECK(note_unlock(v, *opening, row.shown));
  return row.shown;
}

} // namespace

result<std::size_t> take_records(const voice& v, const std::vector<ttlock::lock_record>& records,
                                 record_source source, late_counts& late) {
  std::size_t added = 0;
  for (const auto& record : records) {
    PALANG_TRY(known, is_known(v, record));
    if (known)
      continue;
    PALANG_TRY(taken, take_new(v, record, source, records.size()));
    PALANG_CHECK(count_late(v, taken, late));
    ++added;
  }
  return added;
}

} // namespace palang::ledger
