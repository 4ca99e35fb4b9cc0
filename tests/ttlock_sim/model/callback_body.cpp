#include "tests/ttlock_sim/model/callback_body.hpp"

#include "tests/ttlock_sim/model/form.hpp"

#include <nlohmann/json.hpp>

namespace palang::ttlock_sim {

namespace {

using json = nlohmann::ordered_json;

void add_passcode(json& to, const lock_record& r, const callback_settings& rules) {
  if (!r.passcode.empty() || rules.app_passcode == absent_text::empty)
    to["keyboardPwd"] = r.passcode;
  else if (rules.app_passcode == absent_text::null)
    to["keyboardPwd"] = nullptr;
}

json observed_record(const cloud_record& c, const lock& of, const callback_settings& rules) {
  const auto& r = c.record;
  json out;
  out["lockId"] = of.id;
  out["electricQuantity"] = r.battery;
  out["serverDate"] = to_ms(c.server_date);
  out["recordTypeFromLock"] = r.type_from_lock;
  out["recordType"] = r.type;
  out["success"] = r.is_success ? 1 : 0;
  out["lockMac"] = of.mac;
  add_passcode(out, r, rules);
  out["lockDate"] = to_ms(r.lock_date);
  out["username"] = r.username;
  if (rules.extra_fields)
    out["accessoryElectricQuantity"] = json::array({0, {{"kind", 1}}});
  return out;
}

json documented_record(const cloud_record& c, const callback_settings& rules) {
  const auto& r = c.record;
  json out;
  out["electricQuantity"] = r.battery;
  out["lockDate"] = to_ms(r.lock_date);
  out["username"] = r.username;
  out["serverDate"] = to_ms(c.server_date);
  out["recordType"] = r.type;
  out["success"] = r.is_success ? 1 : 0;
  add_passcode(out, r, rules);
  return out;
}

} // namespace

std::string records_body(const lock& of, const std::vector<cloud_record>& records,
                         const std::string& admin, const callback_settings& rules) {
  const bool is_observed = rules.shape == payload_shape::observed;
  auto list = json::array();
  for (const auto& c : records)
    list.push_back(is_observed ? observed_record(c, of, rules) : documented_record(c, rules));
  const auto id = std::to_string(of.id);
  if (!is_observed)
    return write_form(
        {{"notifyType", "1"}, {"lockId", id}, {"lockMac", of.mac}, {"records", list.dump()}});
  return write_form({{"lockId", id},
                     {"notifyType", "1"},
                     {"records", list.dump()},
                     {"admin", admin},
                     {"lockMac", of.mac}});
}

std::string gateway_body(const gateway& of, bool is_online) {
  return write_form({{"notifyType", "2"},
                     {"gatewayId", std::to_string(of.id)},
                     {"gatewayName", of.name},
                     {"gatewayMac", of.mac},
                     {"gatewayVersion", std::to_string(of.version)},
                     {"networkName", of.network_name},
                     {"isOnline", is_online ? "1" : "0"}});
}

} // namespace palang::ttlock_sim
