#pragma once

#include "server/ledger/lock_hearing.hpp"
#include "server/ledger/queries.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The parts of sync.health.
namespace palang::ledger {

/// What every part is made from: the window is that of `heard` and ends by now.
struct health {
  const query_context& q;
  lock_hearing heard;
  std::vector<storage::record_statistics> counts;
};

/// The gateway with when it was away, and how long its locks' backlog took to come afterwards.
[[nodiscard]] result<std::string> gateway_health(const health& h,
                                                 const storage::stored_gateway& gateway);

/// How the lock's records came, and what kept it from being heard.
[[nodiscard]] result<std::string> lock_health(const health& h, const storage::stored_lock& lock);

/// The value that `percent` of all do not exceed (nearest rank); nullopt of nothing.
[[nodiscard]] std::optional<std::int64_t> percentile(const std::vector<std::int64_t>& ascending,
                                                     std::size_t percent);

} // namespace palang::ledger
