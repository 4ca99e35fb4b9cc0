#pragma once

#include "shared/core/clock.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Values out of TTLock's JSON, which gives numbers as text, flags as numbers and null for what is
/// not there. A field that is missing, null or of a shape that means nothing is absent. Internal:
/// for sources only. Thread: any.
namespace palang::ttlock {

using json = nlohmann::json;

/// Parsed after cleaning (see text.hpp), null when it is no JSON, too deep or has a number that
/// nothing can hold.
[[nodiscard]] json parse_json(std::string_view text);

/// Strings, numbers and flags as text, cut to max_text_bytes.
[[nodiscard]] std::string text_of(const json& object, const char* name);
/// Whole numbers, also as text (`"7"`) or with a fraction of zero (`7.0`).
[[nodiscard]] std::optional<std::int64_t> integer_of(const json& object, const char* name);
/// integer_of within int, else 0.
[[nodiscard]] int code_of(const json& object, const char* name);
[[nodiscard]] std::optional<bool> flag_of(const json& object, const char* name);
/// Milliseconds, from 1 to the year 9999.
[[nodiscard]] std::optional<instant> instant_of(const json& object, const char* name);
/// 0 to 100.
[[nodiscard]] std::optional<int> percent_of(const json& object, const char* name);

} // namespace palang::ttlock
