#pragma once

#include "shared/core/clock.hpp"
#include "shared/protocol/messages.hpp"

#include <chrono>
#include <optional>

/// When a thing really happened, as far as a device's clock can be believed (PROTOCOL 3.5,
/// shared/README.md).
namespace palang::domain {

/// An instant and how far off it may be, either way.
struct clock_reading {
  instant corrected_at{};
  milliseconds uncertainty{0};
  bool is_uncertain = false; ///< The clock was set by nobody, or is at fault.
  bool is_fault =
      false; ///< The corrected time cannot be: a person must look. Never a reason to refuse.
};

/// A corrected time later than the server's own by more than this is a fault.
inline constexpr std::chrono::minutes future_tolerance{5};
/// A live submission this close to its reception needs no other witness.
inline constexpr std::chrono::minutes live_tolerance{1};

struct clock_facts {
  instant taken_at{};
  protocol::clock_info told;
  bool is_offline = false;
  instant received_at{};
  std::optional<instant> not_before; ///< The device's last time that the server could confirm.
};

[[nodiscard]] clock_reading read_clock(const clock_facts& facts);

} // namespace palang::domain
