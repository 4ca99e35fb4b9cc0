#include "tests/ttlock_sim/api/fields.hpp"
#include "tests/ttlock_sim/model/errcodes.hpp"

#include <algorithm>
#include <vector>

namespace palang::ttlock_sim {

namespace {

constexpr std::int64_t largest_page = 200;

std::int64_t lock_count(const world& w, const gateway& g) {
  return std::ranges::count_if(g.links, [&](const gateway::link& l) { return w.is_listed(g, l); });
}

json list_item(const world& w, const gateway& g) {
  json item;
  item["gatewayId"] = g.id;
  item["gatewayMac"] = g.mac;
  item["gatewayName"] = g.name;
  item["gatewayVersion"] = g.version;
  item["networkName"] = g.network_name;
  item["networkMac"] = g.network_mac;
  item["lockNum"] = lock_count(w, g);
  item["isOnline"] = g.is_listed_online ? 1 : 0;
  return item;
}

tl::expected<std::int64_t, int> id_of(const form_fields& fields, const std::string& name) {
  const auto id = number_field(fields, name);
  if (!id || !*id)
    return tl::unexpected(errcode::bad_parameter);
  return **id;
}

} // namespace

reply_or_errcode gateway_list(world& w, const form_fields& fields) {
  const auto which = page_of(fields, largest_page);
  const auto order = number_field(fields, "orderBy");
  if (!which || !order || order->value_or(0) < 0 || order->value_or(0) > 2)
    return tl::unexpected(errcode::bad_parameter);
  std::vector<const gateway*> sorted;
  for (const auto& [id, g] : w.gateways())
    sorted.push_back(&g);
  if (order->value_or(0) == 1)
    std::ranges::reverse(sorted);
  else
    std::ranges::stable_sort(sorted, {}, &gateway::name);
  if (order->value_or(0) == 2)
    std::ranges::reverse(sorted);
  auto all = json::array();
  for (const auto* g : sorted)
    all.push_back(list_item(w, *g));
  return paged(cut_page(all, *which), *which, all.size());
}

reply_or_errcode gateway_detail(world& w, const form_fields& fields) {
  const auto id = id_of(fields, "gatewayId");
  if (!id)
    return tl::unexpected(id.error());
  const auto* const g = w.find_gateway(*id);
  if (g == nullptr)
    return tl::unexpected(errcode::no_such_gateway);
  json d;
  d["gatewayMac"] = g->mac;
  d["lockNum"] = lock_count(w, *g);
  d["gatewayName"] = g->name;
  d["networkName"] = g->network_name;
  d["isOnline"] = g->is_listed_online ? 1 : 0;
  d["gatewayVersion"] = g->version;
  d["gatewayId"] = g->id;
  return d;
}

reply_or_errcode gateway_locks(world& w, const form_fields& fields) {
  const auto id = id_of(fields, "gatewayId");
  if (!id)
    return tl::unexpected(id.error());
  const auto* const g = w.find_gateway(*id);
  if (g == nullptr)
    return tl::unexpected(errcode::no_such_gateway);
  auto list = json::array();
  for (const auto& link : g->links) {
    const auto* const l = w.find_lock(link.lock);
    if (l == nullptr || !w.is_listed(*g, link))
      continue;
    json item;
    item["lockId"] = l->id;
    item["lockName"] = l->name;
    item["lockAlias"] = l->alias;
    item["lockMac"] = l->mac;
    item["rssi"] = link.rssi;
    item["updateDate"] = to_ms(g->heard(link, w.now()));
    list.push_back(item);
  }
  return json{{"list", list}};
}

reply_or_errcode lock_gateways(world& w, const form_fields& fields) {
  const auto id = id_of(fields, "lockId");
  if (!id)
    return tl::unexpected(id.error());
  if (w.find_lock(*id) == nullptr)
    return tl::unexpected(errcode::no_such_lock);
  auto list = json::array();
  for (const auto* g : w.gateways_of(*id)) {
    json item;
    item["gatewayId"] = g->id;
    item["gatewayMac"] = g->mac;
    item["gatewayName"] = g->name;
    item["rssi"] = g->link_to(*id)->rssi;
    item["rssiUpdateDate"] = to_ms(g->heard(*g->link_to(*id), w.now()));
    list.push_back(item);
  }
  return json{{"list", list}};
}

} // namespace palang::ttlock_sim
