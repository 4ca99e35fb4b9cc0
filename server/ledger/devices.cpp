#include "server/ledger/administration.hpp"
#include "server/ledger/kinds.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::ledger {

namespace {

result<protocol::device> need_device(context& c, const uuid& id) {
  PALANG_TRY(found, c.db.devices.find(id));
  if (!found)
    return fail(errc::unknown_device, "this device is not known", "data.device_id");
  return std::move(*found);
}

result<effect> tell(context& c, std::string_view kind, const protocol::device& d,
                    const std::string& before) {
  c.state.facts.devices.erase(d.device_no);
  PALANG_CHECK(c.note("device/" + to_string(d.id), before, protocol::encode(d), ""));
  auto data = protocol::object({{"device", protocol::encode(d)}});
  PALANG_CHECK(c.emit(protocol::topic::config, kind, data));
  return effect{std::move(data), std::nullopt};
}

} // namespace

result<effect> apply(context& c, const protocol::device_approve_data& d) {
  PALANG_TRY(device, need_device(c, d.device_id));
  if (device.status == protocol::device_status::approved)
    return effect{protocol::object({{"device", protocol::encode(device)}}), std::nullopt};
  if (device.status == protocol::device_status::revoked)
    return fail(errc::invalid, "a revoked device comes back only with a new id and key",
                "data.device_id");
  const auto before = protocol::encode(device);
  PALANG_CHECK(approve(c.db, device, c.now()));
  PALANG_CHECK(c.db.devices.update(device));
  return tell(c, "device.approved", device, before);
}

result<effect> apply(context& c, const protocol::device_revoke_data& d) {
  PALANG_TRY(device, need_device(c, d.device_id));
  if (device.status == protocol::device_status::revoked)
    return effect{protocol::object({{"device", protocol::encode(device)}}), std::nullopt};
  const auto before = protocol::encode(device);
  device.status = protocol::device_status::revoked;
  device.revoked_at = c.now();
  PALANG_CHECK(c.db.devices.update(device));
  PALANG_CHECK(c.db.tokens.remove_of_device(device.id));
  c.state.done.revoked_devices.push_back(device.id);
  return tell(c, "device.revoked", device, before);
}

} // namespace palang::ledger
