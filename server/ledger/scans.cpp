#include "server/ledger/scans.hpp"

#include "server/domain/lock_alert_texts.hpp"
#include "server/domain/recovery_plan.hpp"
#include "server/ledger/lock_hearing.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/take_records.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace palang::ledger {

namespace {

using storage::scan_state;

/// A time in which the lock was not heard, and what it had to keep by itself then.
struct silence {
  domain::span when;
  std::int64_t records = 0;
  std::optional<instant> oldest;
};

bool covers(const storage::stored_scan& scan, const domain::span& gap, milliseconds offset,
            instant now) {
  const auto from = std::max(gap.from, now - domain::cloud_memory);
  return scan.from <= from + offset && scan.to >= *gap.to + offset && scan.started_at >= *gap.to;
}

/// A gap is told of once: at the end of the first scan that covers it.
bool is_first(const lock_hearing& heard, const storage::stored_scan& scan, const domain::span& gap,
              milliseconds offset, instant now) {
  return covers(scan, gap, offset, now)
         && std::ranges::none_of(heard.scans, [&](const storage::stored_scan& other) {
              return other.id != scan.id && other.lock_id == scan.lock_id
                     && covers(other, gap, offset, now);
            });
}

/// Only while no gateway was there did the lock have to keep its records; while we were away the
/// cloud kept them.
result<std::vector<silence>> silences(const voice& v, const lock_hearing& heard,
                                      const std::string& lock_id, milliseconds offset) {
  const auto facts = facts_of(heard, lock_id);
  std::vector<silence> out;
  for (const auto& gap : facts.away)
    if (gap.to)
      out.push_back({gap, 0, std::nullopt});
  for (const auto& gap : domain::deaf_spans(facts.gateways_offline)) {
    if (!gap.to)
      continue;
    PALANG_TRY(made, v.db.records.count_span(lock_id, gap.from + offset, *gap.to + offset));
    out.push_back(
        {gap, made.count, made.oldest ? std::optional{*made.oldest - offset} : std::nullopt});
  }
  return out;
}

result<void> tell_lost(const voice& v, const storage::stored_scan& scan, const domain::span& lost) {
  auto alert = domain::records_lost_alert(place_of(v.config(), scan.lock_id), lost);
  alert.refers.lock_id = scan.lock_id;
  if (const auto* gate = gate_of_lock(v.config(), scan.lock_id))
    alert.refers.gate_id = gate->id;
  PALANG_CHECK(v.raise(std::move(alert)));
  return {};
}

result<void> look_for_losses(const voice& v, const storage::stored_scan& scan) {
  PALANG_TRY(heard, read_hearing(v.db, scan.from, scan.to));
  const auto lock = std::ranges::find(heard.locks, scan.lock_id, &storage::stored_lock::id);
  const auto offset =
      lock == heard.locks.end() ? milliseconds{0} : lock->clock_offset.value_or(milliseconds{0});
  PALANG_TRY(silent, silences(v, heard, scan.lock_id, offset));
  for (const auto& [gap, records, oldest] : silent) {
    if (!is_first(heard, scan, gap, offset, v.now))
      continue;
    if (const auto lost = domain::lost_of(gap, records, oldest, v.now))
      PALANG_CHECK(tell_lost(v, scan, *lost));
  }
  return {};
}

result<void> take_page(const voice& v, const scan_step& step, storage::stored_scan& scan) {
  late_counts late;
  PALANG_TRY(added, take_records(v, step.records, protocol::record_source::pull, late));
  PALANG_CHECK(tell_late(v, late));
  scan.found += static_cast<std::int64_t>(step.records.size());
  scan.added += static_cast<std::int64_t>(added);
  if (!step.failure)
    ++scan.next_page;
  return {};
}

} // namespace

result<storage::stored_scan> begin_scan(const voice& v, const scan_request& what) {
  PALANG_TRY(running, v.db.recovery.running_scans());
  const auto same = std::ranges::find_if(running, [&](const storage::stored_scan& s) {
    return s.lock_id == what.lock_id && s.why == what.why;
  });
  return same != running.end() ? std::move(*same) : new_scan(v, what);
}

result<storage::stored_scan> new_scan(const voice& v, const scan_request& what) {
  storage::stored_scan scan;
  scan.id = make_uuid_v7(v.now);
  scan.lock_id = what.lock_id;
  scan.why = what.why;
  scan.from = what.from;
  scan.to = what.to;
  scan.requested_by = what.requested_by;
  scan.started_at = v.now;
  PALANG_CHECK(v.db.recovery.insert_scan(scan));
  return scan;
}

result<void> advance_scan(const voice& v, const scan_step& step) {
  PALANG_TRY(found, v.db.recovery.find_scan(step.scan));
  if (!found)
    return fail(errc::not_found, "there is no such scan");
  auto& scan = *found;
  if (scan.state != scan_state::running)
    return {};
  PALANG_CHECK(take_page(v, step, scan));
  if (step.failure) {
    scan.state = scan_state::failed;
    scan.detail = *step.failure;
  } else if (step.is_last) {
    scan.state = scan_state::done;
    PALANG_CHECK(look_for_losses(v, scan));
  }
  if (scan.state != scan_state::running)
    scan.ended_at = v.now;
  return v.db.recovery.update_scan(scan);
}

} // namespace palang::ledger
