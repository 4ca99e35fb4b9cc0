#pragma once

#include "mobile/base/siteview.h"
#include "mobile/base/workplace.h"
#include "mobile/desk/rows.h"
#include "shared/protocol/objects.hpp"

#include <QVariantMap>

namespace palang::mobile {

[[nodiscard]] SiteView siteOf(const Workplace& place);

/// What every list and pane tells of a stay, under these names: sessionId, plate, vehicle,
/// vehicleIcon, ticket, entered, exited, duration, entryGate, exitGate, fee, charged, difference,
/// status, statusText, statusIcon, tone, flags, photoIn, photoOut, by.
[[nodiscard]] const std::vector<Column<protocol::session>>& stayColumns();
[[nodiscard]] QVariantMap stayFacts(const protocol::session& s, const SiteView& site);

[[nodiscard]] QString moneyText(rupiah amount);
/// `+Rp5.000`, `−Rp50.000`, `Rp0`.
[[nodiscard]] QString signedMoney(rupiah amount);

} // namespace palang::mobile
