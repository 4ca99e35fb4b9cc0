#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// application/x-www-form-urlencoded, as TTLock's cloud writes and reads it.
namespace palang::ttlock_sim {

using form_fields = std::map<std::string, std::string>;

/// Keeps letters, digits and `.-*_`; a space becomes `+`.
[[nodiscard]] std::string form_encode(std::string_view text);
[[nodiscard]] std::string
write_form(const std::vector<std::pair<std::string, std::string>>& fields);
/// A field that comes twice has its last value; a broken escape stays as it is.
[[nodiscard]] form_fields read_form(std::string_view text);

} // namespace palang::ttlock_sim
