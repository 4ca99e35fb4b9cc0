#include "mobile/base/sitetime.h"

#include "mobile/base/wording.h"

#include <algorithm>

namespace palang::mobile {

SiteTime::SiteTime(const std::optional<protocol::config>& config) {
  if (config)
    m_offsets = config->site.utc_offsets;
  std::ranges::sort(m_offsets, {}, &protocol::utc_offset::from);
}

QDateTime SiteTime::local(instant at) const {
  const auto utc = QDateTime::fromMSecsSinceEpoch(to_ms(at), Qt::UTC);
  if (m_offsets.empty())
    return utc.toLocalTime();
  const auto next = std::ranges::upper_bound(m_offsets, at, {}, &protocol::utc_offset::from);
  const auto& inForce = next == m_offsets.begin() ? *next : *std::prev(next);
  return utc.toOffsetFromUtc(inForce.offset_min * 60);
}

QString SiteTime::time(instant at) const {
  // Fixed on purpose: Indonesian locales would write 14.05.
  return local(at).toString(QStringLiteral("HH:mm"));
}

QString SiteTime::timeWithSeconds(instant at) const {
  return local(at).toString(QStringLiteral("HH:mm:ss"));
}

QString SiteTime::dayTime(instant at, instant now) const {
  if (local(at).date() == local(now).date())
    return time(at);
  const auto day = local(at).date();
  // As short as with the month's name: it stands in tables.
  if (day.year() != local(now).date().year())
    return day.toString(QStringLiteral("d/M/yy")) + QLatin1Char(' ') + time(at);
  return wording::locale().toString(day, QStringLiteral("d MMM")) + QLatin1Char(' ') + time(at);
}

QString SiteTime::date(instant at) const {
  return wording::locale().toString(local(at).date(), QStringLiteral("d MMM yyyy"));
}

} // namespace palang::mobile
