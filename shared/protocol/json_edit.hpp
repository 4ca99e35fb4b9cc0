#pragma once

#include "shared/core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

/// A JSON document that a person edits, by pointers (RFC 6901); see replace_at for writing.
namespace palang::protocol {

/// The JSON text of what is there. Errors: not_found; corrupt when `document` is not JSON.
[[nodiscard]] result<std::string> value_at(std::string_view document, std::string_view pointer);
/// Without the array item or member. Errors: as of value_at.
[[nodiscard]] result<std::string> remove_at(std::string_view document, std::string_view pointer);

struct json_difference {
  std::string pointer;
  std::string before; ///< JSON text; empty: it was not there.
  std::string after;  ///< JSON text; empty: it is not there any more.
  friend bool operator==(const json_difference&, const json_difference&) = default;
};
/// Every single value that differs, in the order of the pointers. Nothing of what is no JSON.
[[nodiscard]] std::vector<json_difference> differences(std::string_view before,
                                                       std::string_view after);

} // namespace palang::protocol
