#include "mobile/features/locks/locklistmodel.h"

#include "mobile/desk/lockwords.h"

namespace palang::mobile {

namespace {

using lockwords::text;

bool isOfLocks(const protocol::event& e) {
  return e.event_topic == protocol::topic::lock || e.event_topic == protocol::topic::gateway;
}

std::vector<Column<protocol::lock>> lockColumns() {
  using Lock = protocol::lock;
  return {
      {"lockId", [](const Lock& l, const SiteView&) -> QVariant { return text(l.id); }},
      {"name", [](const Lock& l, const SiteView&) -> QVariant { return text(l.name); }},
      {"gateId",
       [](const Lock& l, const SiteView&) -> QVariant { return text(l.gate_id.value_or("")); }},
      {"gate",
       [](const Lock& l, const SiteView& s) -> QVariant {
         return l.gate_id ? s.gate(*l.gate_id) : QString{};
       }},
      {"state",
       [](const Lock& l, const SiteView&) -> QVariant { return lockwords::state(l.state); }},
      {"stateTone",
       [](const Lock& l, const SiteView&) -> QVariant {
         return l.state == protocol::lock_state::unknown ? QStringLiteral("quiet")
                                                         : QStringLiteral("ok");
       }},
      {"battery",
       [](const Lock& l, const SiteView&) -> QVariant {
         return l.battery ? QStringLiteral("%1 %").arg(*l.battery) : QStringLiteral("–");
       }},
      {"batteryTone",
       [](const Lock& l, const SiteView&) -> QVariant {
         return lockwords::batteryTone(l.battery);
       }},
      {"clock",
       [](const Lock& l, const SiteView&) -> QVariant {
         return lockwords::offset(l.clock_offset_ms);
       }},
      {"clockTone",
       [](const Lock& l, const SiteView&) -> QVariant {
         return lockwords::offsetTone(l.clock_offset_ms);
       }},
      {"lastRecord",
       [](const Lock& l, const SiteView& s) -> QVariant {
         return l.last_record_at ? s.moment(*l.last_record_at) : QStringLiteral("–");
       }},
      {"coverage",
       [](const Lock& l, const SiteView&) -> QVariant { return lockwords::coverage(l.now); }},
      {"coverageTone",
       [](const Lock& l, const SiteView&) -> QVariant { return lockwords::coverageTone(l.now); }},
      {"coverageIcon",
       [](const Lock& l, const SiteView&) -> QVariant { return lockwords::coverageIcon(l.now); }},
      {"hours",
       [](const Lock& l, const SiteView& s) -> QVariant { return lockwords::strip(l.hours, s); }},
      {"reception",
       [](const Lock& l, const SiteView&) -> QVariant {
         return l.heard_by.empty() ? QStringLiteral("–")
                                   : lockwords::signal(l.heard_by.front().rssi);
       }},
      {"receptionTone",
       [](const Lock& l, const SiteView&) -> QVariant {
         return l.heard_by.empty() ? QStringLiteral("quiet")
                                   : lockwords::signalTone(l.heard_by.front().rssi);
       }},
      {"heard",
       [](const Lock& l, const SiteView& s) -> QVariant {
         QVariantList heard;
         for (const auto& one : l.heard_by)
           heard.append(QVariantMap{{QStringLiteral("gatewayId"), text(one.gateway_id)},
                                    {QStringLiteral("text"), QStringLiteral("%1 · %2 dBm · %3")
                                                                 .arg(lockwords::signal(one.rssi))
                                                                 .arg(one.rssi)
                                                                 .arg(s.moment(one.at))},
                                    {QStringLiteral("tone"), lockwords::signalTone(one.rssi)}});
         return heard;
       }},
      {"gateways", [](const Lock& l, const SiteView&) -> QVariant {
         QStringList ids;
         for (const auto& id : l.gateway_ids)
           ids.append(text(id));
         return ids;
       }}};
}

std::vector<Column<protocol::gateway>> gatewayColumns() {
  using Gateway = protocol::gateway;
  return {{"gatewayId", [](const Gateway& g, const SiteView&) -> QVariant { return text(g.id); }},
          {"name", [](const Gateway& g, const SiteView&) -> QVariant { return text(g.name); }},
          {"state",
           [](const Gateway& g, const SiteView& s) -> QVariant {
             return lockwords::online(g.is_online, s.moment(g.since));
           }},
          {"stateIcon",
           [](const Gateway& g, const SiteView&) -> QVariant {
             return g.is_online ? QStringLiteral("tick-circle") : QStringLiteral("offline");
           }},
          {"stateTone",
           [](const Gateway& g, const SiteView&) -> QVariant {
             return g.is_online ? QStringLiteral("ok") : QStringLiteral("bad");
           }},
          {"lastSeen",
           [](const Gateway& g, const SiteView& s) -> QVariant { return s.moment(g.last_seen); }},
          {"late", [](const Gateway& g, const SiteView&) -> QVariant {
             return QString::number(g.late_records);
           }}};
}

} // namespace

LockListModel::LockListModel(QObject* parent)
    : FetchedModel{
        std::make_unique<Rows<protocol::lock>>("locks", protocol::decode_lock, lockColumns()),
        [](const auto&) { return protocol::lock_list{}; }, isOfLocks, parent} {}

GatewayListModel::GatewayListModel(QObject* parent)
    : FetchedModel{std::make_unique<Rows<protocol::gateway>>("gateways", protocol::decode_gateway,
                                                             gatewayColumns()),
                   [](const auto&) { return protocol::gateway_list{}; }, isOfLocks, parent} {}

} // namespace palang::mobile
