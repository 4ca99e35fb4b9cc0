#pragma once

#include "mobile/base/sitetime.h"
#include "mobile/features/live/liveevent.h"

#include <span>

namespace palang::mobile {

/// Entries, exits and revenue of one local day: the server's sums, then kept by events. A pure
/// value.
class DayFigures {
public:
  DayFigures() = default;
  /// The day of `now` at the site.
  DayFigures(const SiteTime& time, instant now);

  [[nodiscard]] instant from() const { return m_from; } ///< Inclusive.
  [[nodiscard]] instant to() const { return m_to; }     ///< Exclusive.
  [[nodiscard]] std::int64_t entries() const { return m_entries; }
  [[nodiscard]] std::int64_t exits() const { return m_exits; }
  [[nodiscard]] rupiah revenue() const { return m_revenue; }

  void set(const std::vector<protocol::stats_row>& rows);
  /// True when the event is in the figures now; false when it tells of another day or of no car.
  bool count(const LiveEvent& e);
  /// The event takes back or moves what was counted: only the server can tell the new sums.
  [[nodiscard]] static bool isUnsettling(const LiveEvent& e);

private:
  [[nodiscard]] bool isToday(const std::optional<instant>& at) const;

  instant m_from{};
  instant m_to{};
  std::int64_t m_entries = 0;
  std::int64_t m_exits = 0;
  rupiah m_revenue{};
};

} // namespace palang::mobile
