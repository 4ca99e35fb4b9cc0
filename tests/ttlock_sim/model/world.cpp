#include "tests/ttlock_sim/model/world.hpp"

#include "tests/ttlock_sim/model/callback_body.hpp"

#include <algorithm>
#include <utility>

namespace palang::ttlock_sim {

world::world(account who, std::uint64_t seed, instant start)
    : chance{seed}, plan{start}, people{std::move(who), chance}, mail{plan, rules} {}

void world::add(lock l) {
  l.clock.set_at = now();
  l.cloud_battery = static_cast<int>(l.battery);
  l.cloud_battery_at = now();
  l.bound_at = now();
  const auto id = l.id;
  locks_.insert_or_assign(id, std::move(l));
}

void world::add(gateway g) {
  const auto id = g.id;
  gateways_.insert_or_assign(id, std::move(g));
}

lock* world::find_lock(lock_id id) {
  const auto found = locks_.find(id);
  return found == locks_.end() ? nullptr : &found->second;
}

gateway* world::find_gateway(gateway_id id) {
  const auto found = gateways_.find(id);
  return found == gateways_.end() ? nullptr : &found->second;
}

bool world::is_listed(const gateway& g, const gateway::link& l) const {
  const milliseconds cache{rules.gateway.link_cache_ms};
  return now() - std::min(g.cut_at.value_or(now()), l.lost.value_or(now())) < cache;
}

std::vector<gateway*> world::gateways_of(lock_id id) {
  std::vector<gateway*> found;
  for (auto& [ignored, g] : gateways_)
    if (const auto* l = g.link_to(id); l != nullptr && is_listed(g, *l))
      found.push_back(&g);
  std::ranges::stable_sort(found, std::ranges::greater{},
                           [id](const gateway* g) { return g->link_to(id)->rssi; });
  return found;
}

gateway* world::hearing(const lock& l, bool online_only) {
  for (auto& [ignored, g] : gateways_)
    if (l.is_reachable && g.link_to(l.id) != nullptr && (g.is_online || !online_only))
      return &g;
  return nullptr;
}

void world::cut(gateway& g) {
  if (!g.is_online)
    return;
  g.is_online = false;
  g.cut_at = now();
  plan.after(chance.pick(rules.gateway.list_offline), [&g, change = ++g.changes] {
    if (g.changes == change)
      g.is_listed_online = false;
  });
  tell(g, false, milliseconds{rules.gateway.offline_notice_ms});
}

void world::restore(gateway& g) {
  if (g.is_online)
    return;
  g.is_online = true;
  g.cut_at.reset();
  plan.after(chance.pick(rules.gateway.list_online), [&g, change = ++g.changes] {
    if (g.changes == change)
      g.is_listed_online = true;
  });
  if (g.is_offline_told || rules.gateway.online_notice_always)
    tell(g, true, milliseconds{rules.gateway.online_notice_ms});
  for (const auto& link : g.links)
    plan_read(link.lock, chance.pick(rules.upload.backlog));
  plan.after(chance.pick(rules.upload.backlog), [this, &g] {
    for (const auto& r : std::exchange(g.kept, {}))
      upload(locks_.at(r.lock), {r}, true);
  });
}

void world::tell(gateway& g, bool is_online, milliseconds wait) {
  plan.after(wait, [this, &g, is_online, change = g.changes] {
    if (g.changes != change)
      return;
    g.is_offline_told = !is_online;
    if (may_call_back())
      mail.put(gateway_body(g, is_online));
  });
}

void world::set_reachable(lock& l, bool is_reachable) {
  l.is_reachable = is_reachable;
  for (auto& [ignored, g] : gateways_)
    for (auto& link : g.links)
      if (link.lock == l.id)
        link.lost = is_reachable ? std::nullopt : std::optional{link.lost.value_or(now())};
  if (is_reachable)
    plan_read(l.id, chance.pick(rules.upload.backlog));
}

void world::set_cloud_down(bool is_down) {
  is_cloud_down_ = is_down;
  mail.set_paused(is_down);
  if (!is_down)
    for (const auto& [id, ignored] : locks_)
      plan_read(id, chance.pick(rules.upload.backlog));
}

} // namespace palang::ttlock_sim
