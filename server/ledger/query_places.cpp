#include "server/ledger/context.hpp"
#include "server/ledger/cursor.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/site_key.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>

namespace palang::ledger {

result<std::vector<protocol::gate>> gates_now(const query_context& q) {
  PALANG_TRY(counted, q.db.session_lists.count_open());
  PALANG_TRY(states, q.db.gates.all());
  const domain::occupancy occupancy{std::move(counted)};
  std::vector<protocol::gate> out;
  for (const auto& gate : q.config.document.gates) {
    const auto state = std::ranges::find(states, gate.id, &storage::gate_state::id);
    out.push_back(
        gate_view(gate, q.config.document, occupancy, state == states.end() ? nullptr : &*state));
  }
  return out;
}

result<protocol::device> with_progress(storage::repositories& db, protocol::device d) {
  if (d.device_no == 0)
    return d;
  PALANG_TRY(progress, db.submissions.progress_of(d.device_no));
  d.last_seq = progress.last_seq;
  for (const auto& range : progress.missing)
    d.missing.push_back({range.first, range.last});
  return d;
}

result<std::string> answer(const query_context& q, const protocol::gate_list&) {
  PALANG_TRY(gates, gates_now(q));
  return encoded_list("gates", gates);
}

result<std::string> answer(const query_context& q, const protocol::device_list&) {
  PALANG_TRY(devices, q.db.devices.all());
  for (auto& device : devices) {
    PALANG_TRY(told, with_progress(q.db, std::move(device)));
    device = std::move(told);
  }
  return encoded_list("devices", devices);
}

result<std::string> answer(const query_context& q, const protocol::user_list&) {
  PALANG_TRY(users, q.db.users.all());
  return encoded_list("users", users);
}

result<std::string> answer(const query_context& q, const protocol::device_keys&) {
  PALANG_TRY(devices, q.db.devices.all());
  std::vector<protocol::device_key> keys;
  for (const auto& device : devices)
    if (device.approved_at)
      keys.push_back({device.device_no, device.key, *device.approved_at, device.revoked_at});
  PALANG_TRY(site, site_key(q.db.configs));
  std::vector<std::string> items;
  for (const auto& key : keys)
    items.push_back(protocol::encode(key));
  return protocol::object({{"keys", protocol::array(items)},
                           {"site_key", protocol::text(crypto::to_base64(site.pub))}});
}

result<std::string> answer(const query_context& q, const protocol::config_get&) {
  return protocol::object({{"config", protocol::encode(q.config.document)},
                           {"config_version", protocol::number(q.config.version)}});
}

} // namespace palang::ledger
