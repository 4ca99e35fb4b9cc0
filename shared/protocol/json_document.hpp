#pragma once

#include "shared/core/error.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Internal to the codec: text to tree and back without an exception leaving.
namespace palang::protocol {

using json = nlohmann::json;

/// Deeper documents are refused, so that no later walk over the tree can exhaust the stack.
inline constexpr std::size_t max_json_depth = 32;

struct json_document {
  json root;
  /// bad_message: not JSON or too deep, and `root` is null. invalid: a number that no 64-bit type
  /// holds; `field` names it and `root` has what came before it.
  std::optional<error> problem;
};

/// `separator` joins the names in `field`: '.' for "data.plate", '/' for a JSON pointer.
[[nodiscard]] json_document parse_json(std::string_view text, char separator = '.');

/// nullopt for anything but an integer from -2^63 to 2^63-1.
[[nodiscard]] std::optional<std::int64_t> integer_of(const json& value);

/// Compact text; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string dump_json(const json& tree);

/// One step below `path`; array items by their index.
[[nodiscard]] std::string field_below(const std::string& path, std::string_view name,
                                      char separator);

} // namespace palang::protocol
