#include "tests/ttlock_sim/api/fields.hpp"
#include "tests/ttlock_sim/model/errcodes.hpp"

#include <string>

namespace palang::ttlock_sim {

namespace {

constexpr std::int64_t largest_page = 1'000;
constexpr std::int64_t bound_before_ms = 90LL * 86'400'000;

json version(bool is_list) {
  json v;
  if (is_list)
    v["showAdminKbpwdFlag"] = true;
  v["groupId"] = 10;
  v["protocolVersion"] = 3;
  v["protocolType"] = 5;
  v["orgId"] = 34;
  if (is_list)
    v["logoUrl"] = "";
  v["scene"] = 2;
  return v;
}

// What looks like a secret must look like one here too, or nobody notices that it was logged.
std::string secret(const lock& l, const std::string& what) {
  return "SECRET-" + what + "-" + std::to_string(l.id);
}

json list_item(world& w, const lock& l) {
  json item;
  item["lockId"] = l.id;
  item["lockName"] = l.name;
  item["lockAlias"] = l.alias;
  item["lockMac"] = l.mac;
  item["passageMode"] = 2;
  item["timezoneRawOffset"] = l.timezone_offset_ms;
  item["electricQuantity"] = l.cloud_battery;
  item["electricQuantityUpdateDate"] = to_ms(l.cloud_battery_at);
  item["bindDate"] = to_ms(l.bound_at) - bound_before_ms;
  item["specialValue"] = 1967977975;
  item["featureValue"] = "800C2F44754CF5F7";
  item["hasGateway"] = w.gateways_of(l.id).empty() ? 0 : 1;
  item["keyboardPwdVersion"] = 4;
  item["wirelessKeypadFeatureValue"] = "0";
  item["lockData"] = secret(l, "lockData");
  item["lockVersion"] = version(true);
  return item;
}

json detail(world& w, const lock& l) {
  json d;
  d["date"] = to_ms(l.bound_at) - bound_before_ms;
  d["lockAlias"] = l.alias;
  d["lockSound"] = 2;
  d["modelNum"] = "SN9206_PV53";
  d["lockMac"] = l.mac;
  d["privacyLock"] = 2;
  d["deletePwd"] = "";
  d["featureValue"] = "F44354CD5F3";
  d["adminPwd"] = secret(l, "adminPwd");
  d["soundVolume"] = 5;
  d["hasGateway"] = w.gateways_of(l.id).empty() ? 0 : 1;
  d["autoLockTime"] = l.auto_lock_s > 0 ? l.auto_lock_s : -1;
  d["wirelessKeypadFeatureValue"] = "0";
  d["lockKey"] = secret(l, "lockKey");
  d["isFrozen"] = 2;
  d["lockName"] = l.name;
  d["resetButton"] = 1;
  d["firmwareRevision"] = "6.0.6.210622";
  d["tamperAlert"] = 1;
  d["specialValue"] = 894227955;
  d["displayPasscode"] = 0;
  d["noKeyPwd"] = secret(l, "noKeyPwd");
  d["passageMode"] = 2;
  d["passageModeAutoUnlock"] = 2;
  d["timezoneRawOffset"] = l.timezone_offset_ms;
  d["lockId"] = l.id;
  d["electricQuantity"] = l.cloud_battery;
  d["lockFlagPos"] = 0;
  d["lockUpdateDate"] = to_ms(l.bound_at);
  d["keyboardPwdVersion"] = 4;
  d["aesKeyStr"] = secret(l, "aesKeyStr");
  d["hardwareRevision"] = "1.6";
  d["openDirection"] = 0;
  d["lockVersion"] = version(false);
  d["sensitivity"] = -1;
  return d;
}

} // namespace

reply_or_errcode lock_list(world& w, const form_fields& fields) {
  const auto which = page_of(fields, largest_page);
  if (!which)
    return tl::unexpected(which.error());
  const auto alias = text_field(fields, "lockAlias");
  auto all = json::array();
  for (const auto& [id, l] : w.locks())
    if (l.alias.find(alias) != std::string::npos)
      all.push_back(list_item(w, l));
  return paged(cut_page(all, *which), *which, all.size());
}

reply_or_errcode lock_detail(world& w, const form_fields& fields) {
  const auto id = number_field(fields, "lockId");
  if (!id || !*id)
    return tl::unexpected(errcode::bad_parameter);
  const auto* const l = w.find_lock(**id);
  if (l == nullptr)
    return tl::unexpected(errcode::no_such_lock);
  return detail(w, *l);
}

} // namespace palang::ttlock_sim
