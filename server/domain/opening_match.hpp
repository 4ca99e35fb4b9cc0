#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/uuid.hpp"

#include <chrono>
#include <map>
#include <vector>

/// Which cause explains which record of a lock.
namespace palang::domain {

/// A record may come from 5 s before its cause to 60 s after it, on corrected time.
inline constexpr milliseconds match_before = std::chrono::seconds{5};
inline constexpr milliseconds match_after = std::chrono::seconds{60};

/// An unlock that the lock recorded.
struct record_half {
  uuid id;
  instant at{};
  bool is_by_gateway = false; ///< A command made it.
  bool is_settled = false;    ///< Without a cause, too: a named person explains it, or it alarms.
};

/// A transaction or a command that the gate should have opened for.
struct cause_half {
  uuid id;
  instant at{};
  bool is_command = false;
};

/// The cause of each record that has one. As few halves as possible stay alone; then records that
/// need a cause come before those that are settled without, then times as near as can be, gateway
/// records with commands and others with transactions. It depends on what there is alone, never on
/// the order in which it came.
[[nodiscard]] std::map<uuid, uuid> pair_up(std::vector<record_half> records,
                                           std::vector<cause_half> causes);

} // namespace palang::domain
