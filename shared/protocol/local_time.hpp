#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/config.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The site's wall clock as text, by the offsets that the configuration carries.
namespace palang::protocol {

/// In order of `from`, as validate() demands; the first also holds before it. At least one.
using site_zone = std::vector<utc_offset>;

/// `2025-03-24T08:15:00`
[[nodiscard]] std::string to_local(instant at, const site_zone& zone);

/// Reads `2025-03-24T08:15:00`, with or without a fraction (cut to milliseconds). `Z` or `+07:00`
/// behind it outranks the zone. Errors: invalid (another form, no such day or hour, no zone).
[[nodiscard]] result<instant> from_local(std::string_view text, const site_zone& zone);

} // namespace palang::protocol
