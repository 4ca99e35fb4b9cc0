#include "server/ledger/gateways.hpp"

#include "server/domain/lock_alert_texts.hpp"
#include "server/domain/lock_times.hpp"
#include "server/ledger/gaps.hpp"
#include "server/ledger/lock_hearing.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace palang::ledger {

namespace {

result<void> tell(const voice& v, const char* kind, const storage::stored_gateway& row) {
  return v.emit(protocol::topic::gateway, kind,
                protocol::object({{"gateway", protocol::encode(gateway_view(row))}}));
}

bool reaches_alone(const std::vector<storage::lock_link>& links, const std::string& lock_id,
                   const std::string& gateway_id) {
  return std::ranges::all_of(links, [&](const storage::lock_link& link) {
    return link.lock_id != lock_id || link.gateway_id == gateway_id;
  });
}

/// When the gateway was last certainly heard: by the cloud's word, which lags, or by a record of a
/// lock that no other gateway reaches.
result<instant> last_heard(const voice& v, const storage::stored_gateway& row) {
  PALANG_TRY(links, v.db.locks.all_links());
  auto out = std::max(row.since, row.last_seen - domain::lock_waits().cloud_lag);
  for (const auto& link : links) {
    if (link.gateway_id != row.id || !reaches_alone(links, link.lock_id, row.id))
      continue;
    PALANG_TRY(lock, v.db.locks.find(link.lock_id));
    if (lock && lock->last_record_at)
      out = std::max(out, std::min(*lock->last_record_at, v.now));
  }
  return out;
}

/// Names of the gates that nobody hears while this gateway and those that are offline already are.
result<std::vector<std::string>> blind_gates(const voice& v) {
  PALANG_TRY(links, v.db.locks.all_links());
  PALANG_TRY(gateways, v.db.locks.all_gateways());
  const auto is_heard = [&](const std::string& lock_id) {
    return std::ranges::any_of(links, [&](const storage::lock_link& link) {
      const auto row = std::ranges::find(gateways, link.gateway_id, &storage::stored_gateway::id);
      return link.lock_id == lock_id && row != gateways.end() && row->is_online;
    });
  };
  std::vector<std::string> out;
  for (const auto& gate : v.config().gates)
    if (gate.lock_id && !is_heard(*gate.lock_id))
      out.push_back(gate.name);
  return out;
}

result<void> resolve_offline(const voice& v, const std::string& gateway_id,
                             const std::string& note) {
  PALANG_TRY(open, v.db.alerts.open_of_kind(protocol::alert_kind::gateway_offline));
  for (auto& alert : open)
    if (alert.refers.gateway_id == gateway_id)
      PALANG_CHECK(v.resolve(std::move(alert), note));
  return {};
}

result<void> go_offline(const voice& v, storage::stored_gateway row,
                        std::optional<milliseconds> lag) {
  PALANG_TRY(heard, last_heard(v, row));
  row.is_online = false;
  row.since = lag ? std::max(heard, v.now - *lag) : heard;
  row.last_seen = v.now;
  PALANG_CHECK(v.db.locks.put_gateway(row));
  PALANG_CHECK(begin_gap(v, gap_source_of(row.id), row.since));
  PALANG_CHECK(tell(v, "gateway.offline", row));
  PALANG_TRY(blind, blind_gates(v));
  auto alert = domain::gateway_offline_alert(gateway_view(row), blind, v.config().site.utc_offsets);
  alert.refers.gateway_id = row.id;
  PALANG_CHECK(v.raise(std::move(alert)));
  return {};
}

/// Records of the gap may have come before the cloud said that the gateway is back.
result<bool> has_caught_up(const voice& v, const std::string& gateway_id,
                           const storage::stored_gap& gap) {
  PALANG_TRY(links, v.db.locks.all_links());
  for (const auto& link : links) {
    if (link.gateway_id != gateway_id)
      continue;
    PALANG_TRY(last, v.db.records.last_received(link.lock_id, gap.from, *gap.to));
    if (last)
      return true;
  }
  return false;
}

result<void> come_back(const voice& v, storage::stored_gateway row) {
  row.is_online = true;
  row.since = v.now;
  row.last_seen = v.now;
  PALANG_CHECK(v.db.locks.put_gateway(row));
  PALANG_TRY(gap, end_gap(v, gap_source_of(row.id), v.now));
  PALANG_CHECK(tell(v, "gateway.online", row));
  PALANG_CHECK(resolve_offline(v, row.id, "the gateway is back"));
  if (!gap)
    return {};
  PALANG_TRY(is_there, has_caught_up(v, row.id, *gap));
  return is_there ? tell(v, "gateway.caught_up", row) : result<void>{};
}

void take_names(storage::stored_gateway& row, const gateway_news& news) {
  const auto take = [](std::string& to, const std::string& from) {
    if (!from.empty())
      to = from;
  };
  take(row.name, news.name);
  take(row.mac, news.mac);
  take(row.network, news.network);
}

} // namespace

result<void> note_gateway(const voice& v, const gateway_news& news) {
  PALANG_TRY(found, v.db.locks.find_gateway(news.id));
  auto row = found.value_or(storage::stored_gateway{news.id, {}, {}, {}, true, v.now, v.now, 0});
  take_names(row, news);
  if (row.is_online && !news.is_online)
    return go_offline(v, std::move(row), news.lag);
  if (!row.is_online && news.is_online)
    return come_back(v, std::move(row));
  row.last_seen = std::max(row.last_seen, v.now);
  return v.db.locks.put_gateway(row);
}

result<void> forget_gateway(const voice& v, storage::stored_gateway row) {
  PALANG_CHECK(end_gap(v, gap_source_of(row.id), v.now));
  PALANG_CHECK(resolve_offline(v, row.id, "TTLock does not know this gateway any more"));
  row.is_online = false;
  return v.db.locks.put_gateway(row);
}

} // namespace palang::ledger
