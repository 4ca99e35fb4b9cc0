#pragma once

#include "mobile/base/siteview.h"
#include "shared/protocol/objects.hpp"

#include <QString>
#include <QVariantList>

#include <optional>

/// Locks as people speak of them. A tone is ok, warn, bad or quiet.
namespace palang::mobile::lockwords {

[[nodiscard]] QString text(const std::string& s);
[[nodiscard]] QString state(protocol::lock_state s);
[[nodiscard]] QString batteryTone(const std::optional<std::int32_t>& percent);
/// `tepat`, `+3 dtk`, `−2 mnt`; `–` while it was not measured.
[[nodiscard]] QString offset(const std::optional<std::int64_t>& ms);
[[nodiscard]] QString offsetTone(const std::optional<std::int64_t>& ms);
/// How well it is heard: `kuat`, `sedang`, `lemah`.
[[nodiscard]] QString signal(std::int32_t rssi);
[[nodiscard]] QString signalTone(std::int32_t rssi);
[[nodiscard]] QString coverage(protocol::coverage c);
[[nodiscard]] QString coverageTone(protocol::coverage c);
[[nodiscard]] QString coverageIcon(protocol::coverage c);
/// For HeatStrip: {tone, text} of each hour.
[[nodiscard]] QVariantList strip(const std::vector<protocol::coverage_hour>& hours,
                                 const SiteView& site);
[[nodiscard]] QString online(bool isOnline, const QString& since);
/// `0,4 dtk`, `12 dtk`, `5 mnt`, `2 jam 5 menit`; `–` of nothing.
[[nodiscard]] QString delay(const std::optional<std::int64_t>& ms);

} // namespace palang::mobile::lockwords
