#include "server/ledger/lock_hearing.hpp"

#include "server/domain/lock_times.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <iterator>

namespace palang::ledger {

namespace {

constexpr std::string_view gateway_prefix = "gateway/";

template <class T>
bool contains(const std::vector<T>& items, const T& item) {
  return std::ranges::find(items, item) != items.end();
}

std::vector<domain::span> spans_of(const lock_hearing& heard, const std::string& source) {
  std::vector<domain::span> out;
  for (const auto& gap : heard.gaps)
    if (gap.source == source)
      out.push_back({gap.from, gap.to});
  return out;
}

/// Until when it is sure that this gateway was heard, or was not.
instant sure_until(const storage::stored_gateway& gateway) {
  return gateway.is_online
             ? std::max(gateway.since, gateway.last_seen - domain::lock_waits().cloud_lag)
             : gateway.since;
}

/// A lock's records are read in their order: the newest that came proves all before it.
instant heard_until(const storage::stored_lock& lock) {
  if (!lock.last_record_at || !lock.last_heard_at)
    return {};
  return std::min(*lock.last_record_at, *lock.last_heard_at);
}

} // namespace

result<lock_hearing> read_hearing(storage::repositories& db, instant from, instant to) {
  PALANG_TRY(locks, db.locks.all());
  PALANG_TRY(gateways, db.locks.all_gateways());
  PALANG_TRY(links, db.locks.all_links());
  PALANG_TRY(gaps, db.recovery.gaps(from, to));
  PALANG_TRY(scans, db.recovery.done_scans("", from, to));
  return lock_hearing{from,
                      to,
                      std::move(locks),
                      std::move(gateways),
                      std::move(links),
                      std::move(gaps),
                      std::move(scans)};
}

std::string gap_source_of(const std::string& gateway_id) {
  return std::string{gateway_prefix} + gateway_id;
}

bool is_ours(const storage::stored_gap& gap) {
  return !gap.source.starts_with(gateway_prefix);
}

std::vector<storage::stored_lock> known_locks(const protocol::config& document,
                                              const lock_hearing& heard) {
  std::vector<storage::stored_lock> out;
  for (const auto& configured : document.locks) {
    const auto found = std::ranges::find(heard.locks, configured.id, &storage::stored_lock::id);
    if (found != heard.locks.end())
      out.push_back(*found);
    else
      out.emplace_back().id = configured.id;
  }
  std::ranges::copy_if(heard.locks, std::back_inserter(out), [&](const auto& lock) {
    return std::ranges::find(document.locks, lock.id, &protocol::lock_config::id)
           == document.locks.end();
  });
  return out;
}

std::vector<std::string> gateways_of(const lock_hearing& heard, const std::string& lock_id) {
  std::vector<std::string> out;
  for (const auto& link : heard.links)
    if (link.lock_id == lock_id)
      out.push_back(link.gateway_id);
  return out;
}

std::vector<protocol::lock_signal> signals_of(const lock_hearing& heard,
                                              const std::string& lock_id) {
  std::vector<protocol::lock_signal> out;
  for (const auto& link : heard.links)
    if (link.lock_id == lock_id && link.rssi != 0)
      out.push_back({link.gateway_id, link.rssi, link.seen_at});
  std::ranges::stable_sort(out, std::greater{}, &protocol::lock_signal::rssi);
  return out;
}

std::vector<storage::stored_gap> gaps_of(const lock_hearing& heard, const std::string& lock_id) {
  std::vector<std::string> sources;
  for (const auto& gateway : gateways_of(heard, lock_id))
    sources.push_back(gap_source_of(gateway));
  std::vector<storage::stored_gap> out;
  std::ranges::copy_if(heard.gaps, std::back_inserter(out), [&](const auto& gap) {
    return is_ours(gap) || contains(sources, gap.source);
  });
  return out;
}

domain::coverage_facts facts_of(const lock_hearing& heard, const std::string& lock_id) {
  domain::coverage_facts out;
  const auto gateways = gateways_of(heard, lock_id);
  for (const auto& gateway : gateways)
    out.gateways_offline.push_back(spans_of(heard, gap_source_of(gateway)));
  for (const auto& gap : heard.gaps)
    if (is_ours(gap))
      out.away.push_back({gap.from, gap.to});
  for (const auto& gateway : heard.gateways)
    if (contains(gateways, gateway.id))
      out.known_until = std::max(out.known_until, sure_until(gateway));
  // Scans ask for the lock's time, coverage is of true time.
  milliseconds offset{0};
  const auto lock = std::ranges::find(heard.locks, lock_id, &storage::stored_lock::id);
  if (lock != heard.locks.end()) {
    out.known_until = std::max(out.known_until, heard_until(*lock));
    offset = lock->clock_offset.value_or(offset);
  }
  for (const auto& scan : heard.scans)
    if (scan.lock_id == lock_id)
      out.scans.push_back({scan.from - offset, scan.to - offset, scan.started_at});
  return out;
}

protocol::coverage coverage_now(domain::coverage_facts facts, instant now) {
  // A state is as good as known for a while after it was.
  facts.known_until += 3 * domain::lock_waits().cloud_lag;
  return domain::coverage_at(facts, now);
}

} // namespace palang::ledger
