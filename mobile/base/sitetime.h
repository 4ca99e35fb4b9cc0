#pragma once

#include "shared/core/clock.hpp"
#include "shared/protocol/config.hpp"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace palang::mobile {

/// Times as people at the site read them, whatever zone the device is in. A pure value.
class SiteTime {
public:
  SiteTime() = default;
  /// Without a configuration the device's own zone is used.
  explicit SiteTime(const std::optional<protocol::config>& config);

  [[nodiscard]] QDateTime local(instant at) const;
  /// `14:05`
  [[nodiscard]] QString time(instant at) const;
  /// `14:05:09`: so that anybody can check a fee.
  [[nodiscard]] QString timeWithSeconds(instant at) const;
  /// `14:05` today, `24 Mar 14:05` on another day, `24/3/25 14:05` in another year than `now`.
  [[nodiscard]] QString dayTime(instant at, instant now) const;
  /// `24 Mar 2025`
  [[nodiscard]] QString date(instant at) const;

private:
  std::vector<protocol::utc_offset> m_offsets; ///< In order of `from`.
};

} // namespace palang::mobile
