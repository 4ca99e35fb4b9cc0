#include "tests/ttlock_sim/api/world_json.hpp"

#include "tests/ttlock_sim/api/settings_json.hpp"

#include <string>
#include <utility>

namespace palang::ttlock_sim {

using json = nlohmann::ordered_json;

namespace {

template <class T>
void take(const json& from, const char* name, T& into) {
  if (const auto found = from.find(name); found != from.end())
    into = found->get<T>();
}

template <class T>
void take(const json& from, const char* name, std::optional<T>& into) {
  if (const auto found = from.find(name); found != from.end())
    into = found->get<T>();
}

void read_account(const json& from, account& into) {
  take(from, "client_id", into.client_id);
  take(from, "client_secret", into.client_secret);
  take(from, "username", into.username);
  take(from, "password", into.password);
  take(from, "uid", into.uid);
}

// A made-up address that is the same for the same number and different for others.
std::string mac_of(std::int64_t id) {
  std::string mac = "16:72";
  for (int shift = 24; shift >= 0; shift -= 8) {
    const auto byte = static_cast<unsigned>(id >> shift) & 0xff;
    mac.append({':', "0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]});
  }
  return mac;
}

lock new_lock(const json& from, instant now) {
  lock l;
  l.id = from.at("lock_id").get<lock_id>();
  l.mac = mac_of(l.id);
  l.name = "S31_" + std::to_string(l.id);
  l.alias = l.name;
  read_lock(l, from, now);
  return l;
}

gateway new_gateway(const json& from) {
  gateway g;
  g.id = from.at("gateway_id").get<gateway_id>();
  g.mac = mac_of(g.id);
  g.name = "G2_" + std::to_string(g.id);
  g.network_name = "wifi";
  g.network_mac = mac_of(g.id + 1'000'000);
  take(from, "mac", g.mac);
  take(from, "name", g.name);
  take(from, "version", g.version);
  take(from, "network_name", g.network_name);
  take(from, "network_mac", g.network_mac);
  for (const auto& link : from.value("locks", json::array()))
    g.links.push_back({link.at("lock_id").get<lock_id>(), link.value("rssi", -60), {}});
  return g;
}

} // namespace

result<world_file> parse_world(const std::string& text) {
  try {
    const auto j = json::parse(text);
    world_file file;
    read_account(j.value("account", json::object()), file.who);
    take(j, "seed", file.seed);
    take(j, "speed", file.speed);
    take(j, "quota", file.quota);
    if (j.contains("start_ms"))
      file.start = from_ms(j["start_ms"].get<std::int64_t>());
    take(j, "settings", file.settings);
    take(j, "locks", file.locks);
    take(j, "gateways", file.gateways);
    take(j, "script", file.script);
    return file;
  } catch (const json::exception& e) {
    return fail(errc::invalid, e.what());
  }
}

result<void> furnish(world& w, const world_file& from) {
  auto rules = merged(w.rules, from.settings);
  if (!rules)
    return fail(std::move(rules.error()));
  w.rules = std::move(*rules);
  w.calls.limit = from.quota.value_or(w.calls.limit);
  try {
    for (const auto& j : from.locks)
      w.add(new_lock(j, w.now()));
    for (const auto& j : from.gateways)
      w.add(new_gateway(j));
    for (const auto& [id, g] : w.gateways())
      for (const auto& link : g.links)
        if (w.find_lock(link.lock) == nullptr)
          return fail(errc::invalid, "gateway " + std::to_string(id) + " hears an unknown lock");
  } catch (const json::exception& e) {
    return fail(errc::invalid, e.what());
  }
  return {};
}

void read_lock(lock& l, const json& j, instant now) {
  take(j, "name", l.name);
  take(j, "alias", l.alias);
  take(j, "mac", l.mac);
  take(j, "timezone_offset_ms", l.timezone_offset_ms);
  take(j, "battery", l.battery);
  take(j, "battery_per_record", l.battery_per_record);
  take(j, "auto_lock_s", l.auto_lock_s);
  take(j, "is_remote_unlock_on", l.is_remote_unlock_on);
  take(j, "is_busy", l.is_busy);
  take(j, "is_open", l.is_open);
  take(j, "is_state_unknown", l.is_state_unknown);
  if (!j.contains("offset_ms") && !j.contains("drift_ppm"))
    return;
  const auto offset = j.value("offset_ms", (l.clock.read(now) - now).count());
  l.clock.set(milliseconds{offset}, now);
  take(j, "drift_ppm", l.clock.drift_ppm);
}

std::string demo_world() {
  return R"({
    "locks": [
      {"lock_id": 7000001, "alias": "Masuk 1", "drift_ppm": 4},
      {"lock_id": 7000002, "alias": "Masuk 2", "offset_ms": 3000, "drift_ppm": -6},
      {"lock_id": 7000003, "alias": "Keluar 1", "offset_ms": -2000, "drift_ppm": 9},
      {"lock_id": 7000004, "alias": "Keluar 2", "offset_ms": 6000, "drift_ppm": 12}
    ],
    "gateways": [
      {"gateway_id": 8000001, "name": "Gerbang masuk", "network_name": "parkir-masuk",
       "locks": [{"lock_id": 7000001, "rssi": -62}, {"lock_id": 7000002, "rssi": -71}]},
      {"gateway_id": 8000002, "name": "Gerbang keluar", "network_name": "parkir-keluar",
       "locks": [{"lock_id": 7000003, "rssi": -58}, {"lock_id": 7000004, "rssi": -79}]}
    ]
  })";
}

} // namespace palang::ttlock_sim
