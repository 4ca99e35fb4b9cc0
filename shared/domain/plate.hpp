#pragma once

#include "shared/core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace palang::domain {

/// A vehicle's number as Palang keeps it. Grammar and area codes: Perpol 7/2021; the table of codes
/// goes stale, so an unknown area code is a hint, never a refusal.
struct plate {
  std::string key;   ///< Upper-case letters and digits only: what is compared and searched.
  std::string shown; ///< `B 1234 XYZ`; for a non-standard number the key itself.
  /// Follows the civil grammar: 1-2 letters, 1-4 digits (no leading zero), 0-3 letters.
  bool is_standard = false;
  bool is_area_known = false;

  friend bool operator==(const plate&, const plate&) = default;
};

/// Reads any spacing, case and punctuation.
/// Errors: bad_plate when no letter or digit is left, or more than 16.
[[nodiscard]] result<plate> parse_plate(std::string_view text);

/// Letters and digits of `text`, upper case (ASCII); may be empty.
[[nodiscard]] std::string plate_key(std::string_view text);

/// Keys that a tired eye could have meant: each single ambiguous pair swapped
/// (O0 I1 B8 S5 Z2 G6 D0). Without `key` itself.
[[nodiscard]] std::vector<std::string> near_plate_keys(std::string_view key);

/// True when the keys are equal up to ambiguous pairs or one changed, missing or added character.
[[nodiscard]] bool is_near(std::string_view key_a, std::string_view key_b);

} // namespace palang::domain
