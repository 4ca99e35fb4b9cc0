#include "server/ledger/losses.hpp"

#include "server/domain/lock_alert_texts.hpp"
#include "server/domain/lock_clock.hpp"
#include "server/domain/lock_times.hpp"
#include "server/domain/recovery_plan.hpp"
#include "server/ledger/lock_hearing.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace palang::ledger {

namespace {

/// How well a clock is known that nobody read: lock_clock nears `slowest` by and by, and a lock
/// writes whole seconds.
constexpr milliseconds clock_blur = domain::lock_clock::slowest + std::chrono::seconds{3};

/// A time in which the lock was not heard.
struct silence {
  domain::span when;
  bool is_lock_alone = true; ///< Else the cloud kept its records.
  instant uploaded_from{};   ///< What the cloud had sooner, the lock needed not keep.
};

/// The lock of a scan, as it is known when the scan ends.
struct scanned_lock {
  std::string id;
  milliseconds offset{0};
};

bool covers(const storage::stored_scan& scan, const domain::span& gap, milliseconds offset,
            instant now) {
  const auto from = std::max(gap.from, now - domain::cloud_memory);
  return scan.from <= from + offset && scan.to >= *gap.to + offset && scan.started_at >= *gap.to;
}

/// When a scan of the gap ended before this one; nullopt: this is the first.
std::optional<instant> looked_before(const lock_hearing& heard, const storage::stored_scan& scan,
                                     const domain::span& gap, milliseconds offset, instant now) {
  std::optional<instant> out;
  for (const auto& other : heard.scans)
    if (other.id != scan.id && other.lock_id == scan.lock_id && covers(other, gap, offset, now))
      out = std::max(out, other.ended_at);
  return out;
}

/// While the cloud was away, either it was, and locks had to keep their records, or our own line
/// was, and the cloud had them: what it had when tells which.
silence silence_of(const storage::stored_gap& gap) {
  const domain::span when{gap.from, gap.to};
  return {when, gap.source == "cloud",
          std::max(gap.from, *gap.to - domain::lock_waits().cloud_lag)};
}

/// A gateway that is offline may seem to be back for as long as the cloud's lists lag.
bool are_near(const domain::span& a, const domain::span& b) {
  const auto lag = domain::lock_waits().cloud_lag;
  return a.from - *b.to <= lag && b.from - *a.to <= lag;
}

/// What is near to each other becomes one.
std::vector<domain::span> joined(std::vector<domain::span> spans) {
  std::ranges::sort(spans, {}, &domain::span::from);
  std::vector<domain::span> out;
  for (const auto& s : spans)
    if (!out.empty() && are_near(out.back(), s))
      out.back().to = std::max(*out.back().to, *s.to);
    else
      out.push_back(s);
  return out;
}

/// An absence of the cloud near to one of the lock's gateways is part of it: who had what when
/// tells nothing there.
std::vector<silence> silences(const lock_hearing& heard, const std::string& lock_id) {
  auto deaf = domain::deaf_spans(facts_of(heard, lock_id).gateways_offline);
  std::erase_if(deaf, [](const domain::span& s) { return !s.to; });
  auto lonely = deaf;
  std::vector<silence> out;
  for (const auto& gap : heard.gaps) {
    if (!gap.to || !is_ours(gap))
      continue;
    const auto ours = silence_of(gap);
    if (ours.is_lock_alone
        && std::ranges::any_of(deaf, [&](const auto& s) { return are_near(s, ours.when); }))
      lonely.push_back(ours.when);
    else
      out.push_back(ours);
  }
  for (const auto& s : joined(std::move(lonely)))
    out.push_back({s});
  return out;
}

/// As far as it was plain at `as_of`. What a full memory still held are the lock's newest records
/// at the gap's end, so their count tells a loss and the oldest of them its end, whatever the
/// lock's clock was like.
result<std::optional<domain::span>> lost_in(const voice& v, const silence& s,
                                            const scanned_lock& lock, instant as_of) {
  if (!s.is_lock_alone)
    return domain::lost_of(s.when, 0, std::nullopt, as_of);
  storage::backlog_filter backlog;
  backlog.lock_id = lock.id;
  backlog.from = s.when.from + lock.offset - clock_blur;
  backlog.to = *s.when.to + lock.offset + domain::lock_waits().catch_up + clock_blur;
  backlog.received_from = s.when.from;
  backlog.received_until = as_of;
  backlog.uploaded_from = s.uploaded_from;
  PALANG_TRY(came, v.db.records.newest_backlog(backlog, domain::most_in_full_memory + 1));
  PALANG_TRY(kept, v.db.records.newest_backlog(backlog, domain::lock_memory));
  std::optional<instant> oldest;
  if (kept.oldest)
    oldest = *kept.oldest - lock.offset + clock_blur;
  return domain::lost_of(s.when, came.count, oldest, as_of);
}

result<void> tell_lost(const voice& v, const std::string& lock_id, const domain::span& lost) {
  auto alert = domain::records_lost_alert(place_of(v.config(), lock_id), lost);
  alert.refers.lock_id = lock_id;
  if (const auto* gate = gate_of_lock(v.config(), lock_id))
    alert.refers.gate_id = gate->id;
  PALANG_CHECK(v.raise(std::move(alert)));
  return {};
}

} // namespace

result<void> look_for_losses(const voice& v, const storage::stored_scan& scan) {
  PALANG_TRY(heard, read_hearing(v.db, scan.from, scan.to));
  scanned_lock lock{scan.lock_id};
  const auto row = std::ranges::find(heard.locks, lock.id, &storage::stored_lock::id);
  if (row != heard.locks.end())
    lock.offset = row->clock_offset.value_or(lock.offset);
  for (const auto& silent : silences(heard, lock.id)) {
    if (!covers(scan, silent.when, lock.offset, v.now))
      continue;
    PALANG_TRY(lost, lost_in(v, silent, lock, v.now));
    if (!lost)
      continue;
    if (const auto before = looked_before(heard, scan, silent.when, lock.offset, v.now)) {
      PALANG_TRY(was_plain, lost_in(v, silent, lock, *before));
      if (was_plain)
        continue;
    }
    PALANG_CHECK(tell_lost(v, lock.id, *lost));
  }
  return {};
}

} // namespace palang::ledger
