#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palang::domain {

/// What people read aloud: `SS-DDD-NNNNNN-C`, site, device, device_seq and a check digit (Luhn over
/// the digits before). Numbers that need more digits take them.
[[nodiscard]] std::string ticket_number(std::uint16_t site_no, std::uint16_t device_no,
                                        std::uint32_t device_seq);

struct ticket_number_parts {
  std::uint16_t site_no = 0;
  std::uint16_t device_no = 0;
  std::uint32_t device_seq = 0;

  friend bool operator==(const ticket_number_parts&, const ticket_number_parts&) = default;
};

/// Needs the dashes (spaces around them are ignored), not the leading zeros; nullopt when the form
/// or the check digit is wrong. Every single wrong digit is caught.
[[nodiscard]] std::optional<ticket_number_parts> parse_ticket_number(std::string_view text);

} // namespace palang::domain
