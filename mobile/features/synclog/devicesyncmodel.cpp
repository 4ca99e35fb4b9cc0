#include "mobile/features/synclog/devicesyncmodel.h"

#include "mobile/features/synclog/syncwords.h"
#include "shared/protocol/supervision.hpp"

#include <QCoreApplication>

namespace palang::mobile {

namespace {

using Device = protocol::device_sync;

struct DeviceWords {
  Q_DECLARE_TR_FUNCTIONS(DeviceWords)
};

QString name(const Device& d) {
  const auto number = d.shown.device_no == 0 ? DeviceWords::tr("baru")
                                             : QStringLiteral("HP %1").arg(d.shown.device_no);
  return d.shown.label.empty()
             ? number
             : number + QStringLiteral(" · ") + QString::fromStdString(d.shown.label);
}

QString clock(const Device& d) {
  if (d.clock_faults > 0)
    return DeviceWords::tr("salah %1 kali").arg(d.clock_faults);
  return d.clock_uncertain > 0 ? DeviceWords::tr("%1 tidak pasti").arg(d.clock_uncertain)
                               : DeviceWords::tr("tepat");
}

bool needsLook(const Device& d) {
  return !d.shown.missing.empty() || !d.refused.empty() || d.clock_faults > 0;
}

QVariantList windows(const Device& d, const SiteView& site) {
  QVariantList lines;
  for (const auto& window : d.windows)
    lines.append(DeviceWords::tr("%1 – %2: %3 catatan")
                     .arg(site.moment(window.from), site.moment(window.to))
                     .arg(window.count));
  return lines;
}

QVariantList refusals(const Device& d) {
  QVariantList lines;
  for (const auto& refusal : d.refused)
    lines.append(DeviceWords::tr("%1 kali: %2")
                     .arg(refusal.count)
                     .arg(syncwords::verdict(false, refusal.code)));
  return lines;
}

std::vector<Column<Device>> columns() {
  return {{"deviceId",
           [](const Device& d, const SiteView&) -> QVariant {
             return QString::fromStdString(to_string(d.shown.id));
           }},
          {"number",
           [](const Device& d, const SiteView&) -> QVariant { return int{d.shown.device_no}; }},
          {"name", [](const Device& d, const SiteView&) -> QVariant { return name(d); }},
          {"status",
           [](const Device& d, const SiteView&) -> QVariant {
             return syncwords::status(d.shown.status);
           }},
          {"lastSeen",
           [](const Device& d, const SiteView& s) -> QVariant {
             return d.shown.last_seen ? s.moment(*d.shown.last_seen) : QStringLiteral("–");
           }},
          {"lastNumber",
           [](const Device& d, const SiteView&) -> QVariant {
             return QString::number(d.shown.last_seq);
           }},
          {"missing",
           [](const Device& d, const SiteView&) -> QVariant {
             return syncwords::numbers(d.shown.missing);
           }},
          {"missingTone",
           [](const Device& d, const SiteView&) -> QVariant {
             return d.shown.missing.empty() ? QStringLiteral("quiet") : QStringLiteral("bad");
           }},
          {"offline",
           [](const Device& d, const SiteView&) -> QVariant {
             return d.offline_count == 0 ? QStringLiteral("–")
                                         : DeviceWords::tr("%1 catatan, terlama %2")
                                               .arg(d.offline_count)
                                               .arg(syncwords::delay(d.greatest_delay_ms));
           }},
          {"clock", [](const Device& d, const SiteView&) -> QVariant { return clock(d); }},
          {"clockTone",
           [](const Device& d, const SiteView&) -> QVariant {
             return d.clock_faults > 0 ? QStringLiteral("bad") : QStringLiteral("quiet");
           }},
          {"icon",
           [](const Device& d, const SiteView&) -> QVariant {
             return needsLook(d) ? QStringLiteral("warning") : QStringLiteral("tick-circle");
           }},
          {"tone",
           [](const Device& d, const SiteView&) -> QVariant {
             return needsLook(d) ? QStringLiteral("bad") : QStringLiteral("ok");
           }},
          {"windows", [](const Device& d, const SiteView& s) -> QVariant { return windows(d, s); }},
          {"refusals", [](const Device& d, const SiteView&) -> QVariant { return refusals(d); }}};
}

} // namespace

DeviceSyncModel::DeviceSyncModel(QObject* parent)
    : FetchedModel{std::make_unique<Rows<Device>>("devices", protocol::decode_device_sync,
                                                  columns(), needsLook),
                   [this](const auto&) { return protocol::sync_devices{window({})}; },
                   [](const protocol::event& e) {
                     return e.event_topic == protocol::topic::sync || e.kind.starts_with("device.");
                   },
                   parent} {}

} // namespace palang::mobile
