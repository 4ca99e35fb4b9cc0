#include "server/domain/clock_rule.hpp"

#include <algorithm>
#include <cstdlib>

namespace palang::domain {

namespace {

using namespace std::chrono_literals;

constexpr instant latest_instant = from_ms(253'402'300'799'999); // 9999-12-31T23:59:59.999Z

/// What a device says is any 64-bit number: the sum must neither overflow nor leave the calendar.
instant corrected(instant taken_at, std::int64_t offset_ms) {
  const auto taken = std::clamp(taken_at, instant{}, latest_instant);
  const auto span = to_ms(latest_instant);
  return std::clamp(taken + milliseconds{std::clamp(offset_ms, -span, span)}, instant{},
                    latest_instant);
}

milliseconds usual_uncertainty(protocol::clock_source source) {
  switch (source) {
  case protocol::clock_source::server:
    return 1s;
  case protocol::clock_source::monotonic:
    return 5s;
  case protocol::clock_source::none:
    break;
  }
  return 10min;
}

} // namespace

clock_reading read_clock(const clock_facts& facts) {
  clock_reading out{corrected(facts.taken_at, facts.told.offset_ms),
                    usual_uncertainty(facts.told.source), false, false};
  const auto lag = facts.received_at - out.corrected_at;
  const bool is_witnessed = !facts.is_offline && std::chrono::abs(lag) <= live_tolerance;
  if (is_witnessed) {
    out.uncertainty = std::min(out.uncertainty, milliseconds{live_tolerance});
    return out;
  }
  const bool is_before = facts.not_before && out.corrected_at + out.uncertainty < *facts.not_before;
  const bool is_ahead = -lag > future_tolerance;
  out.is_fault = is_before || is_ahead;
  out.is_uncertain = out.is_fault || facts.told.source == protocol::clock_source::none;
  if (is_before)
    out.uncertainty = std::max(out.uncertainty, milliseconds{lag});
  return out;
}

} // namespace palang::domain
