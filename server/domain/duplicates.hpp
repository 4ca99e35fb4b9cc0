#pragma once

#include "shared/protocol/messages.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Records that seem to be the same vehicle: why, and what a person may do about it.
namespace palang::domain {

/// Words for people.
struct reason_text {
  std::string text_id;
  std::string text_en;
  friend bool operator==(const reason_text&, const reason_text&) = default;
};

enum class duplicate_action : std::uint8_t {
  merge,
  keep,
  void_one, ///< `void`
  look,
  last = look
};
[[nodiscard]] std::string_view to_string(duplicate_action a) noexcept;

struct duplicate_verdict {
  protocol::duplicate_cause cause = protocol::duplicate_cause::unclear;
  duplicate_action action = duplicate_action::look;
  std::optional<uuid> keep;
  std::optional<uuid> drop;
  std::vector<reason_text> reasons;
  reason_text prevention; ///< Which fix would have prevented it.
};

/// `kind`: duplicate, double_exit or exit_without_entry. `first` is the session of the alert,
/// `other` the one that it collides with, or that an exit without entry may belong to.
[[nodiscard]] duplicate_verdict judge_duplicate(protocol::alert_kind kind,
                                                const protocol::session& first,
                                                const std::optional<protocol::session>& other);

/// Keys that differ from this one in one character that is easily taken for another (O and 0, I and
/// 1, B and 8, S and 5, Z and 2, G and 6, D and 0).
[[nodiscard]] std::vector<std::string> similar_plates(const std::string& plate_key);

} // namespace palang::domain
