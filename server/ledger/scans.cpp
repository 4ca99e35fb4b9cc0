#include "server/ledger/scans.hpp"

#include "server/ledger/losses.hpp"
#include "server/ledger/take_records.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <utility>

namespace palang::ledger {

namespace {

using storage::scan_state;

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
