#include "server/ledger/lock_places.hpp"

#include "server/ledger/gateways.hpp"
#include "server/ledger/lock_rows.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace palang::ledger {

namespace {

/// The cloud forgets the links of a gateway that is offline; they hold until it can tell anew.
std::vector<storage::lock_link> links_of(const std::string& lock_id, const lock_discovery& seen,
                                         const std::vector<storage::lock_link>& known) {
  std::vector<storage::lock_link> out;
  std::ranges::copy_if(seen.links, std::back_inserter(out),
                       [&](const auto& link) { return link.lock_id == lock_id; });
  const auto is_silent = [&](const std::string& gateway_id) {
    const auto listed = std::ranges::find(seen.gateways, gateway_id, &storage::stored_gateway::id);
    return listed != seen.gateways.end() && !listed->is_online
           && std::ranges::find(out, gateway_id, &storage::lock_link::gateway_id) == out.end();
  };
  for (const auto& link : known)
    if (link.lock_id == lock_id && is_silent(link.gateway_id))
      out.push_back(link);
  return out;
}

result<void> keep_lock(const voice& v, const storage::stored_lock& listed,
                       const std::vector<storage::lock_link>& links) {
  PALANG_TRY(row, lock_row(v, listed.id));
  row.alias = listed.alias;
  row.mac = listed.mac;
  if (!row.discovered_at)
    row.discovered_at = v.now;
  if (listed.battery)
    PALANG_CHECK(note_battery(v, row, *listed.battery));
  PALANG_CHECK(v.db.locks.put(row));
  return v.db.locks.replace_links(listed.id, links);
}

/// Its records stay; nobody expects openings of it any more.
result<void> forget_lock(const voice& v, storage::stored_lock row) {
  row.discovered_at.reset();
  PALANG_CHECK(v.db.locks.put(row));
  return v.db.locks.replace_links(row.id, {});
}

result<void> keep_locks(const voice& v, const lock_discovery& seen) {
  PALANG_TRY(links, v.db.locks.all_links());
  for (const auto& listed : seen.locks)
    PALANG_CHECK(keep_lock(v, listed, links_of(listed.id, seen, links)));
  PALANG_TRY(known, v.db.locks.all());
  for (auto& row : known) {
    const bool is_listed =
        std::ranges::find(seen.locks, row.id, &storage::stored_lock::id) != seen.locks.end();
    if (row.discovered_at && !is_listed)
      PALANG_CHECK(forget_lock(v, std::move(row)));
  }
  return {};
}

result<void> keep_gateways(const voice& v, const lock_discovery& seen) {
  for (const auto& listed : seen.gateways)
    PALANG_CHECK(note_gateway(
        v, {listed.id, listed.name, listed.mac, listed.network, listed.is_online, std::nullopt}));
  PALANG_TRY(known, v.db.locks.all_gateways());
  for (auto& row : known)
    if (std::ranges::find(seen.gateways, row.id, &storage::stored_gateway::id)
        == seen.gateways.end())
      PALANG_CHECK(forget_gateway(v, std::move(row)));
  return {};
}

} // namespace

result<void> note_discovery(const voice& v, const lock_discovery& seen) {
  // Links first: they say which gates a gateway that is offline leaves blind.
  if (seen.is_whole)
    PALANG_CHECK(keep_locks(v, seen));
  return keep_gateways(v, seen);
}

result<void> note_reading(const voice& v, const lock_reading& what) {
  PALANG_TRY(row, lock_row(v, what.lock_id));
  row.last_heard_at = std::max(row.last_heard_at.value_or(v.now), v.now);
  if (what.clock_offset) {
    row.clock_offset = what.clock_offset;
    row.clock_measured_at = v.now;
  }
  if (what.state)
    PALANG_CHECK(note_state(v, row, *what.state));
  return v.db.locks.put(row);
}

} // namespace palang::ledger
