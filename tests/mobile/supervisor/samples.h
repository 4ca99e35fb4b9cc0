#pragma once

#include "mobile/base/siteview.h"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/messages.hpp"

#include <string>

/// Events as a server sends them.
namespace palang::test {

/// 24 March 2025, 14:05:09 at a site in UTC+7.
inline const instant noon = from_ms(1742799909000);

[[nodiscard]] inline uuid idOf(const std::string& name) {
  return make_uuid_v5({}, name);
}

[[nodiscard]] inline protocol::config sampleConfig() {
  protocol::config c;
  c.site.utc_offsets = {{instant{}, 7 * 60}};
  c.zones = {{.id = "z", .name = "Halaman", .capacity = {}, .warn_pct = 75, .crit_pct = 90}};
  c.gates = {{"in-1", "Masuk 1", protocol::gate_direction::in, "z", {}},
             {"out-1", "Keluar 1", protocol::gate_direction::out, "z", {}}};
  c.vehicle_types = {{domain::vehicle_class::mobil, "Mobil", "Car", 1}};
  return c;
}

[[nodiscard]] inline mobile::SiteView sampleSite() {
  return {sampleConfig(), mobile::SiteTime(sampleConfig()), [] { return noon; }};
}

[[nodiscard]] inline protocol::session entered(const std::string& plate, instant at = noon) {
  protocol::session s;
  s.id = idOf(plate);
  s.plate = plate;
  s.plate_key = plate;
  std::erase(s.plate_key, ' ');
  s.entered_at = at;
  s.entry_gate_id = "in-1";
  return s;
}

[[nodiscard]] inline protocol::session exited(const std::string& plate, rupiah charged,
                                              instant at = noon) {
  auto s = entered(plate, at - std::chrono::hours{1});
  s.status = protocol::session_status::closed;
  s.exited_at = at;
  s.exit_gate_id = "out-1";
  s.fee = charged;
  s.charged = charged;
  s.version = 2;
  return s;
}

[[nodiscard]] inline protocol::gate gate(const std::string& id, std::int64_t occupancy = 0,
                                         std::int64_t capacity = 100) {
  protocol::gate g;
  g.id = id;
  g.name = id == "in-1" ? "Masuk 1" : "Keluar 1";
  g.direction = id == "in-1" ? protocol::gate_direction::in : protocol::gate_direction::out;
  g.zone_id = "z";
  g.occupancy = occupancy;
  g.capacity = capacity;
  return g;
}

[[nodiscard]] inline protocol::alert alert(const std::string& name, protocol::severity level,
                                           instant at = noon) {
  protocol::alert a;
  a.id = idOf(name);
  a.level = level;
  a.raised_at = at;
  a.text_id = name;
  a.text_en = name + " in English";
  return a;
}

[[nodiscard]] inline protocol::event event(const std::string& kind, const protocol::session& s) {
  return {1, noon, protocol::topic::session, kind,
          protocol::object({{"session", protocol::encode(s)}})};
}
[[nodiscard]] inline protocol::event event(const std::string& kind, const protocol::gate& g) {
  return {1, noon, protocol::topic::gate, kind, protocol::object({{"gate", protocol::encode(g)}})};
}
[[nodiscard]] inline protocol::event event(const std::string& kind, const protocol::alert& a) {
  return {1, noon, protocol::topic::alert, kind,
          protocol::object({{"alert", protocol::encode(a)}})};
}

} // namespace palang::test
