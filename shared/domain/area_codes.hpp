#pragma once

#include <string_view>

namespace palang::domain {

/// True when `code` (1-2 upper-case letters) stands in the table of civil area codes (Perpol 7/2021
/// and later additions). The table goes stale: false is a hint, never a reason to refuse a plate.
[[nodiscard]] bool is_area_code(std::string_view code) noexcept;

} // namespace palang::domain
