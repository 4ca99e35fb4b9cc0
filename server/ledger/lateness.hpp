#pragma once

#include "server/ledger/voice.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <string>

/// Records that came late, and the gateways that were to blame.
namespace palang::ledger {

/// A record that comes later than this after it was made came late.
inline constexpr milliseconds prompt_limit = std::chrono::minutes{2};
/// For so long after a gateway or the cloud is back, records may be a backlog.
inline constexpr milliseconds backlog_time = std::chrono::minutes{10};

/// It came by callback as soon as the cloud had it, while no gateway of the lock, nor the
/// cloud, was or had just been away: its times tell of the lock's clock.
[[nodiscard]] result<bool> is_prompt(const voice& v, const protocol::lock_record& r);

/// How many late records of one transaction each gateway was to blame for.
using late_counts = std::map<std::string, std::int64_t>;
/// Counts a late record for the lock's gateways that were offline when it was made.
[[nodiscard]] result<void> count_late(const voice& v, const protocol::lock_record& r,
                                      late_counts& late);
/// Adds them to the gateways' late_records, with gateway.caught_up where one is back.
[[nodiscard]] result<void> tell_late(const voice& v, const late_counts& late);

} // namespace palang::ledger
