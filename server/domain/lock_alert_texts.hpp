#pragma once

#include "server/domain/coverage.hpp"
#include "shared/protocol/local_time.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What an alert of the TTLock side says, in both languages, with the next step. References are
/// filled by who raises it.
namespace palang::domain {

/// How people know a gate and its lock.
struct place_names {
  std::string gate; ///< Empty: the lock is at no gate.
  std::string lock;
  protocol::site_zone zone; ///< Times are shown in it; empty: in UTC.
};

/// A record's words (server/ttlock/record_kind.hpp).
struct record_text {
  std::string_view text_id;
  std::string_view text_en;
};

[[nodiscard]] protocol::alert unexplained_opening_alert(const place_names& where, instant at,
                                                        const record_text& what);
/// `vehicle`: a plate; empty: a manual opening.
[[nodiscard]] protocol::alert no_opening_alert(const place_names& where, instant at,
                                               const std::string& vehicle);
/// Forced, tampered with, opened by key or from inside: `type` is the cloud's (TTLOCK 5.1).
[[nodiscard]] protocol::alert forced_opening_alert(const place_names& where, instant at,
                                                   std::int32_t type, const record_text& what);

/// At this charge and below a battery is low …
inline constexpr std::int32_t battery_low_at = 20;
/// … until it reaches this: readings waver.
inline constexpr std::int32_t battery_fine_at = 25;
[[nodiscard]] protocol::alert battery_low_alert(const place_names& where, std::int32_t percent);

/// `blind_gates`: names of gates that nobody hears now.
[[nodiscard]] protocol::alert gateway_offline_alert(const protocol::gateway& which,
                                                    const std::vector<std::string>& blind_gates,
                                                    const protocol::site_zone& zone);
/// `lost.to` is set.
[[nodiscard]] protocol::alert records_lost_alert(const place_names& where, const span& lost);
[[nodiscard]] protocol::alert quota_low_alert(std::int64_t used, std::int64_t limit);

} // namespace palang::domain
