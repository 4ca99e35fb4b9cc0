#include "tests/ttlock_sim/api/world_json.hpp"

namespace palang::ttlock_sim {

using json = nlohmann::ordered_json;

namespace {

json optional_ms(const std::optional<instant>& at) {
  return at ? json(to_ms(*at)) : json(nullptr);
}

} // namespace

json to_json(const lock& l, instant now) {
  return {{"lock_id", l.id},
          {"name", l.name},
          {"alias", l.alias},
          {"mac", l.mac},
          {"battery", l.battery},
          {"auto_lock_s", l.auto_lock_s},
          {"offset_ms", (l.clock.read(now) - now).count()},
          {"drift_ppm", l.clock.drift_ppm},
          {"is_remote_unlock_on", l.is_remote_unlock_on},
          {"is_reachable", l.is_reachable},
          {"is_busy", l.is_busy},
          {"is_open", l.is_open},
          {"is_state_unknown", l.is_state_unknown},
          {"in_memory", l.memory.size()},
          {"unread", l.unread().size()}};
}

json to_json(const gateway& g) {
  auto links = json::array();
  for (const auto& l : g.links)
    links.push_back({{"lock_id", l.lock}, {"rssi", l.rssi}, {"lost_ms", optional_ms(l.lost)}});
  return {{"gateway_id", g.id},
          {"name", g.name},
          {"mac", g.mac},
          {"is_online", g.is_online},
          {"is_listed_online", g.is_listed_online},
          {"cut_ms", optional_ms(g.cut_at)},
          {"locks", links}};
}

json to_json(const lock_command& c) {
  return {{"what", c.what},
          {"sent_ms", to_ms(c.sent)},
          {"answered_ms", optional_ms(c.answered)},
          {"gateway_id", c.through},
          {"errcode", c.errcode},
          {"has_moved", c.has_moved}};
}

json to_json(const record_fate& f) {
  const auto& r = f.record;
  return {{"number", r.number},
          {"lock_id", r.lock},
          {"happened_ms", to_ms(r.happened)},
          {"lock_date_ms", to_ms(r.lock_date)},
          {"type_from_lock", r.type_from_lock},
          {"type", r.type},
          {"success", r.is_success},
          {"username", r.username},
          {"passcode", r.passcode},
          {"battery", r.battery},
          {"squeezed_ms", optional_ms(f.squeezed)},
          {"uploaded_ms", optional_ms(f.uploaded)},
          {"record_id", f.record_id ? json(*f.record_id) : json(nullptr)},
          {"pushed", f.pushed},
          {"is_lost", f.is_lost()}};
}

json to_json(const delivery& d) {
  return {{"post", d.post},
          {"attempt", d.attempt},
          {"sent_ms", to_ms(d.sent)},
          {"answered_ms", optional_ms(d.answered)},
          {"is_success", d.is_success},
          {"answer", d.answer},
          {"body", d.body}};
}

} // namespace palang::ttlock_sim
