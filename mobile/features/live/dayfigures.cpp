#include "mobile/features/live/dayfigures.h"

namespace palang::mobile {

DayFigures::DayFigures(const SiteTime& time, instant now) {
  auto midnight = time.local(now);
  midnight.setTime(QTime(0, 0));
  m_from = from_ms(midnight.toMSecsSinceEpoch());
  m_to = from_ms(midnight.addDays(1).toMSecsSinceEpoch());
}

void DayFigures::set(const std::vector<protocol::stats_row>& rows) {
  m_entries = 0;
  m_exits = 0;
  m_revenue = {};
  for (const auto& row : rows) {
    m_entries += row.entries;
    m_exits += row.exits;
    m_revenue += row.revenue;
  }
}

bool DayFigures::count(const LiveEvent& e) {
  const auto* s = e.session();
  if (s == nullptr)
    return false;
  if (e.kind == "session.entered" && isToday(s->entered_at)) {
    ++m_entries;
    return true;
  }
  if (e.kind == "session.exited" && isToday(s->exited_at)) {
    ++m_exits;
    m_revenue += s->charged.value_or(rupiah{});
    return true;
  }
  return false;
}

bool DayFigures::isUnsettling(const LiveEvent& e) {
  return e.kind == "session.voided" || e.kind == "session.corrected";
}

bool DayFigures::isToday(const std::optional<instant>& at) const {
  return at && *at >= m_from && *at < m_to;
}

} // namespace palang::mobile
