#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// application/x-www-form-urlencoded. Internal. Thread: any.
namespace palang::ttlock {

using form = std::vector<std::pair<std::string, std::string>>;

/// In order, repeated names kept; what has no `=` has no value.
[[nodiscard]] form parse_form(std::string_view text);

/// One name or value. Broken escapes stay.
[[nodiscard]] std::string decode_form_text(std::string_view text);

[[nodiscard]] std::string encode_form(const form& fields);

} // namespace palang::ttlock
