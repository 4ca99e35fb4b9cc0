#include "server/ledger/lock_writer.hpp"

#include "server/domain/lock_times.hpp"
#include "server/ledger/device_gaps.hpp"
#include "server/ledger/gaps.hpp"
#include "server/ledger/gateways.hpp"
#include "server/ledger/judge.hpp"
#include "server/ledger/lock_places.hpp"
#include "server/ledger/quota.hpp"
#include "server/ledger/scans.hpp"
#include "server/ledger/take_records.hpp"
#include "server/ledger/try.hpp"

namespace palang::ledger {

namespace {

result<void> take_one(const voice& v, const ttlock::callback& content, late_counts& late) {
  PALANG_CHECK(take_records(v, content.batch.records, protocol::record_source::callback, late));
  for (const auto& part : content.batch.unreadable)
    PALANG_CHECK(v.db.recovery.keep_reject(v.now, part.reason, part.masked));
  for (const auto& notice : content.others)
    PALANG_CHECK(v.db.recovery.keep_notice(v.now, std::to_string(notice.type), notice.masked));
  if (const auto& g = content.gateway)
    PALANG_CHECK(note_gateway(v, {g->gateway_id, g->name, g->mac, g->network, g->is_online,
                                  domain::lock_waits().notice_lag}));
  return {};
}

result<void> change_gap(const voice& v, const gap_change& what) {
  if (!what.to)
    return begin_gap(v, what.source, what.from);
  PALANG_TRY(ended, end_gap(v, what.source, *what.to));
  return ended ? result<void>{} : note_whole_gap(v, {0, what.source, what.from, what.to});
}

} // namespace

result<committed> ledger_lock_writer::take(std::span<const lock_intake> batch) {
  return session_.tell([&]() -> result<void> {
    late_counts late;
    for (const auto& intake : batch)
      PALANG_CHECK(take_one(session_.at(intake.received_at), intake.content, late));
    return batch.empty() ? result<void>{} : tell_late(session_.at(batch.back().received_at), late);
  });
}

result<void> ledger_lock_writer::keep(const rejected_intake& what) {
  return session_.run(
      [&] { return session_.db().recovery.keep_reject(what.received_at, what.why, what.masked); });
}

result<committed> ledger_lock_writer::note_discovery(const lock_discovery& seen) {
  return session_.tell([&] { return ledger::note_discovery(session_.at(seen.at), seen); });
}

result<committed> ledger_lock_writer::note_reading(const lock_reading& what) {
  return session_.tell([&] { return ledger::note_reading(session_.at(what.at), what); });
}

result<committed> ledger_lock_writer::note_gap(const gap_change& what) {
  return session_.tell([&] { return change_gap(session_.at(what.from), what); });
}

result<storage::stored_scan> ledger_lock_writer::begin_scan(const scan_request& what) {
  storage::stored_scan scan;
  const auto done = session_.run([&]() -> result<void> {
    PALANG_TRY(begun, ledger::begin_scan(session_.at(what.at), what));
    scan = std::move(begun);
    return {};
  });
  return done.map([&] { return scan; });
}

result<committed> ledger_lock_writer::advance_scan(const scan_step& step) {
  return session_.tell([&] { return ledger::advance_scan(session_.at(step.received_at), step); });
}

result<committed> ledger_lock_writer::judge_openings(instant now) {
  return session_.tell([&]() -> result<void> {
    const auto v = session_.at(now);
    PALANG_CHECK(ledger::judge_openings(v));
    return tell_old_gaps(v);
  });
}

result<void> ledger_lock_writer::reserve_calls(const std::string& month, std::int64_t count) {
  return session_.run(
      [&] { return ledger::reserve_calls(session_.at(session_.now()), month, count); });
}

result<committed> ledger_lock_writer::tell_quota(bool is_low, std::int64_t used, std::int64_t limit,
                                                 instant at) {
  return session_.tell([&] { return ledger::tell_quota(session_.at(at), is_low, used, limit); });
}

} // namespace palang::ledger
